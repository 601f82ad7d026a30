import { chineseNumeral } from '../../retrieval/text/numbers.ts';
import { type Attribute, attributesOf, subjectOf } from './attributes.ts';
import { type AnswerKind, kindOf } from './kinds.ts';
import { membersIn } from './members.ts';
import { officesIn } from './offices.ts';
import { codeIn, type Slogan, sloganIn } from './slogans.ts';
import { unitAsked } from './units.ts';

/** What the words of a question, or of one part of it, ask to be told. */
export interface Asked {
  readonly kind: AnswerKind;
  readonly attributes: readonly Attribute[];
  /** The unit that a question about a number asks in (套 of 多少套), or null. */
  readonly unit: string | null;
  /** Rows of a table asked for by their number. */
  readonly rows: readonly number[];
  /** Under which heading something stands is asked: 归在哪个“地”底下. */
  readonly asksSection: boolean;
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
  /** Names each of which is asked for by itself. */
  readonly members: readonly string[];
  /** How many things are asked for: question words and 各, 分别, 及其. */
  readonly wants: number;
  /** What has come of it is asked, so that an aim alone is no answer. */
  readonly wantsResult: boolean;
  /** An aim is asked for, so that an outcome alone is no answer. */
  readonly wantsTarget: boolean;
  /** The figure of a whole year is asked for. */
  readonly wantsWholeYear: boolean;
}

const RESULT =
  /实际|实打实|截至[^,，]{2,12}(?:已|一共|共|现)有|最终|真的?.{0,3}(?:招到|建成|完成|做到|花了|引进|达到|兑现|实现)|要(?:的是)?(?:结果|实绩)|最后结果|最后(?:完成|到底)|完成了多少|建成了?多少|已经(?:完成|花|投|达到|建)|兑现|到位了?多少|完成额|实绩|最后.{0,6}(?:完成|建成|达到)/;

/** Sorts of questions that ask for the parts of a slogan. */
const SPELT_OUT: ReadonlySet<AnswerKind> = new Set(['list', 'definition', 'wording']);

/** “三个坚持”的第二个: one part of a slogan, and not all of them. */
const ONE_PART = /第[一二三四五六七八九]个/;

