import type { Standing } from '../../retrieval/facts/standing.ts';
import { fold } from '../../retrieval/text/characters.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { RegisterRow } from './register.ts';

export const ROW_ORDERS = ['document', 'year', 'deadline', 'measure'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** Which rows of the register, and in what order; what is left out does not narrow. */
export interface RowFilter {
  readonly town?: string;
  readonly year?: number;
  /** Everyday or official words of what is measured. */
  readonly measure?: string;
  readonly kind?: Standing;
  /** Deadlines until this day (`YYYY-MM-DD`); rows without a deadline are left out. */
  readonly before?: string;
  readonly order?: RowOrder;
}

/** The rows that fit a filter. A town may be named without its last character (义桥 for 义桥镇). */
export function filterRows(
  rows: readonly RegisterRow[],
  filter: RowFilter,
  thesaurus: Thesaurus,
): readonly RegisterRow[] {
  const { town, year, kind, before, order = 'document' } = filter;
  const isAsked = measureTest(filter.measure?.trim() ?? '', thesaurus);
  const kept = rows.filter(
    (row) =>
      (town === undefined ||
        (row.town !== null && (row.town === town || row.town.replace(/[镇乡]$/, '') === town))) &&
      (year === undefined || row.year === year) &&
      (kind === undefined || row.kind === kind) &&
      (before === undefined || (row.by !== null && row.by <= before)) &&
      isAsked(row),
  );
  return sorted(kept, order);
}

function measureTest(asked: string, thesaurus: Thesaurus): (row: RegisterRow) => boolean {
  if (asked === '') return () => true;
  const folded = fold(asked);
  const whole = [folded, ...thesaurus.expand(folded).flatMap(({ terms }) => terms)];
  const words = cutWords(folded)
    .map((word) => word.trim())
    .filter((word) => word.length > 1);
  return (row) => {
    const text = fold([row.measure, row.quote, row.section ?? '', ...row.places].join('\n'));
    return (
      whole.some((term) => text.includes(term)) ||
      (words.length > 0 && words.every((word) => text.includes(word)))
    );
  };
}

function sorted(rows: readonly RegisterRow[], order: RowOrder): readonly RegisterRow[] {
  switch (order) {
    case 'document':
      return rows;
    case 'year':
      return [...rows].sort((one, other) => (other.year ?? 0) - (one.year ?? 0));
    case 'deadline':
      return [...rows].sort((one, other) => (one.by ?? '9').localeCompare(other.by ?? '9'));
    case 'measure':
      return [...rows].sort((one, other) => one.measure.localeCompare(other.measure, 'zh-CN'));
  }
}

/** A day, month or year as typed (2023-08-31, 2023-8, 2023年8月, 2023) as its last day; undefined for anything else. */
export function readDay(typed: string): string | undefined {
  const match = /^((?:19|20|21)\d\d)(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(typed.trim());
  if (match === null) return undefined;
  const [, year, month = '12', day] = match;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (
    Number(month) < 1 ||
    Number(month) > 12 ||
    (day !== undefined && (Number(day) < 1 || Number(day) > last))
  )
    return undefined;
  return [year, month.padStart(2, '0'), (day ?? String(last)).padStart(2, '0')].join('-');
}
