import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import { type Comparison, isSameUnit, type Subject } from './fit.ts';
import type { RegisterRow } from './register.ts';
import { filterRows } from './row-filter.ts';

/** A town, a year, or a town in a year; what is left out does not narrow. */
export interface Side {
  readonly town?: string;
  readonly year?: number;
}

/** Why two rows cannot simply be held against each other; `measure`: the words are near, not the same. */
export type Difference = 'measure' | 'kind' | 'unit' | 'change' | 'period';

/** Two rows that name the same measure. Nothing is added up or subtracted: each keeps the figure as printed. */
export interface Pair {
  readonly left: RegisterRow;
  readonly right: RegisterRow;
  readonly differences: readonly Difference[];
  /** How far both name one measure, between 0 and 1. */
  readonly likeness: number;
}

export interface SideBySide {
  /** Best first; a row stands in one pair at most. */
  readonly pairs: readonly Pair[];
  /** What only one side has; told only when words of the measure were given, else it would be the whole register. */
  readonly leftOnly: readonly RegisterRow[];
  readonly rightOnly: readonly RegisterRow[];
  /** A side had more than `MOST_ROWS`; those after them were left out. */
  readonly cut: boolean;
}

export interface SideBySideSources {
  readonly rows: readonly RegisterRow[];
  readonly thesaurus: Thesaurus;
  readonly compare: Comparison;
}

/** Every row of a side is compared with every row of the other: this many on each take about a second. */
export const MOST_ROWS = 300;
/** Below this share on either side, the words are of something else. */
const LEAST = 0.4;
/** From this share on both sides, the words are the same but for an official or everyday turn. */
const SAME_WORDS = 0.85;

/** The rows of two sides that name the same measure, by everyday or official words of it where they are given. */
export function sideBySide(
  { rows, thesaurus, compare }: SideBySideSources,
  sides: readonly [Side, Side],
  measure = '',
): SideBySide {
  const rowsOf = (side: Side): readonly RegisterRow[] => filterRows(rows, { ...side, measure }, thesaurus);
  const found = [rowsOf(sides[0]), rowsOf(sides[1])] as const;
  const [left, right] = [found[0].slice(0, MOST_ROWS), found[1].slice(0, MOST_ROWS)];
  const pairs = pairsOf(left, right, compare);
  const paired = new Set(pairs.flatMap((pair) => [pair.left, pair.right]));
  const alone = (side: readonly RegisterRow[]): readonly RegisterRow[] =>
    measure.trim() === '' ? [] : side.filter((row) => !paired.has(row));
  return {
    pairs,
    leftOnly: alone(left),
    rightOnly: alone(right),
    cut: found.some(({ length }) => length > MOST_ROWS),
  };
}

/** How many pairs are near in words only. */
export function nearPairs({ pairs }: SideBySide): number {
  return pairs.filter(({ differences }) => differences.includes('measure')).length;
}

/** Can no row belong to both sides? They must name different towns or different years. */
export function areApart(one: Side, other: Side): boolean {
  const short = (town: string): string => town.replace(/[镇乡]$/, '');
  const towns = one.town !== undefined && other.town !== undefined && short(one.town) !== short(other.town);
  return towns || (one.year !== undefined && other.year !== undefined && one.year !== other.year);
}

function pairsOf(
  left: readonly RegisterRow[],
  right: readonly RegisterRow[],
  compare: Comparison,
): readonly Pair[] {
  const subjects = new Map([...left, ...right].map((row) => [row, subjectOf(row)]));
  const likely: Pair[] = [];
  for (const one of left) {
    for (const other of right) {
      const { claimed, printed, total } = compare(subjects.get(one)!, subjects.get(other)!);
      const least = Math.min(claimed, printed);
      const differences = differencesOf(one, other, least >= SAME_WORDS);
      // Near words with units of different sorts (增加值 in 元, 增加值 in %) are of two measures.
      const unlike = differences.includes('measure') && differences.includes('unit');
      if (least >= LEAST && !unlike) likely.push({ left: one, right: other, differences, likeness: total });
    }
  }
  const taken = new Set<RegisterRow>();
  return likely
    .sort((one, other) => other.likeness - one.likeness || one.differences.length - other.differences.length)
    .filter((pair) => {
      if (taken.has(pair.left) || taken.has(pair.right)) return false;
      taken.add(pair.left).add(pair.right);
      return true;
    });
}

function subjectOf({ measure, town, quote, section }: RegisterRow): Subject {
  return { measure, town, around: [quote, section ?? ''].join('\n') };
}

function differencesOf(one: RegisterRow, other: RegisterRow, sameWords: boolean): readonly Difference[] {
  const differences: Difference[] = [];
  if (!sameWords) differences.push('measure');
  if (one.kind !== other.kind) differences.push('kind');
  if (one.figure === null || other.figure === null) return differences;
  if (!isSameUnit(one.unit ?? '', other.unit ?? '')) differences.push('unit');
  if ((one.change === null) !== (other.change === null)) differences.push('change');
  if (one.period !== other.period) differences.push('period');
  return differences;
}
