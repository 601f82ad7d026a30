import { z } from 'zod';

/** Longer questions are cut off before anything else looks at them. */
export const LONGEST_QUESTION = 2_000;
/** Only the latest turns can be meant by 那…呢. */
export const MOST_TURNS = 20;

const turn = z.object({ role: z.enum(['user', 'assistant']), text: z.string().max(8_000) });

/** A question as any channel sends it; fields that are not known are ignored. */
export const askRequest = z.object({
  id: z.coerce.string().max(200).optional(),
  question: z.string(),
  history: z.array(turn).max(200).optional(),
  town: z.string().max(40).nullish(),
  year: z.coerce.number().int().min(1900).max(2200).nullish(),
});

export type AskRequest = z.infer<typeof askRequest>;
export type Turn = z.infer<typeof turn>;
