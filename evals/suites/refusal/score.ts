import type { AskedQuestion, EvalContext } from '../../context.ts';
import { answeredRefusedCurve } from '../../metrics/answered-refused-curve.ts';
import { auroc } from '../../metrics/auroc.ts';
import { bootstrapInterval } from '../../metrics/bootstrap.ts';
import { refusalScores } from '../../metrics/refusal-scores.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { isRefused, type Judged, judgeAll } from '../answers/judged.ts';
import { excerptOf } from '../excerpt.ts';
import { partsOf } from '../parts.ts';
import { type Failure, type Figure, passedBy, type SuiteResult, shareOf } from '../result.ts';
import type { LeftOutRow } from './generate.ts';

/** The curve is drawn from this many of its points at most. */
const CURVE_POINTS = 120;

/** Refusing: when it should, and only then; how well the confidence tells; what happens when a fact is taken out. */
export function scoreRefusal(
  context: EvalContext,
  stored: readonly AnswerRecord[],
  leftOut: readonly LeftOutRow[] | undefined,
  nearMisses: readonly AnswerRecord[] = [],
): SuiteResult {
  const judged = judgeAll(context, stored);
  const left = answered(context.questions, leftOut ?? []);
  const near = answered(context.nearMisses, nearMisses);
  return {
    suite: 'refusal',
    figures: [
      ...partsOf(judged).flatMap(([part, items]) => figuresOf(part, items)),
      ...partsOf(left).map(([part, items]) => shareOf('leave-one-out refused', part, items.map(isRefused))),
      ...partsOf(near).map(([part, items]) => shareOf('near misses refused', part, items.map(isRefused))),
    ],
    breakdowns: partsOf(judged).map(([part, items]) =>
      passedBy(
        `unanswerable (${part})`,
        items.filter(({ question }) => !question.answerable),
        ({ question }) => [question.type],
        isRefused,
      ),
    ),
    verdicts: Object.fromEntries([
      ...judged
        .filter(({ question }) => !question.answerable)
        .map((one) => [one.question.id, isRefused(one)] as const),
      ...left
        .filter(({ part }) => part === 'tuned')
        .map((one) => [`left out ${one.answer.id}`, isRefused(one)] as const),
      ...near.filter(({ part }) => part === 'tuned').map((one) => [one.answer.id, isRefused(one)] as const),
    ]),
    failures: [
      ...left
        .filter((one) => one.part === 'tuned' && !isRefused(one))
        .map(({ answer }) => toFailure(context, context.questions, answer, 'answered without its fact')),
      ...near
        .filter((one) => one.part === 'tuned' && !isRefused(one))
        .map(({ answer }) => toFailure(context, context.nearMisses, answer, 'answered though nothing tells')),
    ],
    series: {
      curve: partsOf(judged).flatMap(([part, items]) => curveOf(items).map((point) => ({ part, ...point }))),
    },
  };
}

function figuresOf(part: Judged['part'], items: readonly Judged[]): Figure[] {
  const cases = items.map((one) => ({ answerable: one.question.answerable, refused: isRefused(one) }));
  const over = <Item>(
    name: string,
    sample: readonly Item[],
    statistic: (drawn: readonly Item[]) => number,
  ): Figure => ({
    name,
    part,
    value: statistic(sample),
    ...bootstrapInterval(sample, statistic),
    count: sample.length,
    unit: 'share',
    better: 'higher',
  });
  const scored = items.map(({ question, answer }) => ({
    type: question.type,
    positive: question.answerable,
    score: answer?.confidence ?? 0,
  }));
  const near = scored.filter(({ positive, type }) => positive || type === 'unanswerable');
  return [
    over('precision', cases, (drawn) => refusalScores(drawn).precision),
    over('recall', cases, (drawn) => refusalScores(drawn).recall),
    ...(scored.some(({ score }) => score > 0)
      ? [over('confidence AUROC', scored, auroc), over('confidence AUROC near misses', near, auroc)]
      : []),
  ];
}

function curveOf(items: readonly Judged[]): object[] {
  const points = answeredRefusedCurve(
    items.map((one) => ({
      answerable: one.question.answerable,
      refused: isRefused(one),
      passed: one.verdict.passed,
      misleading: one.verdict.misleading,
      confidence: one.answer?.confidence ?? 0,
    })),
  ).filter(({ threshold }) => Number.isFinite(threshold));
  const step = Math.max(1, Math.ceil(points.length / CURVE_POINTS));
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

/** The questions that were asked, by their part, with their answers. */
function answered(
  questions: readonly AskedQuestion[],
  stored: readonly AnswerRecord[],
): { readonly part: AskedQuestion['part']; readonly answer: AnswerRecord }[] {
  const answers = new Map(stored.map((answer) => [answer.id, answer]));
  return questions.flatMap(({ part, question }) => {
    const answer = answers.get(question.id);
    return answer === undefined ? [] : [{ part, answer }];
  });
}

function toFailure(
  { texts }: EvalContext,
  questions: readonly AskedQuestion[],
  answer: AnswerRecord,
  reason: string,
): Failure {
  const asked = questions.find(({ question }) => question.id === answer.id)?.question;
  return {
    suite: 'refusal',
    id: answer.id,
    part: 'tuned',
    persona: asked?.persona ?? '',
    type: asked?.type ?? '',
    question: asked?.question ?? '',
    status: answer.status ?? '',
    answer: answer.answer ?? '',
    hits: (answer.hits ?? []).slice(0, 5).map((hit) => excerptOf(hit, texts)),
    reasons: [reason],
  };
}
