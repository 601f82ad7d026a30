import { z } from 'zod';

export const QUESTION_TYPES = [
  'fact',
  'number',
  'date',
  'deadline',
  'place',
  'who',
  'list',
  'definition',
  'acronym',
  'yesno',
  'procedure',
  'status',
  'result_vs_target',
  'relative_date',
  'table_row',
  'comparison',
  'multi_hop',
  'filter',
  'exact_quote',
  'followup',
  'ambiguous',
  'typo',
  'false_premise',
  'data_quality',
  'unanswerable',
  'out_of_scope',
  'injection',
] as const;

const words = z.string().min(1);
const turn = z.strictObject({ role: z.enum(['user', 'assistant']), text: words });

/** A golden question: what is asked, and what a right answer says, does not say and rests on. */
export const goldenQuestion = z.strictObject({
  id: words,
  persona: z.enum(['resident', 'cadre']),
  type: z.enum(QUESTION_TYPES),
  question: words,
  history: z.array(turn).min(1).optional(),
  /** Do the documents hold the answer? */
  answerable: z.boolean(),
  /** Of every inner list at least one alternative must occur in the answer. */
  must: z.array(z.array(words).min(1)),
  /** Words that must not occur in the answer. */
  must_not: z.array(words),
  evidence: z.array(z.strictObject({ seed: words, quote: words })),
  max_chars: z.number().int().min(0),
  /** Items of `must` that follow from the evidence without standing in it word for word. */
  derived: z.array(words).default([]),
  note: z.string().optional(),
});

export type GoldenQuestion = z.infer<typeof goldenQuestion>;
export type ConversationTurn = z.infer<typeof turn>;
