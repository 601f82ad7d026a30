import { fold } from '../metrics/folded-text.ts';
import type { GoldenQuestion } from './question.ts';

/**
 * What is wrong with a golden question by itself, as short lines that name the question's id and nothing of its
 * words: a quote that is not verbatim, a `must` group that neither stands in the evidence nor is marked as
 * derived, fields that contradict each other.
 */
export function questionFaults(question: GoldenQuestion, texts: ReadonlyMap<string, string>): string[] {
  const { answerable, must, evidence, type, history } = question;
  const faults: string[] = [];
  for (const [index, { seed, quote }] of evidence.entries()) {
    const text = texts.get(seed);
    if (text === undefined) faults.push(`evidence ${index} names no document`);
    else if (/[\r\n]/.test(quote)) faults.push(`evidence ${index} has a line break`);
    else if (!text.includes(quote)) faults.push(`evidence ${index} is not verbatim`);
  }
  for (const [index, group] of must.entries()) {
    if (!isFounded(question, group)) faults.push(`must ${index} is neither in the evidence nor derived`);
    if (group.every((words) => holdsForbidden(question, words)))
      faults.push(`must ${index} holds a must_not`);
  }
  if (answerable && (must.length === 0 || evidence.length === 0))
    faults.push('answerable without must or evidence');
  if (!answerable && (must.length > 0 || evidence.length > 0))
    faults.push('unanswerable with must or evidence');
  if ((type === 'followup') !== (history !== undefined))
    faults.push('history and followup do not go together');
  return faults.map((fault) => `${question.id}: ${fault}`);
}

function isFounded({ evidence, derived }: GoldenQuestion, group: readonly string[]): boolean {
  const quotes = evidence.map(({ quote }) => fold(quote));
  return group.some(
    (words) => derived.includes(words) || quotes.some((quote) => quote.includes(fold(words))),
  );
}

function holdsForbidden({ must_not }: GoldenQuestion, words: string): boolean {
  return must_not.some((forbidden) => fold(words).includes(fold(forbidden)));
}

/** Ids that stand on more than one question. */
export function repeatedIds(questions: readonly GoldenQuestion[]): string[] {
  const seen = new Set<string>();
  return questions.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size);
}
