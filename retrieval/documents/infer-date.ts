import { undouble } from '../text/clean.ts';
import { isMarked, readDateLine } from './date-line.ts';
import type { PageDate } from './document.ts';
import { yearEvidence } from './year-evidence.ts';

/** Lines at the top of a page among which a bare date dates the page. */
const TOP_LINES = 6;
/** By how much a year's signs must outweigh the next year's: a wrong year is worse than none. */
const LEAST_LEAD = 0.5;
const LEAST_WEIGHT = 1;

/**
 * The date of a page: the one that the paper prints on it, as exact as it stands there; else the year that what it
 * tells speaks for. Null when nothing does, or two years alike.
 */
export function inferDate(text: string): PageDate | null {
  return statedDate(text) ?? inferYear(text);
}

function statedDate(text: string): PageDate | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const dated = lines.flatMap((line, index) => {
    const date = readDateLine(line);
    return date === null ? [] : [{ date, certain: isMarked(line) || index < TOP_LINES }];
  });
  return dated.find(({ certain }) => certain)?.date ?? null;
}

function inferYear(text: string): PageDate | null {
  const squeezed = text
    .replace(/\s/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH));
  const clean = undouble(squeezed)
    .map((index) => squeezed[index]!)
    .join('');
  const evidence = yearEvidence(clean);
  const years = new Set(evidence.flatMap(({ weights }) => [...weights.keys()]));
  const ranked = [...years]
    .map((year) => ({
      year,
      weight: evidence.reduce((sum, { weights, later, earlier }) => {
        // A page tells of nothing that is later than itself, and plans nothing that is over.
        if (later !== undefined && year < later) return sum - IMPOSSIBLE;
        if (earlier !== undefined && year > earlier) return sum - UNLIKELY;
        return sum + (weights.get(year) ?? 0);
      }, 0),
    }))
    .sort((one, other) => other.weight - one.weight);
  const [best, second] = ranked;
  if (best === undefined || best.weight < LEAST_WEIGHT) return null;
  if (second !== undefined && best.weight - second.weight < LEAST_LEAD) return null;
  const strongest = evidence
    .filter(({ weights }) => (weights.get(best.year) ?? 0) > 0)
    .sort((one, other) => other.weights.get(best.year)! - one.weights.get(best.year)!);
  const most = strongest[0]!.weights.get(best.year)!;
  const telling = strongest.filter(({ weights }) => weights.get(best.year)! >= most / 2);
  const words = [...new Set(telling.map((one) => one.words))].slice(0, 2);
  return { value: String(best.year), precision: 'year', basis: words.join('；') };
}

const FULL_WIDTH = 0xfee0;
const IMPOSSIBLE = 4;
const UNLIKELY = 2;
