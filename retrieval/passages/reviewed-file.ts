import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { RetrievalError } from '../errors.ts';

/** What people write beside a document, quote by quote: how it is asked for, what an article without a headline is about. */
export type ReviewedKind = 'questions' | 'titles';

/** What every entry has: a quote of the document, by which it is tied to a place. */
export const quoted = { quote: z.string().regex(/\S/, { message: 'an empty quote' }) };

/** The file of that kind for a document, or undefined when there is none. Proposals of a model have another name. */
export function reviewedFile(folder: string, kind: ReviewedKind, document: string): string | undefined {
  const path = join(folder, kind, `${basename(document, extname(document))}.yaml`);
  return existsSync(path) ? path : undefined;
}

/**
 * Reads such a file and ties every entry to the stretch of the text that its quote was found at (compared
 * without white space, first occurrence). Quotes that no longer stand in the document are returned as `lost`.
 * Throws `questions_invalid` or `titles_invalid` with the entry that is wrong.
 */
export function readReviewed<Entry extends { readonly quote: string }>(
  path: string,
  entry: z.ZodType<Entry>,
  text: string,
): { found: (Entry & { start: number; end: number })[]; lost: string[] } {
  const kind = basename(dirname(path)) as ReviewedKind;
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    throw new RetrievalError(
      `${kind}_invalid`,
      `${kind}/${basename(path)} is not valid YAML (${reason}); correct it and run again`,
      { cause },
    );
  }
  const result = z.array(entry).safeParse(value ?? []);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new RetrievalError(
      `${kind}_invalid`,
      `${kind}/${basename(path)}: entry ${issue.path.join('.')}: ${issue.message}`,
    );
  }
  const spanOf = createSpanFinder(text);
  const found: (Entry & { start: number; end: number })[] = [];
  const lost: string[] = [];
  for (const one of result.data) {
    const span = spanOf(one.quote);
    if (span === undefined) lost.push(one.quote);
    else found.push({ ...one, ...span });
  }
  return { found, lost };
}

function createSpanFinder(text: string): (quote: string) => { start: number; end: number } | undefined {
  const places: number[] = [];
  let squeezed = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i]!)) continue;
    squeezed += text[i];
    places.push(i);
  }
  return (typed) => {
    const quote = typed.replace(/\s/g, '');
    const at = squeezed.indexOf(quote);
    return at === -1 ? undefined : { start: places[at]!, end: places[at + quote.length - 1]! + 1 };
  };
}
