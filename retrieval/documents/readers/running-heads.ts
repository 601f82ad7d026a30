import type { Row } from './printed-page.ts';

/** The share of a page's height, above and below, in which heads and page numbers stand. */
const MARGIN = 0.12;
/** What differs by less than this many points from page to page stands at the same height. */
const SAME_HEIGHT = 4;
const PAGE_NUMBER = /^[\s\-—–·•~第]*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*[/／共]\s*\d{1,4})?[\s\-—–·•~页版]*$/iu;

export interface Sheet {
  readonly height: number;
  readonly rows: readonly Row[];
}

/** Pages without their page numbers, and without the heads and feet that half of them or more print. */
export function withoutRunningHeads(sheets: readonly Sheet[]): Sheet[] {
  const heads = new Map<string, Set<Sheet>>();
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const key = keyOf(row, sheet);
      if (key !== undefined) heads.set(key, (heads.get(key) ?? new Set()).add(sheet));
    }
  }
  const enough = Math.max(2, Math.ceil(sheets.length / 2));
  const repeats = (row: Row, sheet: Sheet): boolean =>
    (heads.get(keyOf(row, sheet) ?? '')?.size ?? 0) >= enough;
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.filter((row) => !isPageNumber(row, sheet) && !repeats(row, sheet)),
  }));
}

/** What a head says, its numbers aside, and where it stands; the header of a table that goes on is no head. */
function keyOf(row: Row, sheet: Sheet): string | undefined {
  if (!inMargin(row, sheet) || isTableHeader(row, sheet)) return undefined;
  const words = textOf(row).replace(/\d+/g, '#');
  return `${Math.round(row.base / SAME_HEIGHT / 2)} ${words}`;
}

/** Do cells stand right under two or more of a row's? */
function isTableHeader(row: Row, { rows }: Sheet): boolean {
  const below = rows[rows.indexOf(row) + 1]?.fragments ?? [];
  const over = row.fragments.filter((one) =>
    below.some((other) => one.left < other.right && other.left < one.right),
  );
  return row.fragments.length >= 2 && below.length >= 2 && over.length >= 2;
}

function isPageNumber(row: Row, sheet: Sheet): boolean {
  return inMargin(row, sheet) && PAGE_NUMBER.test(textOf(row));
}

function inMargin({ base }: Row, { height }: Sheet): boolean {
  return base < MARGIN * height || base > (1 - MARGIN) * height;
}

function textOf({ fragments }: Row): string {
  return fragments
    .map(({ text }) => text)
    .join(' ')
    .trim();
}
