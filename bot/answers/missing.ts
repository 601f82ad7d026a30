import { fold } from '../../retrieval/text/characters.ts';
import { chineseNumeral } from '../../retrieval/text/numbers.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { Attribute } from '../questions/attributes.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import { spellsOut, spellsOutCode } from '../questions/slogans.ts';
import type { Understanding } from '../questions/understanding.ts';
import { splitClauses } from './clauses.ts';
import { countsOf, itemsTold, longestEnumeration } from './enumerations.ts';
import { tellsAnotherEvent } from './event-kinds.ts';
import { asksForOneOfMembers, asksForPart, hasFigureOfItsOwn, hasUnit, isBound } from './figures.ts';
import { holdsMembers, namesWhole, unfoldsCompounds } from './members.ts';
import { lacksSpeech } from './speeches.ts';
import type { Statement } from './statement.ts';

/** Attributes that must stand in the statement whatever the question's kind: nothing else would answer. */
const ALWAYS: ReadonlySet<Attribute> = new Set(['phone', 'web', 'clock', 'address', 'price', 'route']);
/** Kinds whose measures must stand there too; a list or a reason may be told without them. */
const MEASURED: ReadonlySet<Attribute> = new Set([
  ...ALWAYS,
  'money',
  'percent',
  'area',
  'length',
  'people',
  'count',
  'date',
  'duration',
  'ordinal',
  'day',
  'frequency',
  'years',
  'weekday',
  'name',
  'person',
  'who',
]);
const STRICT: Partial<Readonly<Record<AnswerKind, ReadonlySet<Attribute>>>> = {
  number: MEASURED,
  date: MEASURED,
  person: new Set(['phone', 'name', 'person', 'who']),
  fact: new Set([...ALWAYS, 'money', 'percent', 'area', 'length']),
  comparison: new Set(['money']),
  list: new Set(['phone', 'web', 'clock']),
  howto: new Set(['phone', 'web', 'clock', 'address']),
  wording: new Set(),
  yesno: new Set(['phone', 'web', 'clock', 'price']),
};

/** Figures up to a month are no figures of the year; the words may stand in the sentence before. */
const PARTIAL_YEAR = /截至|截止|前\d+个?月|1[—-]\d+月/;

/** Words that lead to a cause, a purpose or a difficulty; without one of them no why is answered. */
const REASON =
  /因|由于|为[了使让更]|旨在|鉴于|得益于|源于|在于|缘|以便|以[^，。]{2,12}为(?:目的|目标)|从而|确保|避免|防止|杜绝|解决|破解|化解|缓解|针对|面对|问题|难|不便|不足|缺|需[要求]|一方面|负担|浪费|方便|便于|满足|让[^，。]{2,}|使得?|促进|推动|提升|响应|落实|贯彻|导致|引发|受|随着|依托|通过(?!验收|审|考核|率|评|认|公示|了?《)/;

/** What has come of it in the end is asked; that it was aimed at is no answer. */
const AFTERWARDS =
  /后来.{1,12}了[吗没]|最终(?:是否|有没有|到底)|真(?:的)?(?:做到|办到|办成|建成|实现)了?[吗没]|真的?[^,，。?？]{0,8}(?:[到成好完通齐]了?[啦了])[吗没]?[?？]?$/;

/** 发放的3.4亿元中，低保金是多少: a part of a figure that the asker names. */
const PART_OF_FIGURE = /\d(?![\d年])[^,，]{1,16}[中里](?:[头面])?[,，]/;
const PART_ASKED =
  /\d(?![\d年])[^,，]{1,16}[中里][头面]?[,，]([\u4e00-\u9fff]{2,8}?)的?(?:有|是|占|为)?(?:多少|几)/u;

/** 里头有些什么: what a place or thing holds is told by naming several. */
const ASKS_CONTENTS =
  /里[面头边](?:都|一共|总共)?有(?:些|点|哪些|几样)?(?:什么|哪)|有(?:些|点)什么好?[逛玩看]/;

