import { yearsNamed } from '../../../retrieval/text/dates.ts';
import { canonicalNumber, findNumbers } from '../../../retrieval/text/numbers.ts';
import { kindOf } from '../../questions/kinds.ts';
import { shortTown } from '../../questions/towns.ts';
import type { Answer, Citation } from '../answer.ts';
import { askedNumbers, measuresIn } from './asked-numbers.ts';
import type { CheckedSentence } from './check-sentence.ts';
import type { Evidence } from './evidence.ts';
import type { Frame } from './frame.ts';
import { coverage, pairsOf, tellingCharacters } from './overlap.ts';

/** Why verified sentences are no answer yet. */
export type Shortfall =
  | 'nothing_verified'
  | 'place_missing'
  | 'figures_missing'
  | 'part_missing'
  | 'choice_missing'
  | 'list_incomplete'
  | 'cut_off_untold'
  | 'too_long';

export type Assembled = { readonly answer: Answer } | { readonly shortfall: Shortfall };

/** Contract: characters without marks, for one fact and for several. */
const ROOM = { one: 160, several: 400 } as const;

/**
 * Puts verified sentences together, if they still answer all that the extractive answer does. `dropped` are those
 * that failed: what they were about must be told by others.
 */
export function assemble(
  extractive: Answer,
  frame: Frame,
  all: readonly Evidence[],
  sentences: readonly CheckedSentence[],
  dropped: readonly CheckedSentence[] = [],
): Assembled {
  if (sentences.length === 0) return { shortfall: 'nothing_verified' };
  const said = sentences.map(({ text }) => text).join('。');
  const shortfall = shortfallOf(extractive, all, sentences, dropped, said);
  if (shortfall !== undefined) return { shortfall };
  const text = `${frame.lead}${sentences.map((sentence) => sentenceText(sentence)).join('')}${frame.tail}`;
  if (lengthOf(text) > roomFor(all)) return { shortfall: 'too_long' };
  return { answer: { ...extractive, ...renumber(extractive, text), mode: 'llm' } };
}

function shortfallOf(
  extractive: Answer,
  all: readonly Evidence[],
  sentences: readonly CheckedSentence[],
  dropped: readonly CheckedSentence[],
  said: string,
): Shortfall | undefined {
  if (!keepsPlace(sentences)) return 'place_missing';
  const before = all.map((piece) => piece.said).join('；');
  const told = new Set(findNumbers(said).map(canonicalNumber));
  const asked = askedNumbers(extractive.question, before);
  const figures = measuresIn(before);
  if (!asked.every((number) => told.has(number))) return 'figures_missing';
  if (figures.length > 0 && !figures.some((number) => told.has(number))) return 'figures_missing';
  const used = new Set(sentences.flatMap(({ evidence }) => evidence));
  if (extractive.status === 'clarify' && !all.every((piece) => used.has(piece))) return 'choice_missing';
  const untold = all.filter((piece) => !used.has(piece));
  if (dropped.some(({ evidence }) => evidence.some((piece) => untold.includes(piece)))) return 'part_missing';
  if (untold.some((piece) => tellsMore(extractive.question, piece, said))) return 'part_missing';
  if (kindOf(extractive.question) === 'list' && !keepsItems(before, said)) return 'list_incomplete';
  if (/中断|截断/.test(before) && !/中断|截断/.test(said)) return 'cut_off_untold';
  return undefined;
}

/** What is left out holds words of the question that what is said lacks: it answers a part of it. */
function tellsMore(question: string, { said: leftOut }: Evidence, said: string): boolean {
  const told = pairsOf(said);
  const lost = pairsOf(leftOut);
  return [...pairsOf(question)].some((pair) => lost.has(pair) && !told.has(pair));
}

/** Characters that an answer over this evidence may have, marks not counted. */
export function roomFor(all: readonly Evidence[]): number {
  return all.length > 1 ? ROOM.several : ROOM.one;
}

/** Characters without marks. */
export function lengthOf(text: string): number {
  return text.replace(/\[\d+\]/g, '').length;
}

/** A sentence as it is read, with the marks of its evidence; `markOf` numbers them anew. */
export function sentenceText(
  { text, evidence }: CheckedSentence,
  markOf: (mark: number) => number = (mark) => mark,
): string {
  const marks = evidence.map(({ citation }) => `[${markOf(citation.mark)}]`).join('');
  return `${text}${marks}${/[？！?!]$/.test(text) ? '' : '。'}`;
}

/** Town and year that the extractive answer names are named in the sentence, or were named last before it. */
export function keepsPlace(sentences: readonly CheckedSentence[]): boolean {
  let town: string | null = null;
  let years: readonly number[] = [];
  return sentences.every(({ text, evidence }) => {
    const towns = [...new Set(evidence.flatMap((piece) => piece.town ?? []))];
    const here = towns.filter((name) => text.includes(shortTown(name)));
    if (here.length > 0) town = here.at(-1)!;
    const named = yearsNamed(text);
    if (named.length > 0) years = named;
    const townKept = towns.every((name) => here.includes(name) || name === town);
    return (
      townKept &&
      evidence.every((piece) => piece.years.length === 0 || piece.years.some((year) => years.includes(year)))
    );
  });
}

/** A list keeps every item: each still shares most of its words with what is said. */
function keepsItems(before: string, said: string): boolean {
  const pairs = pairsOf(said);
  const items = before.split(/[，,；;。：:]/).flatMap((clause) => itemsOf(clause.split('、')));
  const quoted = [...before.matchAll(/[“「《]([^”」》]{2,30})[”」》]/g)].map((match) => match[1]!);
  return [...items, ...quoted]
    .filter((item) => tellingCharacters(item).length > 1)
    .every((item) => coverage(item, pairs) >= 0.5);
}

/** Items of an enumeration of three or more; the first has words before it and the last words after it. */
function itemsOf(items: readonly string[]): string[] {
  if (items.length < 3) return [];
  const longest = Math.max(...items.slice(1, -1).map((item) => item.length));
  return [items[0]!.slice(-longest), ...items.slice(1, -1), items.at(-1)!.slice(0, longest)];
}

/** Only citations that are used stay, numbered in order of first use; marks in notes follow. */
function renumber(extractive: Answer, text: string): Pick<Answer, 'answer' | 'citations' | 'notes'> {
  const order = [
    ...new Set(
      [text, ...extractive.notes].flatMap((part) =>
        [...part.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])),
      ),
    ),
  ];
  const known = order.filter((mark) => extractive.citations.some((citation) => citation.mark === mark));
  const moved = (part: string): string =>
    part.replace(/\[(\d+)\]/g, (mark, number: string) =>
      known.includes(Number(number)) ? `[${known.indexOf(Number(number)) + 1}]` : mark,
    );
  const citations: Citation[] = known.map((mark, position) => ({
    ...extractive.citations.find((citation) => citation.mark === mark)!,
    mark: position + 1,
  }));
  return { answer: moved(text), citations, notes: extractive.notes.map(moved) };
}
