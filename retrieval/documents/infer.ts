import { bare } from '../text/characters.ts';
import type { DocumentDescription, PageDate } from './document.ts';

/** Words before 镇 that name no town: 全镇, 城镇, 我镇 … */
const NO_TOWN =
  /^(?:全|本|我|该|城|乡|村|小|集|各|强|兴|立|古|重|名|大|老|下|返|回|故|建制|美丽城|镇|此|县|市|区|中心|特色小)$/;

/**
 * The town a page writes about: the most frequent name ending in 镇, 乡 or 街道 that is preceded by
 * nothing that makes it a common word. Null when no name occurs at least twice.
 */
export function inferTown(text: string, known: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/([\u4e00-\u9fff]{2})(镇|乡|街道)/g)) {
    const name = match[1]! + match[2]!;
    if (NO_TOWN.test(match[1]!) || NO_TOWN.test(match[1]![1]!)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const name of known) {
    const times = text.split(name).length - 1;
    if (times > 0) counts.set(name, times * 2);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] >= 2 ? best[0] : null;
}

/**
 * The year of a page without a stated date. A page is at least as late as the latest past event it
 * tells; a year that occurs only as an aim (2026年 in a plan) must not win, so the latest year that is
 * named as a full date (with a month) is taken first, else the most frequent year.
 */
export function inferDate(text: string): PageDate | null {
  const squeezed = text.replace(/\s/g, '');
  const dated = [...squeezed.matchAll(/((?:19|20)\d{2})年(1[0-2]|0?[1-9])月(?:(3[01]|[12]?\d)日)?/g)];
  const past = dated.filter(
    (match) => !/^(?:底|前|之前|以前|起|初)/.test(squeezed.slice(match.index + match[0].length)),
  );
  const latest = past.sort((a, b) => sortKey(b) - sortKey(a))[0];
  if (latest !== undefined) return { value: latest[1]!, precision: 'year', basis: latest[0] };
  const years = new Map<string, number>();
  for (const match of squeezed.matchAll(/(?<!\d)((?:19|20)\d{2})年?/g)) {
    years.set(match[1]!, (years.get(match[1]!) ?? 0) + 1);
  }
  const frequent = [...years].sort((a, b) => b[1] - a[1])[0];
  return frequent === undefined ? null : { value: frequent[0], precision: 'year', basis: `${frequent[0]}年` };
}

function sortKey(match: RegExpMatchArray): number {
  return Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3] ?? 0);
}

/** A title for a document without a manifest entry: its first line that reads like a headline. */
export function inferTitle(name: string, text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim());
  const headline = lines.find(
    (line) => bare(line).length >= 6 && line.length <= 60 && !/[。；;]$/.test(line),
  );
  return headline ?? name.replace(/\.[^.]+$/, '');
}

/** Fills what the manifest leaves open from the text itself, and says which fields were filled. */
export function describe(
  name: string,
  text: string,
  stated: Partial<Omit<DocumentDescription, 'inferred'>>,
  knownTowns: readonly string[],
): DocumentDescription {
  const date = stated.date ?? inferDate(text);
  const inferred: DocumentDescription['inferred'][number][] = [];
  if (stated.title === undefined) inferred.push('title');
  if (stated.town === undefined) inferred.push('town');
  if (stated.date === undefined) inferred.push('date');
  if (stated.period === undefined) inferred.push('period');
  return {
    title: stated.title ?? inferTitle(name, text),
    publisher: stated.publisher ?? null,
    town: stated.town ?? inferTown(text, knownTowns),
    date,
    period: stated.period ?? (date === null ? null : `${date.value.slice(0, 4)}年`),
    inferred,
  };
}
