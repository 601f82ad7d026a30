import type { Change } from '../../retrieval/facts/fact.ts';
import { findQuantities, type Quantity } from '../../retrieval/facts/quantities.ts';
import { fold } from '../../retrieval/text/characters.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import { cutForSearch } from '../../retrieval/text/words.ts';

/** What a figure or a work is about, and the words it stands among. */
export interface Subject {
  readonly measure: string;
  /** Compared apart from the words. */
  readonly town: string | null;
  readonly around: string;
}

/** A figure with what it measures. */
export interface Measured extends Subject {
  readonly quantity: Quantity;
  readonly change: Change | null;
  readonly average: boolean;
  readonly threshold: boolean;
}

/** How far two of them speak of one thing. Each share lies between 0 and 1. */
export interface Fit {
  /** The claim's words that the document has as well. */
  readonly claimed: number;
  /** The document's words that the claim has as well. */
  readonly printed: number;
  readonly total: number;
}

export interface ComparisonSources {
  readonly idf: (term: string) => number;
  readonly thesaurus: Thesaurus;
  readonly isStopWord: (term: string) => boolean;
}

/** Words of the measure itself count whole, words that stand only around it this much. */
const AROUND = 0.5;
/** A word whose everyday or official counterpart is there. */
const MEANT = 0.9;

const COUNTERS: readonly ReadonlySet<string>[] = [
  new Set(['名', '人', '位']),
  new Set(['个', '家', '处', '项', '座', '所', '件', '起', '宗', '']),
  new Set(['条', '路']),
  new Set(['元', '']),
  new Set(['次', '家次', '人次', '场', '起']),
];
const SCALES: Readonly<Record<string, readonly [string, number]>> = {
  公里: ['米', 1000],
  千米: ['米', 1000],
  平方公里: ['平方米', 1e6],
  公顷: ['平方米', 1e4],
  吨: ['公斤', 1000],
};

export type Comparison = (claim: Subject, fact: Subject) => Fit;

/** Compares what two figures or works are about, by words weighted with their rarity in the documents. */
export function createComparison({ idf, thesaurus, isStopWord }: ComparisonSources): Comparison {
  const foldedOnce = remembered(folded);
  const conditionsOf = remembered(conditions);
  const wordOf = remembered((term: string) => ({
    term,
    weight: idf(term) * Math.min(2, term.length),
    meant: thesaurus.expand(term).flatMap((entry) => entry.terms),
  }));
  const wordsOf = remembered((text: string) =>
    [...new Set(cutForSearch(withoutFigures(folded(text))))]
      .filter((term) => /[\u3400-\u9fffa-z]/.test(term) && !isStopWord(term) && !/^[年月日度]$/.test(term))
      .map(wordOf),
  );
  const share = (of: Subject, within: Subject): number => {
    const [text, around] = [foldedOnce(within.measure), foldedOnce(within.around)];
    let found = 0;
    let all = 0;
    for (const { term, weight, meant } of wordsOf(of.measure)) {
      if (of.town?.includes(term) || within.town?.includes(term)) continue;
      all += weight;
      if (text.includes(term)) found += weight;
      else if (meant.some((other) => text.includes(other))) found += weight * MEANT;
      else if (around.includes(term) || meant.some((other) => around.includes(other)))
        found += weight * AROUND;
    }
    return all === 0 ? 0 : found / all;
  };
  return (claim, fact) => {
    if (conditionsOf(claim.measure) !== conditionsOf(fact.measure))
      return { claimed: 0, printed: 0, total: 0 };
    const claimed = share(claim, fact);
    const printed = share(fact, claim);
    return { claimed, printed, total: (claimed + printed) / 2 };
  };
}

/** Figures that say which things are counted (产值超10亿元企业) must be the same on both sides. */
function conditions(measure: string): string {
  return findQuantities(measure)
    .map(({ value, percent }) => `${value}${percent ? '%' : ''}`)
    .sort()
    .join(' ');
}

/** Are two figures of a kind, so that one could be said instead of the other? */
export function isComparable(one: Measured, other: Measured): boolean {
  if (one.quantity.percent !== other.quantity.percent) return false;
  if (
    (one.change === null) !== (other.change === null) ||
    one.threshold !== other.threshold ||
    one.average !== other.average
  )
    return false;
  return isSameUnit(one.quantity.unit, other.quantity.unit);
}

/** Do two units count alike (家 and 个), or differ by a known scale only (公里 and 米)? */
export function isSameUnit(one: string, other: string): boolean {
  const [first, second] = [one, other].map((unit) => SCALES[unit]?.[0] ?? unit) as [string, string];
  return first === second || COUNTERS.some((group) => group.has(first) && group.has(second));
}

export function isSameValue(one: Quantity, other: Quantity): boolean {
  const [first, second] = [scaled(one).value, scaled(other).value];
  return Math.abs(first - second) <= Math.abs(second) * 1e-9;
}

function scaled({ value, unit }: Quantity): { value: number; unit: string } {
  const scale = SCALES[unit];
  return scale === undefined ? { value, unit } : { value: value * scale[1], unit: scale[0] };
}

/** Short and full forms of what reports count, made alike. */
function folded(text: string): string {
  return fold(text)
    .replace(/规模以上/g, '规上')
    .replace(/国家高新技术企业/g, '国高')
    .replace(/\s+/g, '');
}

function withoutFigures(text: string): string {
  let rest = text;
  for (const { start, end } of findQuantities(text).reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

/** The last few thousand results are kept: the same sentences are compared again and again. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? work(text);
    if (known.size > 5_000) known.clear();
    known.set(text, value);
    return value;
  };
}
