import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { RetrievalError } from '../errors.ts';

const entries = z.array(
  z.strictObject({
    quote: z.string().regex(/\S/, { message: 'an empty quote' }),
    questions: z.array(z.string().min(1)).min(1),
  }),
);

/** Everyday questions that a quoted stretch of a document answers. */
export interface EverydayQuestions {
  /** The stretch of the file that the quote was found at. */
  readonly start: number;
  readonly end: number;
  readonly questions: readonly string[];
}

/** The file of everyday questions of a document, or undefined when there is none. */
export function questionsFile(folder: string, document: string): string | undefined {
  const path = join(folder, 'questions', `${basename(document, extname(document))}.yaml`);
  return existsSync(path) ? path : undefined;
}

/**
 * Reads a document's everyday questions and ties each to the place of its quote (compared without white
 * space, first occurrence). Quotes that no longer stand in the document are returned as `lost`.
 */
export function readQuestions(path: string, text: string): { found: EverydayQuestions[]; lost: string[] } {
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    throw new RetrievalError(
      'questions_invalid',
      `questions/${basename(path)} is not valid YAML (${reason})`,
      { cause },
    );
  }
  const result = entries.safeParse(value ?? []);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new RetrievalError(
      'questions_invalid',
      `questions/${basename(path)}: entry ${issue.path.join('.')}: ${issue.message}`,
    );
  }
  const places: number[] = [];
  let squeezed = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue;
    squeezed += text[i];
    places.push(i);
  }
  const found: EverydayQuestions[] = [];
  const lost: string[] = [];
  for (const entry of result.data) {
    const quote = entry.quote.replace(/\s/g, '');
    const at = squeezed.indexOf(quote);
    if (at === -1) lost.push(entry.quote);
    else
      found.push({ start: places[at]!, end: places[at + quote.length - 1]! + 1, questions: entry.questions });
  }
  return { found, lost };
}
