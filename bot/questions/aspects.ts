import { type Asked, readAsked } from './asked.ts';
import {
  contrastOf,
  itemsOf,
  leadOf,
  MOST_PARTS,
  namesOf,
  pairOf,
  partsOf,
  SHORTEST_PART,
} from './question-parts.ts';
import { type Mention, sideBySide } from './side-by-side.ts';
import { shortTown, type Towns } from './towns.ts';
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
  const { lead, asked } = leadOf(text);
  const led = lead === '' ? [] : partsOf(asked);
  if (led.length >= 2) return asParts(led, asked, { ...whole, context: `${lead} ${context}`.trim() });
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
  const pair = pairOf(text) ?? contrastOf(text);
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

/** What came later is of no year that was named before. */
const AFTERWARDS = /^[又再]?(?:后来|之后|再后|后头|往后|事后|如今|现在)/;

/** Each part with the words of the first as context; a year named in one part holds for that part and those after it. */
function asParts(parts: readonly string[], text: string, { context, towns, years, now }: Whole): Aspect[] {
  const first = parts[0]!;
  const inText = yearsAsked(text, now).years;
  let current = inText.length === 0 ? years : yearsAsked(first, now).years;
  return parts.slice(0, MOST_PARTS).map((part, index) => {
    const own = yearsAsked(part, now).years;
    if (own.length > 0) current = own;
    else if (AFTERWARDS.test(part)) current = [];
    return {
      text: part,
      context: index === 0 ? context : `${first} ${context}`.trim(),
      town: towns[0] ?? null,
      years: current,
      asked: ofSameRow(readAsked(part), readAsked(first)),
    };
  });
}

/** 第13项叫什么，归在哪一块: where it stands is asked of the row that the first part names. */
function ofSameRow(asked: Asked, first: Asked): Asked {
  return asked.asksSection && asked.rows.length === 0 ? { ...asked, rows: first.rows } : asked;
}

function townMentions(text: string, towns: readonly string[]): Mention<string>[] {
  return towns.flatMap((town) => {
    const short = shortTown(town);
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
  const short = shortTown(town);
  if (years.length === 1) return isYearOfAnother(text, town, years[0]!, known) ? [] : years;
  if (years.length === 0) return years;
  const at = text.indexOf(short);
  const stops = known.known
    .map((name) => text.indexOf(shortTown(name), at + 1))
    .filter((index) => index > at);
  const own = text.slice(at, Math.min(text.length, ...stops));
  const near = years.filter((year) => own.includes(String(year)));
  return near.length > 0 ? near : years;
}

/** 甲镇的…，乙镇2023年的…: a year that stands right behind another town's name, which no 和 joins to this one's, is that town's. */
function isYearOfAnother(text: string, town: string, year: number, known: Towns): boolean {
  const others = known.known.filter((name) => name !== town).map((name) => shortTown(name));
  const own = shortTown(town);
  return others.some((other) => {
    const behind = new RegExp(`${other}(?:镇|乡|街道)?的?(?:${year}|${year % 100}年)`);
    const joined = new RegExp(`${own}(?:镇|乡|街道)?[和与跟及、]${other}`);
    return behind.test(text) && !joined.test(text);
  });
}

function withoutYears(text: string, years: readonly number[], kept: readonly number[]): string {
  return years
    .filter((year) => !kept.includes(year))
    .reduce((result, year) => result.replace(new RegExp(`${year}年?`, 'g'), ''), text);
}
