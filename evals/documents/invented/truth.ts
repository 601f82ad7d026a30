import type { PageDate } from '../../../retrieval/documents/document.ts';
import type { TrueRow, Truth } from '../truth.ts';
import { isoDate } from './calendar.ts';
import type { Setting } from './fill.ts';
import type { PlacedFragment } from './print.ts';

/** What stands on an invented page, told by the program that laid it out. */
export interface InventedTruth extends Truth {
  readonly town: string;
  /** The day of the page, and how much of it the page shows: null where it shows nothing. */
  readonly date: { readonly value: string; readonly shown: PageDate['precision'] | null };
}

interface Heads {
  readonly headline: string;
  readonly kicker: string | null;
  readonly sub: string | null;
}

const BODY = new Set(['body', 'heading', 'number', 'name', 'cell']);

export function truthOf(
  text: string,
  placed: readonly PlacedFragment[],
  heads: readonly Heads[],
  setting: Setting,
): InventedTruth {
  const ofStory = heads.map((_, story) =>
    placed.filter((piece) => piece.story === story && BODY.has(piece.role)),
  );
  return {
    articles: heads.map((head, story) => {
      const pieces = ofStory[story]!;
      return {
        ...head,
        start: Math.min(...pieces.map(({ start }) => start)),
        end: Math.max(...pieces.map(({ end }) => end)),
        pieces: pieces.map(({ start, end }) => ({ start, end })),
        sections: sectionsOf(text, pieces),
      };
    }),
    rows: ofStory.flatMap((pieces) => rowsOf(text, pieces)),
    town: setting.town,
    date: { value: isoDate(setting.today, 'day'), shown: shownDate(text, setting) },
  };
}

/** Headings with the first words that stand under them. */
function sectionsOf(text: string, pieces: readonly PlacedFragment[]): { heading: string; start: number }[] {
  const inOrder = [...pieces].sort((one, other) => one.part - other.part || one.start - other.start);
  const parts = [...new Set(inOrder.filter(({ role }) => role === 'heading').map(({ part }) => part))];
  // The parts of a table are its rows: its headings are scored with them.
  if (pieces.some(({ role }) => role === 'name')) return [];
  return parts.flatMap((part) => {
    const heading = inOrder
      .filter((piece) => piece.part === part)
      .map((piece) => text.slice(piece.start, piece.end));
    const next = inOrder.find((piece) => piece.part > part);
    return next === undefined || next.role === 'heading'
      ? []
      : [{ heading: heading.join(''), start: next.start }];
  });
}

function rowsOf(text: string, pieces: readonly PlacedFragment[]): TrueRow[] {
  const names = pieces.filter(({ role }) => role === 'name');
  return names.map((name) => {
    const number = pieces.find(({ role, part }) => role === 'number' && part === name.part);
    const cells = pieces.filter(({ role, part }) => role === 'cell' && Math.floor(part / 100) === name.part);
    return {
      number: number === undefined ? null : Number(text.slice(number.start, number.end)),
      name: text.slice(name.start, name.end),
      cells: cells.map(({ start, end }) => ({ first: text.slice(start, end), last: text.slice(start, end) })),
    };
  });
}

function shownDate(text: string, { today, clues }: Setting): PageDate['precision'] | null {
  if (clues.stated !== null) return clues.stated;
  return text.normalize('NFKC').includes(String(today.year)) ? 'year' : null;
}
