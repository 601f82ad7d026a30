import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { EvaluationError } from '../evaluation-error.ts';
import { type AskedProgramme, partOf, programme } from './programme.ts';

/** The hand-made list with every entry's half; none without a file. Throws with the entry's place on a faulty one, never with its words. */
export function readProgrammes(path: string): AskedProgramme[] {
  if (!existsSync(path)) return [];
  const result = z.array(programme).safeParse(parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data.map((one) => ({ part: partOf(one.name), programme: one }));
  const places = result.error.issues.map((issue) => `${issue.path.join('.') || 'list'} (${issue.code})`);
  throw new EvaluationError(`${path}: ${places.join(', ')}`);
}
