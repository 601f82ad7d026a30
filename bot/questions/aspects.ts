import { type Asked, readAsked } from './asked.ts';

import { type Mention, sideBySide } from './side-by-side.ts';
import type { Towns } from './towns.ts';
import { yearsAsked } from './years.ts';

/** Part of a question that wants a fact of its own: one town of two, one year of two, one of several questions. */
export interface Aspect {
  readonly text: string;
  /** Words that lend this part its subject: the question's first part, earlier turns. */
  readonly context: string;
  readonly town: string | null;
  readonly years: readonly number[];
  /** What this part alone asks to be told; null when it asks the same as the whole question. */
  readonly asked: Asked | null;
}

/** What the parts of a question inherit from the whole. */
export interface Whole {
  /** Words of earlier turns. */
  readonly context: string;
  readonly towns: readonly string[];
  readonly years: readonly number[];
  readonly known: Towns;
  readonly now: Date;
}

/** Questions asked at once that are answered one by one; each is a search of its own. */
const MOST_PARTS = 6;
/** A part shorter than this names nothing to look for. */
const SHORTEST_PART = 5;

const QUESTION_WORD = /多少|几(?!乎)|哪|谁|什么|何时|何地|为何|如何|怎么|怎样|怎的/;
/** 甲多还是乙多, 是不是, 对吗: the clauses of such a question are one question. */
const ONE_QUESTION = /还是|是不是|是否|对吗|对不对|[吗吧]|相比|对比|区别|差(?:多少|几|在)|原话|原文|标题/;

/** Splits a question that wants several facts. One aspect (the whole) when it wants one. */
export function aspectsOf(text: string, whole: Whole): Aspect[] {
  const { context, towns, years, known } = whole;
  const town = towns[0] ?? null;
  if (towns.length >= 2) {
    return sideBySide(text, towns, townMentions(text, towns)).map((part) => {
      const near = yearsNear(text, part.key, years, known);
      const own = withoutYears(part.text, years, near);
      return {
        text: own,
        context: `${part.beside} ${context}`.trim(),
        town: part.key,
        years: near,
        asked: readAsked(own),
      };
    });
  }
  const parts = partsOf(text);
  if (years.length >= 2) {
    const dated = text.split(/[?;]/).filter((part) => part.trim().length >= SHORTEST_PART);
    const oneEach =
      dated.length === years.length &&
      dated.every((part) => years.filter((year) => part.includes(String(year))).length === 1);
    if (oneEach) return asParts(dated, text, whole);
    if (years.length <= 4 && parts.every((part) => yearsAsked(part, whole.now).years.length !== 1)) {
      const mentions = yearMentions(text, years);
      const named = years.every((year) => mentions.some(({ key }) => key === year));
      const own = new Map(named ? sideBySide(text, years, mentions).map((part) => [part.key, part]) : []);
      return years.map((year) => {
        const part = own.get(year)?.text;
        return {
          text: part ?? withoutYears(text, years, [year]),
          context: `${own.get(year)?.beside ?? ''} ${context}`.trim(),
          town,
          years: [year],
          asked: part === undefined ? null : readAsked(part),
        };
      });
    }
  }
  if (parts.length >= 2) return asParts(parts, text, whole);
  const names = namesOf(text);
  if (names.length > 0)
    return names.map((name) => {
      const own = names
        .filter((other) => other !== name)
        .reduce((left, other) => left.replace(other, ''), text);
      return { text: own, context, town, years, asked: readAsked(`${name}是什么`) };
    });
  const pair = pairOf(text);
  if (pair !== undefined) {
    const [one, other] = pair;
    const part = (own: string, before: string): Aspect => ({
      text: own,
      context: `${before} ${context}`.trim(),
      town,
      years,
      asked: readAsked(own),
    });
    return [part(one, ''), part(other, one)];
  }
  const items = itemsOf(text);
  if (items !== undefined) {
    return items.members.slice(0, MOST_PARTS).map((member) => ({
      text: `${member}${items.asking}`,
      context: `${items.before} ${context}`.trim(),
      town,
      years,
      asked: readAsked(`${items.before}${member}${items.asking}`),
    }));
  }
  return [{ text, context, town, years, asked: null }];
}

/** Each part with the words of the first as context; a year named in one part holds for that part and those after it. */
function asParts(parts: readonly string[], text: string, { context, towns, years, now }: Whole): Aspect[] {
  const first = parts[0]!;
  const inText = yearsAsked(text, now).years;
  let current = inText.length === 0 ? years : yearsAsked(first, now).years;
  return parts.slice(0, MOST_PARTS).map((part, index) => {
    const own = yearsAsked(part, now).years;
    if (own.length > 0) current = own;
    return {
      text: part,
      context: index === 0 ? context : `${first} ${context}`.trim(),
      town: towns[0] ?? null,
      years: current,
      asked: readAsked(part),
    };
  });
}

