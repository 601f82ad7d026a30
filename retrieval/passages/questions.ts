import { z } from 'zod';
import { quoted, readReviewed } from './reviewed-file.ts';

const entry = z.strictObject({ ...quoted, questions: z.array(z.string().min(1)).min(1) });

/** Everyday questions that a quoted stretch of a document answers. */
export interface EverydayQuestions {
  /** The stretch of the file that the quote was found at. */
  readonly start: number;
  readonly end: number;
  readonly questions: readonly string[];
}

/** Reads a document's everyday questions and ties each to the place of its quote. */
export function readQuestions(path: string, text: string): { found: EverydayQuestions[]; lost: string[] } {
  return readReviewed(path, entry, text);
}
