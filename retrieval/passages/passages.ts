import { createHash } from 'node:crypto';
import type { DocumentDescription } from '../documents/document.ts';
import type { IndexedSentence, Passage } from './passage.ts';

/** Contract: a passage is at most 400 characters of the file. */
export const LONGEST_PASSAGE = 400;
/** Shorter than allowed, so that a passage holds one matter; found best on questions about such pages. */
const COMFORTABLE_PASSAGE = 260;

/** What a person wrote over an article that has no headline; it is searched with its passages, never quoted. */
export interface ArticleTitle {
  readonly article: number;
  readonly title: string;
}

/** Cuts a document's sentences into passages; a passage never leaves its section or table row. */
export function cutPassages(
  document: string,
  description: DocumentDescription,
  sentences: readonly IndexedSentence[],
  titles: readonly ArticleTitle[] = [],
): Passage[] {
  const titleOf = new Map(titles.map(({ article, title }) => [article, title]));
  const passages: Passage[] = [];
  const seen = new Map<string, number>();
  let open: number[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push(toPassage(document, description, sentences, open, seen, titleOf));
    open = [];
  };
  for (const [index, sentence] of sentences.entries()) {
    const first = sentences[open[0] ?? -1];
    const last = sentences[open.at(-1) ?? -1];
    if (first !== undefined && last !== undefined) {
      const length = sentence.end - first.start;
      const same = samePlace(last, sentence) && sentence.start >= last.end;
      const comfortable = length <= COMFORTABLE_PASSAGE || (open.length === 1 && last.kind === 'heading');
      if (!same || length > LONGEST_PASSAGE || !comfortable) close();
    }
    open.push(index);
  }
  close();
  return passages;
}

function samePlace(a: IndexedSentence, b: IndexedSentence): boolean {
  return (
    a.article === b.article &&
    a.section === b.section &&
    a.row?.number === b.row?.number &&
    a.row?.name === b.row?.name &&
    a.kind !== 'headline' &&
    b.kind !== 'headline'
  );
}

function toPassage(
  document: string,
  description: DocumentDescription,
  sentences: readonly IndexedSentence[],
  members: readonly number[],
  seen: Map<string, number>,
  titleOf: ReadonlyMap<number, string>,
): Passage {
  const first = sentences[members[0]!]!;
  const last = sentences[members.at(-1)!]!;
  const text = members.map((member) => sentences[member]!.text).join('');
  const place = [
    description.title,
    first.headline ?? titleOf.get(first.article) ?? null,
    first.section,
    first.row === null ? null : rowLabel(first.row),
  ];
  const path = [...new Set(place.filter((part) => part !== null))].join(' › ');
  const context = [path, first.town, description.period].filter((part) => part !== null).join(' · ');
  const years = [
    ...new Set(members.map((member) => sentences[member]!.year).filter((year) => year !== null)),
  ];
  const key = createHash('sha256').update(`${document}\n${text}`).digest('hex').slice(0, 16);
  const times = seen.get(key) ?? 0;
  seen.set(key, times + 1);
  return {
    id: times === 0 ? key : `${key}-${times + 1}`,
    document,
    start: first.start,
    end: Math.min(last.end, first.start + LONGEST_PASSAGE),
    text,
    context,
    town: first.town,
    years,
    sentences: members,
    digest: createHash('sha256').update(`${text}\n${context}`).digest('hex'),
  };
}

function rowLabel(row: NonNullable<IndexedSentence['row']>): string {
  return row.number === null ? row.name : `${row.number} ${row.name}`;
}
