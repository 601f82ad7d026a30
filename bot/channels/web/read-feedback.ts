import { z } from 'zod';
import { FEEDBACK_REASONS } from '../../conversations/store.ts';
import type { Failure } from './failures.ts';

/** A form sends an empty text for what was not chosen. */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);

const givenFeedback = z.object({
  receipt: z.string().max(200),
  question: z.string().max(10_000),
  answer: z.string().max(20_000),
  verdict: z.enum(['good', 'bad']),
  reason: z.preprocess(unset, z.enum(FEEDBACK_REASONS).optional()),
  comment: z.preprocess(unset, z.string().max(10_000).optional()),
});

/** What a person says of an answer, with the words of that answer and its receipt. */
export type GivenFeedback = z.infer<typeof givenFeedback>;

type Reading = { readonly given: GivenFeedback } | { readonly failure: Failure };

/** Feedback as the page sends it: JSON text. */
export function readJsonFeedback(body: string): Reading {
  try {
    return readFeedback(JSON.parse(body));
  } catch {
    return { failure: { code: 'invalid_json' } };
  }
}

/** Feedback as a plain form sends it, or as any other source of these fields. */
export function readFeedback(value: unknown): Reading {
  const result = givenFeedback.safeParse(value);
  if (result.success) return { given: result.data };
  const paths = new Set(result.error.issues.map((issue) => issue.path.join('.') || 'JSON'));
  return { failure: { code: 'invalid_request', values: { fields: [...paths].join('、') } } };
}
