import type { Understanding } from '../questions/understanding.ts';
import { itemsTold } from './enumerations.ts';
import type { Statement } from './statement.ts';

/** Before 村 and 社区 these make no name: 进村, 各村, 4个村. */
const NO_NAME = '[进入驻到下回离各每个全该本]';
/** 甲、乙、丙等3个村: the names stand without 村. */
const NAMES_BEFORE = '、[\\u4e00-\\u9fff]{2,4}等\\d*个?[\\u4e00-\\u9fff]{0,6}村';
const VILLAGE = new RegExp(
  `[\\u4e00-\\u9fff]{2}(?<!${NO_NAME})(?:村|社区)(?![社级民庄干部])|(?<!${NO_NAME})(?:村|社区)[、，]|${NAMES_BEFORE}`,
);
/** What a village is besides its name: 提升村, 示范村. */
const SORTS = '提升|示范|行政|自然|中心|乡|农|未来|美丽|特色';
const VILLAGE_BY_NAME = new RegExp(
  `(?<!${SORTS})[\\u4e00-\\u9fff]{2}(?<!${SORTS}|${NO_NAME})(?:村|社区)(?![社级民庄干部])|(?<!${NO_NAME})(?:村|社区)[、，]|${NAMES_BEFORE}`,
);

/** What the members of a list are called: 哪几个村 is answered by names of villages, and by nothing else. */
const MEMBERS: readonly (readonly [RegExp, RegExp])[] = [
  [/哪(?:些|几个?|[一两二三四五六七八九十\d]*个)(?:行政)?(?:村|社区)/, VILLAGE],
  [
    /(?:村|社区)[^,，、]{0,4}[,，]?(?:具体|分别)?(?:是|有|叫|为)?哪(?:些|几个?|[两二三四五六七八九十\d]+个?)/,
    VILLAGE_BY_NAME,
  ],
  [
    /哪(?:些|几家?|[一两二三四五六七八九十\d]*家)(?:企业|公司|厂|单位)(?!的)/,
    /公司|集团|厂|企业|局|办|中心|院|校|委|队|部|社|[与和同][^，。]{2,6}合作/,
  ],
  [
    /哪(?:些|几个?|[两二三四五六七八九十\d]+个?)(?:县|市|城市|省|省份)/,
    /[\u4e00-\u9fff]{2}(?:县|市|省)(?![级场民内外])/,
  ],
  [/哪(?:些|几个?|[一两二三四五六七八九十\d]*个)(?:园区|园子|产业园|工业园)/, /园/],
  [/哪(?:些|几所?|[一两二三四五六七八九十\d]*[所个家])(?:学校|小学|中学|幼儿园)/, /校|学|园/],
  [/(?<!-)[A-Z]类[、和与及][A-Z]类.{0,4}(?:各|分别)/, /(?<![-—])[A-Z]类/],
];

/** Does a text hold members of the sort that the question asks for? True where no sort is named. */
export function holdsMembers(asked: string, text: string): boolean {
  return MEMBERS.every(([question, member]) => !question.test(asked) || member.test(text));
}

/** A name that counts several sorts of things, such as a centre and two stations. */
const COMPOUND = /[一二两三四五六七八九十\d][^一二两三四五六七八九十\d]{1,4}[一二两三四五六七八九十\d]/;

/** 甲中心，乙、丙站“一中心两站点”: what such a name counts stands before it, one of them in a clause of its own. */
export function namesWhole({ quoted, items }: Understanding, { text }: Statement): boolean {
  return (
    items !== null &&
    quoted.some((name) => COMPOUND.test(name) && text.includes(name)) &&
    itemsTold(text) >= items - 1
  );
}

/** A name made of counted parts, such as 一核四副: each part with its number. */
const COUNTED_PART = /[一二两三四五六七八九十\d]((?:(?![一二两三四五六七八九十])[\u4e00-\u9fff]){1,4})/gu;

/** “一核四副”各在哪里: the parts of a compound name are asked for right behind it. */
const PARTS_ASKED = /[“"「]([^”"」]{3,12})[”"」][^”"」,，。]{0,10}(?:各|分别|指哪|在哪)/gu;

/** “三场所三企业”检查，三场所和三企业分别指哪些: the parts are named once more where they are asked for. */
const NAME_BEFORE =
  /[“"「]([^”"」]{3,12})[”"」][^“"「]{0,12}[,，]([^“"「]{2,16}?)(?:各|分别|指哪|在哪|摆在|放在|是哪)/gu;

/** What the parts of a compound name are can only be told in words beside the name. */
export function unfoldsCompounds(asked: string, text: string): boolean {
  const again = [...asked.matchAll(NAME_BEFORE)].filter(([, name, parts]) =>
    [...name!.matchAll(COUNTED_PART)].some(
      ([part, thing]) => parts!.includes(part) || parts!.includes(`个${thing}`),
    ),
  );
  return [...asked.matchAll(PARTS_ASKED), ...again]
    .map(([, name]) => name!)
    .filter((name) => COMPOUND.test(name))
    .every((name) => {
      const beside = text.replaceAll(name, '');
      return [...name.matchAll(COUNTED_PART)].every(([, part]) => beside.includes(part![0]!));
    });
}
