import { fold } from '../../../retrieval/text/characters.ts';
import { canonicalNumber, findNumbers, type NumberSpan } from '../../../retrieval/text/numbers.ts';
import type { Evidence } from './evidence.ts';
import { coverage, pairsOf, tellingCharacters } from './overlap.ts';

type Bound = 'least' | 'most' | 'about' | 'exact';

interface Figure {
  readonly key: string;
  readonly unit: string;
  readonly isPercent: boolean;
  readonly bound: Bound;
  /** The year named last before it. */
  readonly year: string | undefined;
  /** The words around it, without the number: of its own part, or of the part before it when its own has none. */
  readonly words: string;
  /** Has its part no words of its own? */
  readonly isBare: boolean;
}

const BEFORE: readonly (readonly [Bound, RegExp])[] = [
  ['least', /(?:不少于|不低于|至少|最少|(?<!不)超过|突破|超|逾|(?<!不)多于|(?<!不)高于|大于)$/],
  ['most', /(?:不超过|不高于|不多于|最多|至多|(?<!不)少于|(?<!不)低于)$/],
  ['about', /(?:约|近|将近|接近|大约|左右)$/],
];
const AFTER: readonly (readonly [Bound, RegExp])[] = [
  ['least', /^[\u3400-\u9fff]{0,3}?(?:以上|及以上|余|多(?=[万亿元家个名人户项条座辆])|起(?=$|[，。；、]))/],
  ['most', /^[\u3400-\u9fff]{0,3}?(?:以下|以内|之内)/],
  ['about', /^[\u3400-\u9fff]{0,3}?(?:左右|上下)/],
];

/** Units that count the same things. */
const SAME_UNITS = ['人名位', '家个处座所'];
/** A figure that stands this much better beside another figure's words has changed places with it. */
const BETTER_FIT = 0.2;
const FITS = 0.4;

/** A figure of something, not part of a date. */
export function isMeasure({ unit, value }: Pick<NumberSpan, 'unit' | 'value'>): boolean {
  return (
    !/^(?:年|月|日)$/.test(unit) && !(unit === '' && Number.isInteger(value) && value >= 1900 && value < 2100)
  );
}

/**
 * Every figure keeps its unit, its 以上 or 约, and what it is a figure of. That its value stands in the
 * evidence is looked at by `verify`; a value from a title or a period has nothing to be compared with here.
 */
export function checkFigures(sentence: string, evidence: readonly Evidence[]): string[] {
  const sources = evidence.flatMap(({ quote, said }) => [...figuresOf(quote), ...figuresOf(said)]);
  const faults = figuresOf(sentence).flatMap((figure) => {
    const same = sources.filter(({ key }) => key === figure.key);
    if (same.length === 0) return [];
    if (!same.some(({ unit }) => unitsAgree(unit, figure.unit))) return ['unit changed'];
    if (!same.some(({ bound }) => bound === figure.bound)) return ['bound changed'];
    const years = evidence
      .flatMap(({ said }) => figuresOf(said))
      .filter(({ key }) => key === figure.key)
      .map(({ year }) => year);
    if (
      figure.year !== undefined &&
      years.length > 0 &&
      !years.some((year) => year === undefined || year === figure.year)
    )
      return ['figure of another year'];
    const others = sources.filter(({ key, unit }) => key !== figure.key && unitsAgree(unit, figure.unit));
    return fitAmong(figure, others) > fitAmong(figure, same) + BETTER_FIT && fitAmong(figure, others) >= FITS
      ? ['figure of something else']
      : [];
  });
  return [...faults, ...checkSeries(sentence, evidence)];
}

/**
 * Figures that have no words of their own belong to names by their order alone (分别增长43.7%、37.8%): a
 * sentence may repeat such a series only whole and in that order.
 */
function checkSeries(sentence: string, evidence: readonly Evidence[]): string[] {
  const told = figuresOf(sentence).map(({ key }) => key);
  return evidence.flatMap(({ quote }) => {
    const series = seriesIn(quote);
    const keys = series.map(({ key }) => key);
    const used = told.filter((key) => keys.includes(key));
    return keys.length < 2 || used.length === 0 || used.join() === keys.join() ? [] : ['series broken up'];
  });
}

function seriesIn(quote: string): Figure[] {
  const paired = quote.match(/分别[^。；;]*/)?.[0];
  if (paired !== undefined) return figuresOf(paired);
  const figures = figuresOf(quote);
  const follows = (figure: Figure | undefined, before: Figure | undefined): boolean =>
    figure !== undefined &&
    before !== undefined &&
    figure.isBare &&
    figure.unit === before.unit &&
    figure.isPercent === before.isPercent;
  return figures.filter((figure, at) => follows(figure, figures[at - 1]) || follows(figures[at + 1], figure));
}

function figuresOf(text: string): Figure[] {
  const flat = fold(text).replace(/\s/g, '');
  const numbers = findNumbers(flat);
  return numbers.filter(isMeasure).map((number) => ({
    key: canonicalNumber(number),
    unit: number.unit,
    isPercent: number.percent,
    bound: boundOf(flat, number),
    year: flat
      .slice(0, number.start)
      .match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)
      ?.at(-1),
    ...wordsAround(flat, number, numbers),
  }));
}

function boundOf(text: string, { start, end }: NumberSpan): Bound {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 8);
  const found =
    BEFORE.find(([, pattern]) => pattern.test(before)) ?? AFTER.find(([, pattern]) => pattern.test(after));
  return found?.[0] ?? 'exact';
}

function wordsAround(
  text: string,
  { start, end }: NumberSpan,
  numbers: readonly NumberSpan[],
): Pick<Figure, 'words' | 'isBare'> {
  const isBreak = (at: number): boolean =>
    /[，,、；;：:。！？（）()和与及]/.test(text[at] ?? '。') &&
    !numbers.some((number) => number.start <= at && at < number.end);
  let to = end;
  while (!isBreak(to)) to++;
  let from = start;
  while (from > 0 && !isBreak(from - 1)) from--;
  const neighbours = numbers.filter(
    (number) => number.start !== start && isMeasure(number) && from <= number.start && number.end <= to,
  );
  if (neighbours.length > 0) {
    const after = text.slice(
      end,
      Math.min(to, ...neighbours.filter((number) => number.start > start).map((number) => number.start)),
    );
    const before = text.slice(
      Math.max(from, ...neighbours.filter((number) => number.start < start).map((number) => number.end)),
      start,
    );
    // 2个示范村的19个项目: what is counted stands after the number.
    return { words: tellingCharacters(after).length >= 2 ? after : `${before}${after}`, isBare: false };
  }
  const own = `${text.slice(from, start)}${text.slice(end, to)}`;
  if (own.replace(/[^\u3400-\u9fff]/g, '').length >= 2 || from === 0) return { words: own, isBare: false };
  let earlier = from - 1;
  while (earlier > 0 && !isBreak(earlier - 1)) earlier--;
  return { words: `${text.slice(earlier, from)}${own}`, isBare: true };
}

function fitAmong({ words }: Figure, others: readonly Figure[]): number {
  return Math.max(0, ...others.map((other) => coverage(words, pairsOf(other.words))));
}

function unitsAgree(one: string, other: string): boolean {
  if (one === '' || other === '' || one === other) return true;
  return SAME_UNITS.some((group) => group.includes(one) && group.includes(other));
}
