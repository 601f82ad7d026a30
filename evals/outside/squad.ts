import { mean } from '../metrics/mean.ts';
import { exactMatch, overlapF1 } from './cmrc-score.ts';
import { extractSpan } from './extraction/extract-span.ts';
import { OutsideIndex } from './outside-index.ts';
import { readSquad } from './read-squad.ts';

export interface SquadOptions {
  readonly file: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Means over all questions, between 0 and 100 as CMRC reports them. */
export interface ExtractionScores {
  readonly em: number;
  readonly f1: number;
}

export interface SquadReport {
  readonly questions: number;
  readonly paragraphs: number;
  /** The paragraph that holds the answer is given. */
  readonly goldParagraph: ExtractionScores;
  /** The paragraph must be found among all of the file's first. */
  readonly allParagraphs: ExtractionScores;
}

/** Measures the extraction of answers on a file of SQuAD's shape. Throws `OutsideDataError` when it cannot be read. */
export async function runSquad({ file, onProgress }: SquadOptions): Promise<SquadReport> {
  const paragraphs = readSquad(file);
  const index = new OutsideIndex();
  for (const paragraph of paragraphs) index.add(paragraph);
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const asked = paragraphs.flatMap(({ text, questions }) =>
    questions.map((question) => ({ paragraph: text, question: question.text, answers: question.answers })),
  );
  const given: Scored[] = [];
  const found: Scored[] = [];
  for (const [done, { paragraph, question, answers }] of asked.entries()) {
    given.push(scored(answers, extractSpan(question, paragraph)));
    const best = index.search(question, 'hybrid', 1)[0];
    found.push(scored(answers, best === undefined ? '' : extractSpan(question, texts.get(best.id)!)));
    onProgress?.(done + 1, asked.length);
    // Lets the progress be drawn.
    if (done % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    questions: asked.length,
    paragraphs: paragraphs.length,
    goldParagraph: averaged(given),
    allParagraphs: averaged(found),
  };
}

interface Scored {
  readonly em: number;
  readonly f1: number;
}

function scored(answers: readonly string[], prediction: string): Scored {
  return { em: exactMatch(answers, prediction), f1: overlapF1(answers, prediction) };
}

function averaged(scores: readonly Scored[]): ExtractionScores {
  const percent = (values: readonly number[]): number => Math.round(mean(values) * 1e4) / 100;
  return { em: percent(scores.map(({ em }) => em)), f1: percent(scores.map(({ f1 }) => f1)) };
}
