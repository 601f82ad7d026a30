import type { Span } from '../articles/article.ts';
import { findDates } from '../text/dates.ts';
import { clausesOf } from './clauses.ts';
import type { Change, Measure } from './fact.ts';
import { findQuantities, type Quantity } from './quantities.ts';

const LONGEST_MEASURE = 40;
/** Things are counted with these; with other units they are measured. */
const COUNTER = /^(?:个|家|名|人|项|条|处|座|所|支|辆|户|件|场|次|套|片|种|台|部|幢|栋|期|块)$/;

const GROWTH =
  /(?:同比|环比|年均|复合|平均|比上年|较上年|较去年|比去年)*(?:增长|增幅|增速|上升|上涨|提高|提升|增加(?!值))(?:幅度)?(?:达到|达|为|了|到)?$/;
const DECLINE =
  /(?:同比|环比|年均|比上年|较上年|较去年|比去年)*(?:下降|减少|降低|降幅|缩减|压减|下跌)(?:幅度)?(?:达到|达|为|了|到)?$/;

/** Words that lead up to what is measured without belonging to it. */
const LEADING =
  /^(?:[、和及与并且，,\s”’]|每年|保证|其中|同时|此外|全年|全镇|年内|今年|去年|目前|预计|可(?=新|保)|共(?:有|计)?(?!同|享|富)|总计|合计|再(?=申|新|建|次)|将|拟|已|基本|继续|确保|力争|争取|力保|计划|累计|实现|完成|达到|分别)+/;
/** A word of telling in the middle: what stands after it is what is measured. */
const TELLING = /^.*(?:实现|完成|达到|累计|确保|保证|力争|争取|预计|计划|目前)/s;
const TRAILING =
  /(?:已经|已|将|仅|能|(?:上升|下降|提高|增加|降低|降|升|增|减)(?:到|至|为)|达到了?|达成|达|共有|共计|约有|共|为|是|(?<!拥)有|至|到|从|由|了|等|合计|分别|各)$/;
/** Words after a figure that tell what became of it, not what it is. */
const NO_THING = /^(?:已|均|都|并|且|的?同时|后|时|前|内|起|来|等(?!级))/;

/** Every figure of a sentence with what it measures. Figures without words of their own share those before them. */
export function findMeasures(text: string): Measure[] {
  const quantities = findQuantities(text);
  const clauses = clausesOf(text);
  const measures: Measure[] = [];
  for (const [position, quantity] of quantities.entries()) {
    const clause = clauses.find(({ start, end }) => start <= quantity.start && quantity.end <= end);
    const place = clause ?? quantity;
    const previous = within(place, quantities[position - 1]);
    const next = within(place, quantities[position + 1]);
    const from = Math.max(place.start, previous?.end ?? 0);
    const before = text.slice(from, quantity.start);
    const after = text.slice(quantity.end, next?.start ?? place.end);
    measures.push(measureOf({ text, quantity, before, after, next, from, measures, clauses, place }));
  }
  return shareLists(text, measures, clauses);
}

function within(place: Span, quantity: Quantity | undefined): Quantity | undefined {
  return quantity !== undefined && quantity.start >= place.start && quantity.end <= place.end
    ? quantity
    : undefined;
}

interface Reading {
  readonly text: string;
  readonly quantity: Quantity;
  readonly before: string;
  readonly after: string;
  readonly next: Quantity | undefined;
  readonly from: number;
  /** Those read so far. */
  readonly measures: readonly Measure[];
  readonly clauses: readonly Span[];
  readonly place: Span;
}

function measureOf(reading: Reading): Measure {
  const { quantity, before, after, next, measures, place } = reading;
  const { change, rest } = changeOf(before, quantity);
  const threshold = change === null && isThreshold(quantity, after, next);
  const condition = measures.at(-1);
  // 产值超10亿元企业4家: the condition belongs to what is counted.
  const opening =
    condition?.threshold === true &&
    condition.quantity.end <= quantity.start &&
    condition.quantity.start >= place.start
      ? reading.text.slice(condition.start, quantity.start)
      : rest;
  const ahead = thingBefore(opening);
  const behind = change === null ? thingAfter(after) : '';
  const counted = COUNTER.test(quantity.unit);
  const own = joined(ahead, behind, counted || ahead === '' || after.startsWith('的') || isThing(after));
  const previous = measures.at(-1);
  const borrowed = own === '' ? borrow(reading, change) : undefined;
  const lead = before.length - before.trimStart().length;
  return {
    measure: (own === '' ? (borrowed?.measure ?? '') : own).slice(0, LONGEST_MEASURE),
    quantity,
    change,
    average: change !== null && /年均|复合/.test(before),
    threshold,
    start:
      borrowed?.start ??
      (condition === previous && opening !== rest ? condition!.start : reading.from + lead),
    end:
      own !== '' && behind !== '' && own.endsWith(behind)
        ? quantity.end + after.trimEnd().length
        : quantity.end,
  };
}

/** Is a figure a rise or a fall, and what stands before the words that say so? Amounts rise by percentages or times. */
function changeOf(before: string, { percent, unit }: Quantity): { change: Change | null; rest: string } {
  const bare = before.replace(/[“”\s]/g, '');
  if (!percent && unit !== '倍') return { change: null, rest: before };
  if (GROWTH.test(bare)) return { change: 'growth', rest: bare.replace(GROWTH, '') };
  if (DECLINE.test(bare)) return { change: 'decline', rest: bare.replace(DECLINE, '') };
  return { change: null, rest: before };
}

