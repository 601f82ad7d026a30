import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GoldenQuestion } from '../golden/question.ts';
import type { Part } from '../golden/read-questions.ts';

const words = z.string().min(1);
const source = z.strictObject({ document: words, quote: words });

/** What a document calls by a name of its own, and what 「X是什么」 has to be answered with. */
export const programme = z.strictObject({
  name: words,
  document: words,
  /** The words that tell it best, line breaks taken out. */
  quote: words,
  /** Of every inner list one alternative must occur in the answer. */
  must: z.array(z.array(words).min(1)).min(1),
  kind: z.enum([
    'project',
    'policy',
    'slogan',
    'place',
    'organisation',
    'event',
    'brand',
    'platform',
    'other',
  ]),
  /** False where the documents only name it. */
  explained: z.boolean(),
  /** Alternatives of `must` that do not stand in the quote. */
  derived: z.array(words).default([]),
  /** Other places that tell of the same name. */
  also: z.array(source).default([]),
});

export type Programme = z.infer<typeof programme>;

/** A programme with the half of the list that it belongs to. */
export interface AskedProgramme {
  readonly part: Part;
  readonly programme: Programme;
}

/** A contract's limit for a list is 400 characters; the strict verdict allows a quarter more than the bound. */
const LONGEST = 320;

const QUOTATION_MARKS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['《', '》'],
  ['‘', '’'],
];

/** The name as it is asked for: without quotation marks that wrap it whole. */
export function askedName(name: string): string {
  const inner = name.slice(1, -1);
  const wrapped = QUOTATION_MARKS.some(
    ([open, close]) => name.startsWith(open) && name.endsWith(close) && !inner.includes(open),
  );
  return wrapped ? inner : name;
}

/**
 * Aside are the names whose SHA-256 (of their UTF-8 bytes) ends in an odd hexadecimal digit: half of the list,
 * chosen by nobody, and the same half when the list grows.
 */
export function partOf(name: string): Part {
  const digest = createHash('sha256').update(name).digest('hex');
  return Number.parseInt(digest.at(-1)!, 16) % 2 === 1 ? 'aside' : 'tuned';
}

/** A programme as a golden question, so that it is judged by the same strict rules. */
export function questionAbout({ name, document, quote, must, derived, also }: Programme): GoldenQuestion {
  return {
    id: name,
    persona: 'cadre',
    type: 'definition',
    question: `${askedName(name)}是什么`,
    answerable: true,
    must,
    must_not: [],
    evidence: [
      { seed: document, quote },
      ...also.map((other) => ({ seed: other.document, quote: other.quote })),
    ],
    max_chars: LONGEST,
    derived,
  };
}
