import { findDates } from '../../retrieval/text/dates.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import type { Attribute } from '../questions/attributes.ts';

/** An office or body that can be the answer to 谁. */
const OFFICE =
  /镇党委|镇政府|镇人大|纪委|委员会|办公室|负责人|干部|志愿者|队|公司|村民|学校|中心|部门|单位|局|所/;

/** Groups of people that answer 谁 where no name is asked for. */
const GROUP = /专班|理事会|联谊会|企业|工业园|社区|裁判|评委|考官|党员|职工|员工|居民|老人|学生|工匠/;

/** An amount of money: 元, or 25.2亿 that counts nothing else (2万人). */
const AMOUNT = /元|[\d.]+[万亿](?![人户平亩次小级份册台辆株头家个名])/;
/** What a fee may be told in: 元, or 万 that counts nothing else. */
const FEE = /元|万(?![人户平亩次小级份册台辆株头家个名])/;

const HOLDS: Readonly<Record<Attribute, (text: string, persons: readonly string[]) => boolean>> = {
  phone: (text) =>
    /(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|\d{7,8}|12\d{3}|400-?\d{3}-?\d{4})(?!\d)/.test(text),
  web: (text) => /https?:|www\.|@|公众号|网址/.test(text),
  route: (text) => /\d+路|公交\d+/.test(text),
  clock: (text) => /\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]+点(?!位|多)|24小时|全天/.test(text),
  address: (text) => /(?:路|街|道|巷|弄)\s*\d+\s*号|\d+号楼|位于|地处|坐落/.test(text),
  price: holdsPrice,
  money: (text) => AMOUNT.test(text) && findNumbers(text).length > 0,
  percent: (text) =>
    findNumbers(text).some(({ percent }) => percent) ||
    /倍|成以上|翻番|[过超]半|半数|一半|全(?:部|员)|全[\u4e00-\u9fff]?覆盖|百分之/.test(text),
  area: (text) => /平方|亩|公顷/.test(text) && findNumbers(text).length > 0,
  length: (text) => /公里|千米|里|米/.test(text) && findNumbers(text).length > 0,
  people: (text) =>
    findNumbers(text).some(({ unit }) => /人|名|位|户/.test(unit)) || /近百名|数百|上千/.test(text),
  count: (text) => holdsCount(text.replace(VERSION, '')),
  date: holdsDate,
  duration: (text) =>
    holdsDate(text) || /[\d一二两三四五六七八九十半][百千万]?(?:个?月|天|年|周|小时|分钟)/.test(text),
  years: (text) =>
    /(?<!\d)(?:[一二两三四五六七八九十]|\d{1,2})个?年(?![级轻代底初末中度])|20\d\d年?[-—至到]20\d\d/.test(
      text,
    ),
  ordinal: (text) =>
    /^\d(?!\d*[年月.万亿])|第[一二三四五六七八九十\d]+|[一二三特优]等|头(?:名|位)|首[位届个批]|[一二三四五六七八九十\d]+[期届批]|周年|\d\.\d/.test(
      text,
    ),
  day: (text) => findDates(text).some(({ day }) => day !== undefined),
  frequency: (text) =>
    /每(?:个)?[一二三四五六七八九十两半\d]*个?(?:年|季|月|周|星期|礼拜|天|日|学期|班|人)|[一两半](?:年|季度?|月|周|天)[一两三四五六\d]?(?:次|期|场|会|小时)|(?:日|周|月|季|年)(?:例会|会商|分析|研判|点评|报)|(?:全年|一年|年均)[^。；;]{0,30}\d[^。，,]{0,3}[次场回]|定期|常态化/.test(
      text,
    ),
  weekday: (text) => /[周逢][一二三四五六日末]|星期|礼拜|工作日|双休|每[天日]|全年/.test(text),
  name: (text, persons) => persons.some((person) => text.includes(person)),
  person: holdsPerson,
  who: (text, persons) => holdsPerson(text, persons) || GROUP.test(text),
};

/** Does a stretch of text hold what a question asks to be told? `persons` are known persons' names. */
export function holds(attribute: Attribute, text: string, persons: readonly string[]): boolean {
  return HOLDS[attribute](text, persons);
}

/** 微信治村3.0 counts nothing. */
const VERSION = /(?<=[\u4e00-\u9fffA-Za-z”])\d\.\d(?![\d%％万亿元个亩倍])/gu;

function holdsCount(text: string): boolean {
  return (
    findNumbers(text).some(({ unit }) => !/^(?:年|月|日)$/.test(unit)) ||
    /近百|数十|全部|全覆盖|\d/.test(text)
  );
}

/** A fee, or that there is none; a total invested is no fee. */
function holdsPrice(text: string): boolean {
  if (/免费|不收费|免[交收]/.test(text)) return true;
  return (
    /收费|费|价|工资|租金|押金|奖|补[贴助偿]|罚|每.{0,6}元|元[/／每]/.test(text) &&
    FEE.test(text) &&
    findNumbers(text).length > 0
  );
}

function holdsDate(text: string): boolean {
  return (
    findDates(text).length > 0 || /(?:19|20)\d{2}年|年内|期间|每[年月周天季]|\d+(?:个月|天|年)/.test(text)
  );
}

function holdsPerson(text: string, persons: readonly string[]): boolean {
  return persons.some((person) => text.includes(person)) || OFFICE.test(text);
}