/** Reads a standard-worded question, or one part of it. */
export function readAsked(text: string): Asked {
  // Quoted words are the documents' own: 聚焦服务链接 does not ask for a link.
  // 哪“三实” asks as 哪三个 does, though the name is quoted.
  const asking = text.replace(/哪[“"「]([^”"」]{2,6})[”"」]/g, '哪$1');
  const unquoted = asking.replace(/[“"「《][^”"」》]*[”"」》]/g, '…');
  const kind = kindOf(unquoted);
  const code = codeIn(text);
  // 是门牌号还是暗号: what a code is taken for is not what is asked.
  const attributes = code === null ? attributesOf(unquoted, kind) : [];
  const quoted = [...text.matchAll(/[“"「《]([^”"」》]{2,30})[”"」》]/g)].map((match) => match[1]!);
  return {
    kind,
    attributes,
    unit: kind === 'number' ? unitAsked(unquoted) : null,
    rows: rowsAsked(text),
    asksSection: /(?:归|属|放|排|列|挂)(?:在|于|到|进)?.{0,3}哪|在哪.{0,6}(?:底下|下面|名下)/.test(text),
    items: itemsAsked(text),
    subject: subjectOf(text, attributes),
    offices:
      kind === 'person' || (kind === 'list' && /谁|叫什么|哪位|姓名|名字/.test(text)) ? officesIn(text) : [],
    slogan:
      !ONE_PART.test(text) && (SPELT_OUT.has(kind) || (kind === 'fact' && /具体|分别|什么/.test(text)))
        ? sloganIn(text)
        : null,
    code,
    quoted: code === null || quoted.includes(code) ? quoted : [...quoted, code],
    members: membersIn(text),
    wants: wantsOf(text),
    wantsResult:
      RESULT.test(text) &&
      !/目标|计划|打算|要求|定(?:了|多少|的)|还是/.test(
        text.replace(/(?:不要|不是|别给|而非)(?:目标|计划)/g, ''),
      ),
    wantsTarget:
      /目标值|目标(?:数|是多少|定|为多少)|(?:年初|年头|原先|原本|当初|事先).{0,8}(?:定|目标|任务|计划|指标)|定的(?:任务|指标|目标)|计划数|任务数/.test(
        text,
      ) && !/实际|完成|结果|实绩|还是/.test(text),
    wantsWholeYear: /全年|年度决算|决算数|一整年|整年|1[—\-到至~]12月/.test(text),
  };
}

/** Every question word asks for one thing; 各, 分别, 一并 and 附 ask for one more. */
function wantsOf(text: string): number {
  const words = text.match(/多少|几[^乎]|哪|谁|什么|何时|何地|如何|怎么|怎样/g)?.length ?? 0;
  return (
    words +
    (/各|分别|一并|附(?!近)|同时|并(?:说明|给出|注明)|以及|带上|带一句|也(?:给|报|说|要|带)/.test(text)
      ? 1
      : 0)
  );
}

/** 四个数字 are the parts of a code, not items of a list. */
const COUNTED =
  '(?<![一二三四五六七八九十百\\d第])(十[一二三四五六七八九]|[两二三四五六七八九十]|\\d{1,2})(个|样|项|条|种|类|支|家|处|句|对|站|方面|件|位|点|块|所|座|名|只|步|篇|批|座|样子)(?!数字|数目)';
const ITEMS = [
  new RegExp(`哪${COUNTED}(?!字)`),
  new RegExp(`(?:其余|另外|那|这)${COUNTED}`),
  new RegExp(
    `${COUNTED}[^。?？]{0,10}?(?:各|分别|都叫|具体|逐|名单|清单|名称|名字|[村校]名|是哪|叫什么|一一|一样样|都?[列报数](?:一[下遍列报数]|全|来|出))`,
  ),
  /(?<![周期拜第十百])([两二三四五六七八九十])个?[“"「]/,
  // “四个推进”各对应什么: the name itself says how many.
  /[“"「《][^”"」》]{0,10}?([两二三四五六七八九十])(?:个|大|项)[\u4e00-\u9fff]{2,6}[”"」》](?=.{0,8}(?:每个|各|分别|是哪|指哪|有哪|对应|包括|逐))/u,
];

/** 那七个村，验收过关的有哪几个; 提升村七个，已经过了的是哪几个: some of the seven are asked for. */
const SOME_OF_THEM =
  /^(?:[那这][^,，]{2,10}|[^,，]{0,3}(?=[,，](?!都|全|分别|各|是|叫)[^,，]{3}))[,，][^,，]*哪几/;

/** How many items the list asked for is said to have: 哪六样, 其余9个, 七个…都叫什么. */
function itemsAsked(text: string): number | null {
  for (const pattern of ITEMS) {
    const match = text.match(pattern);
    const digits = match?.[1];
    if (digits === undefined || SOME_OF_THEM.test(text.slice(match!.index))) continue;
    const value = /\d/.test(digits) ? Number(digits) : chineseNumeral(digits);
    if (value !== undefined && value >= 2 && value <= 20) return value;
  }
  return null;
}

function rowsAsked(text: string): number[] {
  const rows = new Set<number>();
  // 表里从7号到10号: a stretch of a table; without one they are days.
  const [, first, last] =
    (/[表单]|清单|序号|项目|[项行]/.test(text)
      ? text.match(/从第?(\d{1,2})[号项行]?(?:到|至)第?(\d{1,2})[号项行](?![^,，]{0,4}(?:天|期间))/)
      : null) ?? [];
  for (let row = Number(first); row <= Math.min(Number(last), Number(first) + 30); row++) rows.add(row);
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
