import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { OutsideDataError } from './outside-data-error.ts';

export interface OutsideDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A query with the documents that somebody judged relevant to it, and how relevant. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly relevant: ReadonlyMap<string, number>;
}

export interface BeirSet {
  readonly documents: readonly OutsideDocument[];
  readonly queries: readonly JudgedQuery[];
}

const id = z.union([z.string().min(1), z.number()]).transform(String);
const DOCUMENT = z.object({ _id: id, title: z.string().nullish(), text: z.string() });
const QUERY = z.object({ _id: id, text: z.string() });

/**
 * Reads a BEIR data set (Thakur et al. 2021): `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv`. As there,
 * a query counts when the judgements name it with at least one relevant document.
 */
export async function readBeir(directory: string): Promise<BeirSet> {
  const documents: OutsideDocument[] = [];
  for await (const { _id, title, text } of records(join(directory, 'corpus.jsonl'), DOCUMENT)) {
    documents.push({ id: _id, title: title ?? '', text });
  }
  const relevant = await readJudgements(join(directory, 'qrels', 'test.tsv'));
  const queries: JudgedQuery[] = [];
  for await (const { _id, text } of records(join(directory, 'queries.jsonl'), QUERY)) {
    const judged = relevant.get(_id);
    if (judged !== undefined) queries.push({ id: _id, text, relevant: judged });
  }
  if (documents.length === 0) throw new OutsideDataError(`${directory}/corpus.jsonl holds no documents`);
  if (queries.length === 0) {
    throw new OutsideDataError(`${directory}: no query of queries.jsonl is judged in qrels/test.tsv`);
  }
  return { documents, queries };
}

async function readJudgements(path: string): Promise<Map<string, Map<string, number>>> {
  const relevant = new Map<string, Map<string, number>>();
  for await (const { line, number } of lines(path)) {
    const [query, document, score, ...more] = line.split('\t');
    const gain = Number(score);
    if (query === undefined || document === undefined || score === undefined || more.length > 0) {
      throw new OutsideDataError(`${path}, line ${number}: not query, document and score between tabs`);
    }
    if (Number.isNaN(gain)) {
      if (number === 1) continue;
      throw new OutsideDataError(`${path}, line ${number}: the score ${score} is no number`);
    }
    if (gain <= 0) continue;
    const judged = relevant.get(query) ?? new Map<string, number>();
    relevant.set(query, judged.set(document, gain));
  }
  return relevant;
}

async function* records<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for await (const { line, number } of lines(path)) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new OutsideDataError(`${path}, line ${number}: not JSON`, { cause });
    }
    const result = schema.safeParse(value);
    if (!result.success) {
      const issue = result.error.issues[0]!;
      throw new OutsideDataError(`${path}, line ${number}: ${issue.path.join('.')}: ${issue.message}`);
    }
    yield result.data;
  }
}

async function* lines(path: string): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  if (!existsSync(path)) throw new OutsideDataError(`${path} is missing`);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/u, '') : line;
    if (text.trim() !== '') yield { line: text, number };
  }
}
