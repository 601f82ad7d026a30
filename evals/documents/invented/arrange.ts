import type { Chance } from './chance.ts';
import { fragment, type PrintedLine } from './printed.ts';

/** A story set in type: its head, the columns of its body, its captions. */
export interface SetStory {
  readonly head: readonly PrintedLine[];
  readonly columns: readonly (readonly PrintedLine[])[];
  readonly captions: readonly string[];
  /** Its first words show that a report begins: a dateline or a line of authors. */
  readonly opens: boolean;
  readonly table: boolean;
}

export const ARRANGEMENTS = [
  'stacked',
  'heads-last',
  'heads-first',
  'between',
  'interleaved',
  'displaced',
  'mixed',
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

type Chunk = readonly PrintedLine[];

/** The chunks of a page in the order in which its text was taken off it; blank lines part them. */
export function arrange(chance: Chance, stories: readonly SetStory[], arrangement: Arrangement): Chunk[] {
  switch (arrangement) {
    case 'stacked':
      return stories.flatMap((story) => [story.head, ...withCaptions(chance, story)]);
    case 'heads-last':
    case 'heads-first': {
      // Only heads of reports that show where they begin are taken away from them.
      const apart = stories.filter(({ opens, table }) => opens && !table);
      const bodies = stories.flatMap((story) => [
        ...(apart.includes(story) ? [] : [story.head]),
        ...withCaptions(chance, story),
      ]);
      const heads = chance.shuffled(apart).map(({ head }) => head);
      return arrangement === 'heads-last' ? [...bodies, ...heads] : [...heads, ...bodies];
    }
    case 'between':
      return stories.flatMap((story) => {
        const [first, ...rest] = withCaptions(chance, story);
        const moves = story.opens && rest.length > 0 && !story.table && chance.likely(0.6);
        return moves ? [first!, story.head, ...rest] : [story.head, first!, ...rest];
      });
    case 'interleaved':
      return interleaved(chance, stories);
    case 'displaced':
      return displaced(chance, stories);
    case 'mixed': {
      const half = Math.ceil(stories.length / 2);
      const kinds = chance.shuffled(
        ARRANGEMENTS.filter((kind) => kind !== 'mixed' && kind !== 'heads-first'),
      );
      return [
        ...arrange(chance, stories.slice(0, half), kinds[0]!),
        ...arrange(chance, stories.slice(half), kinds[1]!),
      ];
    }
  }
}

/** A caption stands where one column ends, or after the body. */
function withCaptions(chance: Chance, { columns, captions }: SetStory): Chunk[] {
  const chunks: Chunk[] = [...columns];
  for (const caption of captions)
    chunks.splice(chance.whole(1, chunks.length), 0, [[fragment(caption, 'caption')]]);
  return chunks;
}

/** Two neighbours' columns take turns. */
function interleaved(chance: Chance, stories: readonly SetStory[]): Chunk[] {
  const at = stories.findIndex(
    (story, index) =>
      story.columns.length > 1 &&
      !story.table &&
      stories[index + 1] !== undefined &&
      !stories[index + 1]!.table,
  );
  if (at === -1) return arrange(chance, stories, 'stacked');
  const one = stories[at]!;
  const other = stories[at + 1]!;
  const turns: Chunk[] = [one.head, one.columns[0]!, other.head, other.columns[0]!];
  for (let column = 1; column < Math.max(one.columns.length, other.columns.length); column++) {
    for (const story of [one, other]) {
      const next = story.columns[column];
      if (next !== undefined) turns.push(next);
    }
  }
  return [
    ...arrange(chance, stories.slice(0, at), 'stacked'),
    ...turns,
    ...arrange(chance, stories.slice(at + 2), 'stacked'),
  ];
}

/** The head of the next story stands in the middle of the one before it. */
function displaced(chance: Chance, stories: readonly SetStory[]): Chunk[] {
  const chunks: Chunk[] = [];
  let printed = -1;
  for (const [index, story] of stories.entries()) {
    if (index > printed) chunks.push(story.head);
    const next = stories[index + 1];
    if (next?.opens === true && !next.table && story.columns.length > 1) {
      chunks.push(story.columns[0]!, next.head, ...story.columns.slice(1));
      printed = index + 1;
    } else chunks.push(...withCaptions(chance, story));
  }
  return chunks;
}