/** Sorts of questions that ask for the parts of a name. */
const UNFOLDED: ReadonlySet<AnswerKind> = new Set(['list', 'place', 'definition']);

/** 试运营 is not yet the opening that 正式 asks for. */
const TRIAL = /试(?:运[营行]|营业|开放|用|点运)/;

/** What a statement can lack of what was asked. */
export type Lacking =
  | Attribute
  | 'parts'
  | 'slogan'
  | 'members'
  | 'part'
  | 'target'
  | 'result'
  | 'wholeYear'
  | 'reason'
  | 'final'
  | 'speech';

/** What is lacking, and when it is. */
const LACKS: readonly (readonly [
  Lacking,
  (understanding: Understanding, statement: Statement) => boolean,
])[] = [
  [
    'person',
    ({ kind, offices }, { text }) => kind === 'person' && offices.some((office) => !text.includes(office)),
  ],
  ['count', lacksCount],
  ['slogan', ({ code }, { candidate }) => code !== null && !spellsOutCode(candidate.sentence.text, code)],
  ['target', ({ wantsTarget }, { candidate }) => wantsTarget && candidate.sentence.modality === 'result'],
  [
    'result',
    ({ wantsResult, attributes, text }, { candidate }) =>
      (AFTERWARDS.test(text) || (wantsResult && attributes.length > 0)) &&
      candidate.sentence.modality === 'target',
  ],
  [
    'wholeYear',
    ({ wantsWholeYear }, { before, candidate }) =>
      wantsWholeYear && PARTIAL_YEAR.test(before + candidate.sentence.text),
  ],
  ['parts', lacksItems],
  ['parts', lacksOrdinal],
  ['parts', lacksFurther],
  ['parts', lacksContents],
  ['parts', lacksRest],
  ['parts', lacksOthers],
  ['members', ({ text: asked }, { candidate }) => !holdsMembers(asked, candidate.sentence.text)],
  ['parts', ({ kind, text: asked }, { text }) => UNFOLDED.has(kind) && !unfoldsCompounds(asked, text)],
  ['slogan', ({ slogan }, { text }) => slogan !== null && !spellsOut(text, slogan)],
  ['reason', lacksReason],
  ['final', lacksFinal],
  ['date', lacksOwnDate],
  ['ordinal', lacksScope],
  ['members', lacksNames],
  ['speech', lacksSpeech],
  ['date', (understanding, { text }) => tellsAnotherEvent(understanding, text)],
  [
    'part',
    ({ kind, text: asked }, { text }) =>
      asksForPart(asked, text) ||
      lacksPartOfFigure(asked, text) ||
      (kind === 'number' && asksForOneOfMembers(asked, text)),
  ],
];

/** What a statement lacks of what was asked: strict attributes, the office named, a slogan's parts. */
export function missingFrom(understanding: Understanding, statement: Statement): Lacking[] {
  const lacking = LACKS.filter(([, lacks]) => lacks(understanding, statement)).map(([name]) => name);
  return [...new Set([...missingAttributes(understanding, statement), ...lacking])];
}

function lacksCount(
  { kind, unit, attributes, ...rest }: Understanding,
  { candidate, text }: Statement,
): boolean {
  const { sentence } = candidate;
  const asksFigure = kind === 'number' && (unit !== null || PART_OF_FIGURE.test(rest.text));
  if (asksFigure && !hasFigureOfItsOwn(rest.text, text)) return true;
  return (
    unit !== null &&
    attributes.includes('count') &&
    !(hasUnit(sentence.text, unit) && isBound(sentence, { ...rest, unit }))
  );
}

function lacksItems(understanding: Understanding, statement: Statement): boolean {
  const { kind, items } = understanding;
  return (
    kind === 'list' &&
    items !== null &&
    itemsTold(statement.text) < items &&
    !namesWhole(understanding, statement)
  );
}

/** In a sentence of so many clauses one after another tells what was done; the cause of one is no other's. */
const MANY_CLAUSES = 5;

