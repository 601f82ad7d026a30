import type { EvalContext } from '../../context.ts';
import {
  type Expectation,
  FIELDS,
  type Field,
  isUnderstood,
  readExpectations,
} from '../../understanding/expected.ts';
import { type Failure, type SuiteResult, shareOf } from '../result.ts';
import type { UnderstandingRow } from './generate.ts';

interface Compared {
  readonly expected: Expectation;
  readonly read: UnderstandingRow;
  readonly wrong: readonly Field[];
}

/** Each field of what was understood against what was read by eye from the tuned questions. */
export function scoreUnderstanding(context: EvalContext, stored: readonly UnderstandingRow[]): SuiteResult {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const compared: Compared[] = readExpectations(context.truth.understanding).flatMap((expected) => {
    const read = rows.get(expected.id);
    if (read === undefined) return [];
    return [
      { expected, read, wrong: FIELDS.filter((field) => isUnderstood(field, expected, read) === false) },
    ];
  });
  return {
    suite: 'understanding',
    figures: [
      ...FIELDS.map((field) =>
        shareOf(
          field,
          'tuned',
          compared
            .filter(({ expected }) => expected[field] !== undefined)
            .map(({ wrong }) => !wrong.includes(field)),
        ),
      ),
      shareOf(
        'all fields',
        'tuned',
        compared.map(({ wrong }) => wrong.length === 0),
      ),
    ],
    breakdowns: [],
    verdicts: Object.fromEntries(compared.map(({ expected, wrong }) => [expected.id, wrong.length === 0])),
    failures: compared.filter(({ wrong }) => wrong.length > 0).map((one) => toFailure(context, one)),
    series: {},
  };
}

function toFailure({ questions }: EvalContext, { expected, read, wrong }: Compared): Failure {
  const asked = questions.find(({ question }) => question.id === expected.id)?.question;
  return {
    suite: 'understanding',
    id: expected.id,
    part: 'tuned',
    persona: asked?.persona ?? '',
    type: asked?.type ?? '',
    question: asked?.question ?? '',
    status: '',
    answer: JSON.stringify({ kind: read.kind, towns: read.towns, years: read.years }),
    hits: [],
    reasons: wrong.map((field) => `${field} is not ${JSON.stringify(expected[field])}`),
  };
}
