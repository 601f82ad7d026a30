import { chineseNumeral } from '../../retrieval/text/numbers.ts';
import {
  type AnswerKind,
  type Attribute,
  attributesOf,
  kindOf,
  officesIn,
  subjectOf,
  unitAsked,
} from './kinds.ts';
import type { AskRequest } from './request.ts';
import { codeIn, type Slogan, sloganIn } from './slogans.ts';
import { type Towns, townsNamed } from './towns.ts';
import { yearsAsked } from './years.ts';

/** Part of a question that wants a fact of its own: one town of two, one year of two, one of several questions. */
export interface Aspect {
  readonly text: string;
  /** Words that lend this part its subject: the question's first part, earlier turns. */
  readonly context: string;
  readonly town: string | null;
  readonly years: readonly number[];
}

/** What is being asked, as an explicit value that `--explain` prints. */
export interface Understanding {
  /** As typed. */
  readonly question: string;
  /** In standard words. */
  readonly text: string;
  /** Words of earlier turns that the question leans on; empty when it stands alone. */
  readonly context: string;
  readonly kind: AnswerKind;
  readonly attributes: readonly Attribute[];
  readonly towns: readonly string[];
  readonly unknownTowns: readonly string[];
  readonly years: readonly number[];
  /** 今年, 去年 …: years by the asker's own calendar. */
  readonly relativeYear: boolean;
  /** What has come of it is asked, so that an aim alone is no answer. */
  readonly wantsResult: boolean;
  /** An aim is asked for, so that an outcome alone is no answer. */
  readonly wantsTarget: boolean;
  /** The figure of a whole year is asked for. */
  readonly wantsWholeYear: boolean;
  /** The unit that a question about a number asks in (套 of 多少套), or null. */
  readonly unit: string | null;
  /** Rows of a table asked for by their number. */
  readonly rows: readonly number[];
  /** How many items a list is said to have (哪六样), or null. */
  readonly items: number | null;
  /** What the question is about, without the words that ask. */
  readonly subject: string;
  /** Offices that a question about a person names. */
  readonly offices: readonly string[];
  /** A number slogan whose parts are asked for. */
  readonly slogan: Slogan | null;
  /** A code of figures (410850, 2+3+X) whose parts are asked for. */
  readonly code: string | null;
  /** Words in quotation marks, without the marks. */
  readonly quoted: readonly string[];
  /** The headline itself is asked for. */
  readonly asksTitle: boolean;
  /** What was answered just before; a follow-up seldom asks for the same sentence again. */
  readonly said: string;
  /** How many things are asked for: question words and 各, 分别, 及其. */
  readonly wants: number;
  /** Asks whether the page breaks off here. */
  readonly asksWhole: boolean;
  /** The question speaks of the report itself, so its year may be the page's. */
  readonly aboutReport: boolean;
  readonly aspects: readonly Aspect[];
}

export interface UnderstandingContext {
  readonly normalise: (text: string) => string;
  readonly towns: Towns;
  readonly now: Date;
}

/** A premise to check (…对吗, 不是…么): its town and year may be what is wrong with it. */
const PREMISE =
  /对吗|对不对|没错吧|是吧|不对吧|吧(?:[?？,，]|$)|不是.{2,24}[么吗][?？]?$|准确吗|属实|真的假的|是真的/;

const RESULT =
  /实际|最终|真的.{0,3}(?:招到|建成|完成|做到|花了|引进)|最后(?:完成|到底)|完成了多少|建成了?多少|已经(?:完成|花|投|达到|建)|兑现|到位了?多少|完成额|实绩|最后.{0,6}(?:完成|建成|达到)/;

