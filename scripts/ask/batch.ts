import type { Assistant } from '../../bot/assistant.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';
import type { Asking } from './arguments.ts';
import { readBatchLine } from './batch-line.ts';

export interface Batch {
  readonly assistant: Pick<Assistant, 'ask'>;
  readonly lines: AsyncIterable<string>;
  readonly write: (line: string) => Promise<void>;
  readonly onFailure: (error: unknown) => void;
  /** A line's own town and year go before these. */
  readonly asking: Pick<Asking, 'town' | 'year' | 'hits'>;
}

/** How many lines held something, and how many of them were not answered. */
export interface BatchCount {
  readonly lines: number;
  readonly faulty: number;
}

/**
 * Answers a batch line by line: one JSON object out for each one in, in the same order. A line that holds no question
 * gets an object saying so. Blank lines are skipped, but counted as lines of the file.
 */
export async function answerBatch(batch: Batch): Promise<BatchCount> {
  let number = 0;
  let lines = 0;
  let faulty = 0;
  for await (const text of batch.lines) {
    number += 1;
    if (text.trim() === '') continue;
    const outcome = await answerLine(text, number, batch);
    lines += 1;
    if ('error' in outcome) faulty += 1;
    await batch.write(`${JSON.stringify(outcome)}\n`);
  }
  return { lines, faulty };
}

async function answerLine(
  text: string,
  number: number,
  { assistant, asking, onFailure }: Batch,
): Promise<object> {
  const line = readBatchLine(text, number);
  if ('error' in line) return line;
  const { town, year, hits } = asking;
  const request = { ...line.request, town: line.request.town ?? town, year: line.request.year ?? year };
  try {
    const answer = await assistant.ask(request, hits === undefined ? {} : { hits });
    return { ...answer, id: line.id };
  } catch (error) {
    onFailure(error);
    return { id: line.id, line: number, error: terminalWording.batch.failed };
  }
}
