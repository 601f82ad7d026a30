import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { cutText } from '../../evals/outside/cut-text.ts';
import { readSeeds } from '../../retrieval/documents/seeds.ts';
import { readContent } from '../../retrieval/indexes/content.ts';

/** The first `count` passages of a file with one text a line. */
export async function passagesOfFile(path: string, count: number): Promise<string[]> {
  const passages: string[] = [];
  const input = createReadStream(path);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    passages.push(...cutText(line));
    if (passages.length >= count) break;
  }
  input.destroy();
  return passages.slice(0, count);
}

const SENTENCES_A_PASSAGE = 4;

/**
 * `count` passages of sentences of the seeds in ever new company. No two are the same, but all say the same few
 * things: such a corpus tells of speed and memory, not of how well anything is found.
 */
export async function passagesOfSeeds(
  folder: string,
  count: number,
  random: () => number,
): Promise<string[]> {
  const sentences = (await readSeeds(folder)).documents.flatMap((document) =>
    readContent(folder, document).sentences.map(({ text }) => text),
  );
  const pick = (): string => sentences[Math.floor(random() * sentences.length)]!;
  return Array.from({ length: count }, () => Array.from({ length: SENTENCES_A_PASSAGE }, pick).join(''));
}

/** Questions made of the passages' own words: a run of a passage's characters, punctuation aside. */
export function queriesOf(passages: readonly string[], count: number, random: () => number): string[] {
  const queries: string[] = [];
  for (let tries = 0; queries.length < count && tries < count * 20; tries++) {
    const passage = passages[Math.floor(random() * passages.length)]!;
    const clauses = passage.split(/[^\p{L}\p{N}%.]+/u).filter((clause) => clause.length >= 8);
    const clause = clauses[Math.floor(random() * clauses.length)];
    if (clause !== undefined) queries.push(clause.slice(0, 8 + Math.floor(random() * 13)));
  }
  return queries;
}
