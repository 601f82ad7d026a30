import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readGoldenSet } from '../../evals/golden/read-questions.ts';

const everyday = z.array(z.object({ questions: z.array(z.string()) }));

/** Golden questions and everyday questions: where mutations begin. */
export function knownQuestions(golden: string, seeds: string): readonly string[] {
  const { tuned, aside } = readGoldenSet(golden);
  const folder = join(seeds, 'questions');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const asked = files.flatMap((name) =>
    everyday.parse(parse(readFileSync(join(folder, name), 'utf8'))).flatMap(({ questions }) => questions),
  );
  return [...new Set([...tuned, ...aside].map(({ question }) => question).concat(asked))];
}
