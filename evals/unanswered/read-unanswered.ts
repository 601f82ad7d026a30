import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const entries = z.array(
  z.strictObject({ quote: z.string().regex(/\S/), questions: z.array(z.string().min(1)).min(1) }),
);

/** Questions about what a document says in the quoted words, which no document answers. */
export interface Unanswered {
  /** The document's file name without its ending. */
  readonly document: string;
  readonly quote: string;
  readonly questions: readonly string[];
}

/** Reads every list of a folder. Throws a ZodError when an entry lacks its quote or its questions. */
export function readUnanswered(folder: string): Unanswered[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) =>
      entries
        .parse(parse(readFileSync(join(folder, name), 'utf8')))
        .map((entry) => ({ document: basename(name, '.yaml'), ...entry })),
    );
}