function isThreshold(quantity: Quantity, after: string, next: Quantity | undefined): boolean {
  if (next === undefined || quantity.percent || COUNTER.test(quantity.unit)) return false;
  return COUNTER.test(next.unit) && /^[^、，,]{2,16}$/.test(after) && !/^(?:的|、)/.test(after);
}

function thingBefore(before: string): string {
  let thing = withoutDates(before).trim();
  thing = thing.replace(/^[、：:\s]+/, '');
  for (let last = ''; last !== thing; ) {
    last = thing;
    thing = thing.replace(TRAILING, '');
  }
  const told = TELLING.exec(thing);
  if (told !== null) {
    const rest = thing.slice(told[0].length).replace(LEADING, '');
    // 某项目已完成全部32万平方米: nothing but the subject says what it is.
    if (rest.length >= 3 || (rest.length === 2 && !/全部|总共|所有|其中/.test(rest))) thing = rest;
    else
      thing = told[0].replace(
        /(?:已|基本|全部|将|全年|年内|预计)*(?:实现|完成|达到|累计|确保|保证|力争|争取|预计|计划|目前)$/,
        '',
      );
  }
  thing = thing.replace(LEADING, '').replace(/[、，,\s]+$/, '');
  // A quotation that opens before the figure and closes after it.
  if (/^[“‘][^”’]*$/.test(thing)) thing = thing.slice(1);
  return thing.slice(-LONGEST_MEASURE);
}

function thingAfter(after: string): string {
  const thing = after
    .replace(/^的/, '')
    .replace(/[、和与]\s*$/, '')
    .trim();
  return NO_THING.test(thing) || !/^[“‘《「A-Za-z\u3400-\u9fff][\w“‘《「\u3400-\u9fff]/.test(thing)
    ? ''
    : thing;
}

function isThing(after: string): boolean {
  return /^[“‘《「A-Za-z\u3400-\u9fff]/.test(after) && !NO_THING.test(after);
}

function joined(ahead: string, behind: string, attached: boolean): string {
  if (behind === '' || !attached) return ahead === '' ? behind : ahead;
  return ahead + behind;
}

/** 同比增长76.1% after 固定资产投资25.2亿元 speaks of that; 23条约31公里…道路 of what follows. */
function borrow(reading: Reading, change: Change | null): { measure: string; start: number } | undefined {
  const { measures, text, quantity, next, place, clauses } = reading;
  const previous = measures.at(-1);
  if (change === null && next !== undefined && text.slice(quantity.end, next.start) === '') {
    const behind = thingAfter(text.slice(next.end, place.end));
    if (behind !== '') return { measure: behind, start: quantity.start };
  }
  if (previous !== undefined) return { measure: previous.measure, start: previous.start };
  const earlier = clauses.filter(({ end }) => end <= quantity.start).at(-1);
  if (earlier === undefined) return undefined;
  return { measure: thingBefore(text.slice(earlier.start, earlier.end)), start: earlier.start };
}

/** 甲、乙分别增长1%、2% and 甲、乙数量下降，幅度达1%、2%: figures in a row belong to things in a row. */
function shareLists(text: string, measures: readonly Measure[], clauses: readonly Span[]): Measure[] {
  const shared = [...measures];
  for (let first = 0; first < shared.length; ) {
    let last = first;
    while (last + 1 < shared.length && isListed(text, shared[last]!.quantity, shared[last + 1]!.quantity))
      last++;
    const count = last - first + 1;
    if (count > 1) {
      const things = thingsInRow(text, shared, first, count, clauses);
      const { change, threshold } = shared[first]!;
      for (const [position, thing] of things.entries()) {
        shared[first + position] = { ...shared[first + position]!, ...thing, change, threshold };
      }
    }
    first = last + 1;
  }
  return shared;
}

function isListed(text: string, one: Quantity, other: Quantity): boolean {
  return (
    one.unit === other.unit &&
    one.percent === other.percent &&
    /^[、和]$/.test(text.slice(one.end, other.start))
  );
}

function thingsInRow(
  text: string,
  measures: readonly Measure[],
  first: number,
  count: number,
  clauses: readonly Span[],
): { measure: string; start: number }[] {
  const { quantity, change } = measures[first]!;
  const earlier = measures.slice(Math.max(0, first - count), first);
  if (change !== null && earlier.length === count && earlier.every((measure) => measure.change === null)) {
    return earlier.map(({ measure, start }) => ({ measure, start }));
  }
  const before = clauses
    .filter(({ start }) => start < quantity.start)
    .slice(-2)
    .reverse();
  for (const clause of before) {
    const stretch = text.slice(clause.start, Math.min(clause.end, quantity.start));
    const items = stretch.split(/[、和及]/);
    if (items.length !== count) continue;
    return items.map((item) => ({ measure: thingBefore(item) || item, start: clause.start }));
  }
  return [];
}

function withoutDates(text: string): string {
  const dates = findDates(text).filter(
    (date) => date.year !== undefined || date.month !== undefined || date.suffix !== '',
  );
  let rest = text;
  for (const date of [...dates].reverse()) rest = rest.slice(0, date.start) + rest.slice(date.end);
  return rest.replace(/截至|以来/g, '');
}