/** A cause stands in the clause of the matter, or beside it. */
function lacksReason({ kind, subject }: Understanding, { before, candidate }: Statement): boolean {
  if (kind !== 'reason') return false;
  const { text } = candidate.sentence;
  const clauses = splitClauses(text).map((clause) => clause.text);
  const words = cutWords(fold(subject)).filter((word) => word.trim().length >= 2);
  const shared = clauses.map((clause) => words.filter((word) => fold(clause).includes(word)).length);
  const most = Math.max(...shared);
  if (clauses.length < MANY_CLAUSES || most < 2) return !REASON.test(before + text);
  const at = shared.indexOf(most);
  return !REASON.test(clauses.slice(Math.max(0, at - 1), at + 2).join(''));
}

/** The last of those that a name counts. */
const LAST = /末了|末尾|最后(?:那|一)?个|压轴/;

/** 第三个坚持是什么, where the sentence that names “三个坚持” tells fewer. */
function lacksOrdinal({ text: asked }: Understanding, { candidate }: Statement): boolean {
  // 三个坚持的第三个: the name first, then which of them.
  const [, counted, which] =
    asked.match(/[二三四五六七八九]个([\u4e00-\u9fff]{2})[”"」]?[的里中]?第([二三四五六七八九])个/u) ?? [];
  const [, numeral = which, word = counted] =
    counted === undefined
      ? (asked.match(/第([二三四五六七八九])个([\u4e00-\u9fff]{2})/u) ??
        // “三个坚持”的末了那个 is the third.
        (LAST.test(asked) ? asked.match(/([二三四五六七八九])个([\u4e00-\u9fff]{2})/u) : null) ??
        [])
      : [];
  if (numeral === undefined || word === undefined) return false;
  const name = new RegExp(`[二三四五六七八九]个${word}`, 'u');
  const { text } = candidate.sentence;
  return name.test(text) && text.replace(name, '').split(word).length - 1 < chineseNumeral(numeral)!;
}

/** “五位一体”的第五方是什么, where the sentence names four. */
function lacksFurther({ text: asked }: Understanding, { candidate }: Statement): boolean {
  // 第三方 is a word of its own.
  const numeral = asked.match(/第(?!三方)([二三四五六七八九])(?:方|股|维|环|重|位(?!于))/u)?.[1];
  return numeral !== undefined && longestEnumeration(candidate.sentence.text) < chineseNumeral(numeral)!;
}

function lacksContents({ kind, text: asked }: Understanding, { text }: Statement): boolean {
  return kind === 'list' && ASKS_CONTENTS.test(asked) && itemsTold(text) < 2;
}

const ASKS_REST = /其余|其[他它]|剩|余下|还有|另外|[没未](?:轮到|有?通过|有?完成|验|过)/;

/** 还有3个是哪3个, where the page only counts the rest: 其余3个即将迎接验收. */
function lacksRest({ kind, items, text: asked }: Understanding, { candidate }: Statement): boolean {
  if (!/list|fact|place/.test(kind) || items === null || !ASKS_REST.test(asked)) return false;
  const rest = new RegExp(`(?:其余|其他|其它|剩余|剩下|余下|另外)[${countsOf(items)}][^，,；;。]*`, 'u');
  const told = candidate.sentence.text.match(rest)?.[0];
  return told !== undefined && !told.includes('、');
}

/** 除甲外还有哪些, 除甲外其余十个, where the page names 甲 alone: 甲等企业. */
function lacksOthers({ kind, text: asked }: Understanding, { candidate }: Statement): boolean {
  const [, named] =
    asked.match(
      /除(?:了|开|去)?([^,，]{2,10}?)(?:以外|之外|外)?[,，]?(?:(?:还|另)有?(?:哪|谁|什么)|(?:其余|其[他它]|另外|剩下)的?(?:\d|[几两二三四五六七八九十]|[^,，]{0,8}(?:哪|谁|什么)))/u,
    ) ?? [];
  if (!/list|definition|fact/.test(kind) || named === undefined) return false;
  const { text } = candidate.sentence;
  const at = text.indexOf(named);
  return at !== -1 && text[at + named.length] === '等' && text[at - 1] !== '、';
}

/** Of 134人中，党员有多少人 the page must name the part, and not the whole alone. */
function lacksPartOfFigure(asked: string, text: string): boolean {
  const part = asked.match(PART_ASKED)?.[1];
  return part !== undefined && !cutWords(part).some((word) => word.length >= 2 && text.includes(word));
}

/** Asked for the day of the opening proper; a premise about the trial is answered by the trial. */
function lacksFinal({ kind, text: asked }: Understanding, { candidate }: Statement): boolean {
  const { text } = candidate.sentence;
  return kind === 'date' && /正式(?!.*[吗吧])/.test(asked) && TRIAL.test(text) && !/正式/.test(text);
}

/** 继甲报道之后，11月9日乙再次报道: the date is 乙's, and 甲's is not told. */
function lacksOwnDate({ kind, quoted }: Understanding, { candidate }: Statement): boolean {
  const before = candidate.sentence.text.match(/(?:^|[，,])继([^，,]{2,24}?)之?后[，,]/u)?.[1];
  if (kind !== 'date' || before === undefined) return false;
  const rest = candidate.sentence.text.replace(before, '');
  return quoted.some((name) => before.includes(name) && !rest.includes(name));
}

/** 全市第几, where the page tells the place within 全区. */
function lacksScope({ text: asked }: Understanding, { text }: Statement): boolean {
  const wanted = asked.match(/全([区市省国镇])(?=[^,，?？]{0,8}(?:第几|位次|名次|排名|几名|排))/u)?.[1];
  const told = [
    ...text.matchAll(/全([区市省国镇])(?=[^，,；;。]{0,4}(?:第[一二三四五六七八九十\d]|前列|首位))/gu),
  ];
  return wanted !== undefined && told.length > 0 && !told.some(([, scope]) => scope === wanted);
}

/** Things whose names are asked for: 哪几家, 各是哪些村. */
const ASKS_NAMES = /哪(?:几|些)?(?:家|所|个(?:单位|村|企业|公司|学校))|(?:名字|名称|名单|全称)/;

/** 上榜的是哪几家, where the page only counts them: 红榜单位不少于8家、黑榜单位不超过2家. */
function lacksNames({ kind, text: asked }: Understanding, { text }: Statement): boolean {
  if (kind !== 'list' || !ASKS_NAMES.test(asked)) return false;
  const members = splitClauses(text)
    .filter((clause) => clause.text.includes('、'))
    .flatMap((clause) => clause.text.split('、'));
  return members.length > 0 && members.every((member) => /\d+[家个所]/.test(member));
}

function missingAttributes(understanding: Understanding, statement: Statement): Attribute[] {
  const strict = STRICT[understanding.kind] ?? ALWAYS;
  return understanding.attributes.filter(
    (attribute) =>
      strict.has(attribute) &&
      !statement.holds(attribute) &&
      !(attribute === 'date' && isOfPageYear(understanding, statement)),
  );
}

/** Just before the page was printed. */
const JUST_BEFORE = /日前|近日|不久前|近期/;

/** 是哪一年的事, where the page says 不久前: its own year is told before the statement. */
function isOfPageYear({ text: asked }: Understanding, { text, candidate: { sentence } }: Statement): boolean {
  const year = sentence.sectionYear ?? sentence.year;
  return /哪一?年|年份|哪个年[头度]/.test(asked) && JUST_BEFORE.test(text) && year !== null;
}

/** “不久前”是哪一年: the words of the page are asked about, and it prints them. */
export function asksWhenWordsWere({ kind, text: asked }: Understanding, { text }: Statement): boolean {
  const words = asked.match(JUST_BEFORE)?.[0];
  return kind === 'date' && words !== undefined && text.includes(words);
}
