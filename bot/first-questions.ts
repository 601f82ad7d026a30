import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CorpusIndex } from '../retrieval/indexes/corpus-index.ts';
import type { Logger } from './logger.ts';

const offers = z.array(z.string().min(1)).max(12);

/** The questions of `first-questions.yaml`, else (also when it is broken) one everyday question a document. */
export function firstQuestions(seeds: string, logger: Logger, index: CorpusIndex): string[] {
  const path = join(seeds, 'first-questions.yaml');
  if (existsSync(path)) {
    try {
      return offers.parse(parse(readFileSync(path, 'utf8')));
    } catch {
      const fault = 'first-questions.yaml must be a list of at most 12 questions; see seeds/README.md';
      logger.warn({ fault }, 'first questions are taken from the documents instead');
    }
  }
  return [...index.documents.values()].flatMap((content) => content.questions[0]?.text ?? []);
}
