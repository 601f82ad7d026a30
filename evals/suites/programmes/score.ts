import type { EvalContext } from '../../context.ts';
import { strictVerdict, type Verdict } from '../../metrics/strict-verdict.ts';
import { type AskedProgramme, questionAbout } from '../../programmes/programme.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { excerptOf } from '../excerpt.ts';
import { partsOf } from '../parts.ts';
import { type Breakdown, type Failure, type Figure, type SuiteResult, shareOf } from '../result.ts';

interface Judged extends AskedProgramme {
  readonly answer: AnswerRecord;
  readonly verdict: Verdict;
}

/**
 * How many of the names are explained, by the strict rules of the golden questions: in all, by kind, document and
 * whether the documents explain them. Of the half kept aside nothing but figures is told.
 */
export function scoreProgrammes(context: EvalContext, stored: readonly AnswerRecord[]): SuiteResult {
  const answers = new Map(stored.map((answer) => [answer.id, answer]));
  const judged = context.programmes.flatMap((asked): Judged[] => {
    const answer = answers.get(asked.programme.name);
    if (answer === undefined) return [];
    return [
      { ...asked, answer, verdict: strictVerdict(questionAbout(asked.programme), answer, context.texts) },
    ];
  });
  const tuned = judged.filter(({ part }) => part === 'tuned');
  const parts = partsOf(judged);
  return {
    suite: 'programmes',
    figures: [
      // Over the whole list only when both halves were asked, so that one figure always means one thing.
      ...(parts.length < 2 ? [] : [...figuresOf('all', judged), ...detailsOf(judged)]),
      ...parts.flatMap(([part, items]) => figuresOf(part, items)),
    ],
    breakdowns: parts.map(([part, items]) => reasonsOf(part, items)),
    verdicts: Object.fromEntries(tuned.map(({ programme, verdict }) => [programme.name, verdict.passed])),
    failures: tuned.filter(({ verdict }) => !verdict.passed).map((one) => toFailure(context, one)),
    series: {},
  };
}

function figuresOf(part: Figure['part'], items: readonly Judged[]): Figure[] {
  return [
    shareOf(
      'programmes explained',
      part,
      items.map(({ verdict }) => verdict.passed),
    ),
    shareOf(
      'programmes misleading',
      part,
      items.map(({ verdict }) => verdict.misleading),
      'lower',
    ),
    shareOf(
      'programmes refused',
      part,
      items.map(({ verdict }) => verdict.wronglyRefused),
      'lower',
    ),
  ];
}

/** Of the whole list: the halves of a small kind would tell of single names. */
function detailsOf(items: readonly Judged[]): Figure[] {
  const by = (name: string, keyOf: (one: Judged) => string): Figure[] =>
    [...new Set(items.map(keyOf))].sort().map((key) =>
      shareOf(
        `programmes ${name} ${key}`,
        'all',
        items.filter((one) => keyOf(one) === key).map(({ verdict }) => verdict.passed),
      ),
    );
  return [
    ...by('told as', ({ programme }) => (programme.explained ? 'explained' : 'named')),
    ...by('kind', ({ programme }) => programme.kind),
    ...by('document', ({ programme }) => programme.document),
  ];
}

function reasonsOf(part: Judged['part'], items: readonly Judged[]): Breakdown {
  const kinds = items.flatMap(({ verdict }) => verdict.reasons.map((reason) => reason.split(' ')[0]!));
  return {
    title: `reasons (${part})`,
    columns: ['reason', 'times'],
    rows: [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((other) => other === kind).length]),
  };
}

function toFailure({ texts }: EvalContext, { part, programme, answer, verdict }: Judged): Failure {
  return {
    suite: 'programmes',
    id: programme.name,
    part,
    persona: '',
    type: programme.kind,
    question: questionAbout(programme).question,
    status: answer.status ?? '',
    answer: answer.answer ?? '',
    hits: (answer.hits ?? []).slice(0, 5).map((hit) => excerptOf(hit, texts)),
    reasons: verdict.reasons,
  };
}