/** Questions that stand beside one another: 甲在哪里，乙有多少; 什么时候启动，什么时候开放. */
function partsOf(text: string): string[] {
  const sentences = text
    .split(/[?;。]/)
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST_PART && !/^(?:请|要|附|并|逐|带|给|列|写|分别)/.test(part));
  if (sentences.length >= 2)
    return sentences.slice(1).every((part) => QUESTION_WORD.test(part)) ? sentences : [text];
  if (ONE_QUESTION.test(text)) return [text];
  const clauses = text.split(/[,，、](?![^“"「《]*[”"」》])/);
  const parts: string[] = [];
  let open = '';
  for (const clause of clauses) {
    // 几个圈，分别是什么圈 asks once.
    if (parts.length > 0 && open === '' && /^(?:分别|各|都)(?:是|叫|为|指)/.test(clause)) {
      parts[parts.length - 1] += `,${clause}`;
      continue;
    }
    open = open === '' ? clause : `${open},${clause}`;
    if (!QUESTION_WORD.test(clause)) continue;
    parts.push(open.trim());
    open = '';
  }
  if (open !== '' && parts.length > 0) parts[parts.length - 1] += `,${open}`;
  const worthy = parts.filter((part) => part.length >= SHORTEST_PART);
  return worthy.length >= 2 && worthy.length === parts.length ? worthy : [text];
}

/** “第一标识”“第一名片”各指什么: each name is asked for alone. */
function namesOf(text: string): string[] {
  const names = [...text.matchAll(/[“「]([^”」]{2,14})[”」]/gu)].map((match) => match[0]);
  const each = /(?:各|分别)(?:自|都)?(?:是|指|为|代表|讲|说|叫)/.test(text);
  return each && names.length >= 2 && names.length <= MOST_PARTS ? names : [];
}

/** 排查的隐患数和检查场所的次数分别是多少: two measures, each asked for alone. */
function pairOf(text: string): [string, string] | undefined {
  if (ONE_QUESTION.test(text)) return undefined;
  const match = text.match(
    /^(.{4,})(?:以及|和|与|及|跟)([^和与及跟、]{2,18}?)[,，]?(?:分别|各自?)((?:是|为|有|占|要|达到?|完成|定)?了?(?:多少|几)[^,，?？。]{0,8})[?？。]?$/u,
  );
  if (match === null) return undefined;
  const [, first, second, asking] = match;
  // A list of three and more, or a name in quotation marks cut in two.
  if (
    first!.includes('、') ||
    (first!.match(/[“「《]/g)?.length ?? 0) !== (first!.match(/[”」》]/g)?.length ?? 0)
  )
    return undefined;
  return [`${first}${asking}`, `${second}${asking}`];
}

/** 盘活用地、停车位、旧改投入各多少: things set side by side of each of which the same is asked. */
function itemsOf(text: string): { before: string; members: string[]; asking: string } | undefined {
  if (ONE_QUESTION.test(text)) return undefined;
  const match = text.match(
    /^(.*?)([^、,:的“”"「」]{2,24}(?:、[^、,:“”"「」]{2,12}?){1,5}(?:(?:和|及|与|以及)[^、,:“”"「」]{2,12}?)??)(分别|各自|各)?((?:是|为|有|占|要|达到?|完成)?(?:(?:多少|几)[^,，]{0,8})?)[?？。]?$/u,
  );
  if (match === null) return undefined;
  const [, before, list, each, asking] = match;
  if (each === undefined && !/多少|几/.test(asking!)) return undefined;
  const members = list!
    .split(/、|以及|和(?=[^、]*$)|及(?=[^、]*$)|与(?=[^、]*$)/)
    .filter((member) => member.length >= 2);
  if (members.length < (each === undefined ? 3 : 2)) return undefined;
  return { before: before!, members, asking: /多少|几/.test(asking!) ? asking! : '是多少' };
}

function townMentions(text: string, towns: readonly string[]): Mention<string>[] {
  return towns.flatMap((town) => {
    const short = town.replace(/(?:镇|乡|街道)$/, '');
    return [...text.matchAll(new RegExp(short, 'g'))].map(({ index }) => ({
      key: town,
      start: index,
      end: index + (text.startsWith(town, index) ? town.length : short.length),
    }));
  });
}

function yearMentions(text: string, years: readonly number[]): Mention<number>[] {
  return years.flatMap((year) =>
    [...text.matchAll(new RegExp(`(?<!\\d)(?:${year}|${year % 100}(?=年))年?`, 'g'))].map((match) => ({
      key: year,
      start: match.index,
      end: match.index + match[0].length,
    })),
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
