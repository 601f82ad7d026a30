import { recordsWording } from '../../bot/wording/records.ts';
import type { GoldenQuestion } from '../../evals/golden/question.ts';
import { questionFaults } from '../../evals/golden/question-faults.ts';
import { FileError } from '../ask/file-error.ts';
import type { Review } from './arguments.ts';

/** Upper bounds of the contract: one fact, a refusal included; a list or a comparison. */
const MOST_CHARACTERS = { fact: 160, list: 400 } as const;
const LONG_TYPES: readonly string[] = ['list', 'comparison', 'multi_hop', 'filter'];

/**
 * The golden question that a reviewed gap makes. Without evidence it says no more than is known: as of now the
 * documents do not answer it. With evidence it must be as sound as every other one. Throws a `FileError` when it
 * is not.
 */
export function goldenQuestionOf(
  id: string,
  question: string,
  review: Review,
  texts: ReadonlyMap<string, string>,
): GoldenQuestion {
  const { note = recordsWording.golden.note, ...known } = review;
  const made: GoldenQuestion = {
    id,
    question,
    ...known,
    answerable: review.evidence.length > 0,
    max_chars: LONG_TYPES.includes(review.type) ? MOST_CHARACTERS.list : MOST_CHARACTERS.fact,
    note,
  };
  const faults = questionFaults(made, texts);
  if (faults.length > 0) throw new FileError(recordsWording.golden.faulty(faults.join('; ')), undefined);
  return made;
}

/** The next number behind those that a file's questions have: gaps-001, gaps-002. */
export function nextId(prefix: string, known: readonly GoldenQuestion[]): string {
  const numbers = known.flatMap(({ id }) =>
    id.startsWith(`${prefix}-`) ? Number.parseInt(id.slice(prefix.length + 1), 10) || 0 : [],
  );
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
