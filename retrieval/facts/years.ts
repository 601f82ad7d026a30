import { findDates } from '../text/dates.ts';

const NOW = /目前|现有|现共有/g;

/**
 * The year of which a text speaks at an offset: the last one that it told before. Relative words and months
 * without a year lean on `leaning`, 目前 means `present`; the titles of plans tell none.
 */
export function lastYearTold(
  text: string,
  offset: number,
  leaning: number | undefined,
  present?: number,
): number | null {
  const words = text.slice(0, offset).replace(/《[^》]*》/g, (title) => '《'.repeat(title.length));
  const told = [
    ...findDates(words, leaning).map(({ start, year }) => ({ start, year })),
    ...[...words.matchAll(NOW)].map(({ index }) => ({ start: index, year: present })),
  ].filter(({ year }) => year !== undefined);
  return told.sort((one, other) => one.start - other.start).at(-1)?.year ?? null;
}