/** Reads a question into an explicit value; nothing is searched yet. */
export function understand(request: AskRequest, context: UnderstandingContext): Understanding {
  const text = context.normalise(request.question);
  const previous = leansOnHistory(text, request) ? lastTurns(request, context.normalise) : '';
  const own = townsNamed(text, context.towns);
  const inherited =
    own.known.length + own.unknown.length === 0 && previous !== ''
      ? townsNamed(previous, context.towns)
      : own;
  const swapped = /隔壁|另一个镇|另外一个镇|别的镇|那边镇/.test(text) && inherited.known.length === 1;
  const named = swapped
    ? context.towns.known.filter((town) => !inherited.known.includes(town))
    : inherited.known;
  const towns = named.length === 0 && /两镇|两个镇|两地|两边/.test(text) ? context.towns.known : named;
  const stated = request.town != null && request.town !== '' ? [request.town] : towns;
  const asked = yearsAsked(text, context.now);
  const years = yearsOf(request, asked.years, text, previous, context.now);
  // Quoted words are the documents' own: 聚焦服务链接 does not ask for a link.
  const unquoted = text.replace(/[“"「《][^”"」》]*[”"」》]/g, '…');
  const kind = kindOf(unquoted);
  const attributes = attributesOf(unquoted, kind);
  return {
    question: request.question,
    text,
    context: previous,
    kind,
    attributes,
    towns: stated,
    unknownTowns: own.unknown,
    years,
    relativeYear: asked.relative,
    wantsResult: RESULT.test(text) && !/目标|计划|打算|要求|定(?:了|多少|的)|还是/.test(text),
    wantsTarget:
      /目标值|目标(?:数|是多少|定|为多少)|年初.{0,8}(?:定|目标)|计划数/.test(text) &&
      !/实际|完成|结果|实绩|还是/.test(text),
    wantsWholeYear: /全年|年度决算|决算数|一整年|整年|1[—\-到至~]12月/.test(text),
    unit: kind === 'number' ? unitAsked(unquoted) : null,
    rows: rowsAsked(text),
    items: itemsAsked(text),
    subject: subjectOf(text, attributes),
    offices: kind === 'person' ? officesIn(text) : [],
    slogan: kind === 'list' || kind === 'definition' ? sloganIn(text) : null,
    code: codeIn(text),
    quoted: [...text.matchAll(/[“"「《]([^”"」》]{2,30})[”"」》]/g)].map((match) => match[1]!),
    asksTitle: /标题|题目|篇名/.test(text),
    said:
      previous === ''
        ? ''
        : ((request.history ?? []).filter((turn) => turn.role === 'assistant').at(-1)?.text ?? ''),
    wants: wantsOf(text),
    asksWhole:
      /(?:是否|是不是|有没有|还是)?.{0,4}(?:完整|看全|全不全|中断|截断|断掉|断了|没写完|写完|缺字|残缺)/.test(
        text,
      ),
    aboutReport: /报道|那期|那版|那篇|这篇|一文|版面|文中|这页|那页/.test(text),
    aspects:
      PREMISE.test(text) && stated.length < 2
        ? [{ text, context: previous, town: null, years: [] }]
        : aspectsOf(text, previous, stated, years, context.towns),
  };
}

/** A short question, or one that begins with 那 or points back, is completed from what was said before. */
function leansOnHistory(text: string, request: AskRequest): boolean {
  if ((request.history ?? []).length === 0) return false;
  return (
    text.length <= 30 ||
    /^(?:那|其中|还有|再|它|他|她|这|另外|都有谁|上面|刚才|前面)/.test(text) ||
    /呢[？?]?$|它|这个|那个|该/.test(text)
  );
}

/** The last question and, after it, the answer given: what a follow-up can mean. */
function lastTurns(request: AskRequest, normalise: (text: string) => string): string {
  const history = request.history ?? [];
  const asked = history.filter((turn) => turn.role === 'user').at(-1)?.text ?? '';
  const said = history.filter((turn) => turn.role === 'assistant').at(-1)?.text ?? '';
  return `${normalise(asked)} ${said.slice(0, 200)}`.trim();
}

function yearsOf(
  request: AskRequest,
  asked: readonly number[],
  text: string,
  previous: string,
  now: Date,
): number[] {
  if (asked.length > 0) return [...asked];
  if (request.year != null) return [request.year];
  const before = yearsAsked(previous, now).years;
  if (before.length === 1 && /前一年|上一年|头一年|再往前/.test(text)) return [before[0]! - 1];
  if (before.length === 1 && /后一年|下一年|第二年/.test(text)) return [before[0]! + 1];
  return [];
}

/** Every question word asks for one thing; 各, 分别, 一并 and 附 ask for one more. */
function wantsOf(text: string): number {
  const words = text.match(/多少|几[^乎]|哪|谁|什么|何时|何地|如何|怎么|怎样/g)?.length ?? 0;
  return words + (/各|分别|一并|附(?!近)|同时|并(?:说明|给出|注明)|以及/.test(text) ? 1 : 0);
}

const COUNTED =
  '([两二三四五六七八九十]|\\d{1,2})(个|样|项|条|种|类|支|家|处|句|对|站|方面|件|位|点|块|所|座|名|只|步|篇|批|座|样子)';
const ITEMS = [
  new RegExp(`哪${COUNTED}`),
  new RegExp(`(?:其余|另外|那|这)${COUNTED}`),
  new RegExp(`${COUNTED}[^。?？]{0,10}?(?:各|分别|都叫|具体|逐|名单|清单|是哪|叫什么|一样样)`),
  /([两二三四五六七八九十])个?[“"「]/,
];

/** How many items the list asked for is said to have: 哪六样, 其余9个, 七个…都叫什么. */
function itemsAsked(text: string): number | null {
  for (const pattern of ITEMS) {
    const digits = text.match(pattern)?.[1];
    if (digits === undefined) continue;
    const value = /\d/.test(digits) ? Number(digits) : chineseNumeral(digits);
    if (value !== undefined && value >= 2 && value <= 20) return value;
  }
  return null;
}

function rowsAsked(text: string): number[] {
  const rows = new Set<number>();
  for (const match of text.matchAll(
    /(?:序号|第|编号)((?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、,和到至-](?:\d{1,2}|[一二三四五六七八九十]{1,3}))*)(?:项|行|条|个项目|号|(?=[^\d年届次批期轮]|$))/g,
  )) {
    const isRow = /序号|编号/.test(match[0]) || /(?:项|行)$/.test(match[0]);
    if (!isRow) continue;
    const parts = match[1]!.split(/[、,和]/);
    for (const part of parts) {
      const range = part
        .split(/[到至-]/)
        .map((piece) => (/\d/.test(piece) ? Number(piece) : chineseNumeral(piece)));
      if (range[0] === undefined) continue;
      for (let row = range[0]; row <= Math.min(range.at(-1) ?? range[0], range[0] + 30); row++) rows.add(row);
    }
  }
  return [...rows];
}

/** Questions asked at once that are answered one by one; each is a search of its own. */
const MOST_PARTS = 6;

/** Splits a question that wants several facts. One aspect (the whole) when it wants one. */
function aspectsOf(
  text: string,
  context: string,
  towns: readonly string[],
  years: readonly number[],
  known: Towns,
): Aspect[] {
  if (towns.length >= 2) {
    return towns.map((town) => {
      const near = yearsNear(text, town, years, known);
      return { text: withoutYears(textFor(text, town, towns), years, near), context, town, years: near };
    });
  }
  const town = towns[0] ?? null;
  const dated = text
    .split(/[?;]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 5);
  if (
    years.length >= 2 &&
    dated.length === years.length &&
    dated.every((part) => years.filter((year) => part.includes(String(year))).length === 1)
  ) {
    return dated.map((part, index) => ({
      text: part,
      context: index === 0 ? context : `${dated[0]!} ${context}`.trim(),
      town,
      years: years.filter((year) => part.includes(String(year))),
    }));
  }
  if (years.length >= 2 && years.length <= 4)
    return years.map((year) => ({ text: withoutYears(text, years, [year]), context, town, years: [year] }));
  const parts = text
    .split(/[?;]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 5 && !/^(?:请|要|附|并|逐|带|给|列|写)/.test(part))
    .slice(0, MOST_PARTS);
  if (parts.length >= 2 && parts.slice(1).every((part) => kindOf(part) !== 'fact')) {
    return parts.map((part, index) => ({
      text: part,
      context: index === 0 ? context : `${parts[0]!} ${context}`.trim(),
      town,
      years,
    }));
  }
  return [{ text, context, town, years }];
}

/** The whole question without the other towns' names: what stands after both (各是多少) belongs to each. */
function textFor(text: string, town: string, towns: readonly string[]): string {
  return towns
    .filter((name) => name !== town)
    .reduce(
      (result, name) => result.replaceAll(name, '').replaceAll(name.replace(/(?:镇|乡|街道)$/, ''), ''),
      text,
    );
}

/** The years that stand nearest to a town's name; all of them when none is near. */
function yearsNear(text: string, town: string, years: readonly number[], known: Towns): readonly number[] {
  if (years.length < 2) return years;
  const short = town.replace(/(?:镇|乡|街道)$/, '');
  const at = text.indexOf(short);
  const stops = known.known
    .map((name) => text.indexOf(name.replace(/(?:镇|乡|街道)$/, ''), at + 1))
    .filter((index) => index > at);
  const own = text.slice(at, Math.min(text.length, ...stops));
  const near = years.filter((year) => own.includes(String(year)));
  return near.length > 0 ? near : years;
}

function withoutYears(text: string, years: readonly number[], kept: readonly number[]): string {
  return years
    .filter((year) => !kept.includes(year))
    .reduce((result, year) => result.replace(new RegExp(`${year}年?`, 'g'), ''), text);
}
