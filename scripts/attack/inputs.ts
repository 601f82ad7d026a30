import fc from 'fast-check';
import { type AskRequest, LONGEST_QUESTION } from '../../bot/questions/request.ts';
import { MUTATIONS } from './mutations.ts';

export interface Input {
  /** How the question came about, for counting: `random`, or the mutations in their order. */
  readonly how: string;
  readonly request: AskRequest;
}

const KINDS = Object.keys(MUTATIONS);

/** Questions nobody foresaw: known ones mutated up to four times, and characters at random. */
export function inputs(questions: readonly string[], towns: readonly string[]): fc.Arbitrary<Input> {
  const known = fc.constantFrom(...questions);
  const steps = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat()), { minLength: 1, maxLength: 4 });
  const mutated = fc.tuple(known, steps).map(([question, taken]) => ({
    how: taken.map(([kind]) => kind).join('+'),
    question: taken.reduce(
      (text, [kind, at]) => MUTATIONS[kind]!(text, at).slice(0, 4 * LONGEST_QUESTION),
      question,
    ),
  }));
  const random = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(...'0123456789一二三两百千万亿.,，。%年月日元亩个至-～'),
        maxLength: 120,
      }),
      fc
        .array(
          known.map((question) => question.slice(0, 7)),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    .map((question) => ({ how: 'random', question }));
  const asked = fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: random });
  const said = fc.oneof(known, fc.string({ unit: 'binary', maxLength: 60 }));
  const context = fc.record(
    {
      history: fc.array(
        fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text: said }),
        { maxLength: 4 },
      ),
      town: fc.oneof(fc.constantFrom(...towns), fc.string({ unit: 'binary', maxLength: 40 })),
      year: fc.integer({ min: 1900, max: 2200 }),
    },
    { requiredKeys: [] },
  );
  // Most people give neither town nor year; with both at random hardly anything would be answered.
  const additions = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: context });
  return fc
    .tuple(asked, additions)
    .map(([{ how, question }, rest]) => ({ how, request: { question, ...rest } }));
}

/** Texts far beyond what anybody types, some ten megabytes each. */
export function giants(question: string): readonly Input[] {
  const megabytes = 10 * 1024 * 1024;
  const filled = (how: string, piece: string): Input => ({
    how: `giant ${how}`,
    request: { question: piece.repeat(Math.ceil(megabytes / piece.length)).slice(0, megabytes) },
  });
  return [
    filled('question', question),
    filled('digits', '9'),
    filled('blanks', ' \u3000\n'),
    filled('brackets', '（'),
    filled('emoji', '👨‍👩‍👧‍👦'),
    filled('combining marks', '\u0301'),
    filled('halves', '\ud83d'),
  ];
}
