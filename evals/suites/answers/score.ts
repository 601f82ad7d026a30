import type { EvalContext } from '../../context.ts';
import { evidenceFound } from '../../metrics/evidence-rank.ts';
import { documentName, withoutSpace } from '../../metrics/folded-text.ts';
import { mean } from '../../metrics/mean.ts';
import { percentile } from '../../metrics/percentile.ts';
import { recallAt } from '../../metrics/recall-at.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { excerptOf } from '../excerpt.ts';
import { partsOf } from '../parts.ts';
import {
  type Breakdown,
  type Failure,
  type Figure,
  meanOf,
  passedBy,
  type SuiteResult,
  shareOf,
} from '../result.ts';
import { isSaid, type Judged, judgeAll } from './judged.ts';

/** The strict verdicts: passed, misleading, wrongly refused; by persona, type, town and document; length and time. */
export function scoreAnswers(context: EvalContext, stored: readonly AnswerRecord[]): SuiteResult {
  const judged = judgeAll(context, stored);
  return {
    suite: 'answers',
    figures: partsOf(judged).flatMap(([part, items]) => figuresOf(part, items, context)),
    breakdowns: partsOf(judged).flatMap(([part, items]) => breakdownsOf(part, items, context)),
    verdicts: Object.fromEntries(judged.map(({ question, verdict }) => [question.id, verdict.passed])),
    failures: judged.filter(({ verdict }) => !verdict.passed).map((one) => toFailure(context, one)),
    series: {
      types: judged.map(({ part, question, verdict }) => ({
        part,
        persona: question.persona,
        type: question.type,
        passed: verdict.passed,
      })),
    },
  };
}

function figuresOf(part: Judged['part'], items: readonly Judged[], context: EvalContext): Figure[] {
  const answerable = items.filter(({ question }) => question.answerable);
  const said = items.filter(isSaid);
  const times = items.flatMap(({ answer }) =>
    answer?.timings === undefined ? [] : [answer.timings.retrieveMs + answer.timings.answerMs],
  );
  const plain = (name: string, value: number, count: number, unit: Figure['unit']): Figure => ({
    name,
    part,
    value,
    low: null,
    high: null,
    count,
    unit,
    better: 'lower',
  });
  return [
    shareOf(
      'strict',
      part,
      items.map(({ verdict }) => verdict.passed),
    ),
    ...(['resident', 'cadre'] as const).map((persona) =>
      shareOf(
        `strict ${persona}`,
        part,
        items.filter(({ question }) => question.persona === persona).map(({ verdict }) => verdict.passed),
      ),
    ),
    shareOf(
      'misleading',
      part,
      items.map(({ verdict }) => verdict.misleading),
      'lower',
    ),
    shareOf(
      'wrongly refused',
      part,
      answerable.map(({ verdict }) => verdict.wronglyRefused),
      'lower',
    ),
    ...(['resident', 'cadre'] as const).flatMap((persona) =>
      hitFigures(
        part,
        persona,
        answerable.filter(({ question }) => question.persona === persona),
        context,
      ),
    ),
    plain('length of an answer', mean(said.map(lengthOf)), said.length, 'characters'),
    plain('time p50', percentile(times, 0.5), times.length, 'milliseconds'),
    plain('time p95', percentile(times, 0.95), times.length, 'milliseconds'),
  ];
}

/** Evidence among the passages that came with the answers; none when they came without. */
function hitFigures(
  part: Judged['part'],
  persona: string,
  items: readonly Judged[],
  context: EvalContext,
): Figure[] {
  if (!items.some(({ answer }) => answer?.hits !== undefined)) return [];
  const found = items.map(({ question, answer }) =>
    evidenceFound(question, answer?.hits ?? [], context.texts),
  );
  return [1, 5, 10].map((k) =>
    meanOf(
      `hits ${persona} recall@${k}`,
      part,
      found.map((own) => recallAt(own, k)),
    ),
  );
}

function lengthOf({ answer }: Judged): number {
  return [...withoutSpace((answer?.answer ?? '').replace(/\[\d+\]/g, ''))].length;
}

function breakdownsOf(part: Judged['part'], items: readonly Judged[], context: EvalContext): Breakdown[] {
  const passed = ({ verdict }: Judged): boolean => verdict.passed;
  const seeds = ({ question }: Judged): string[] => question.evidence.map(({ seed }) => documentName(seed));
  const towns = (one: Judged): string[] =>
    seeds(one).map((seed) => context.index.documents.get(seed)?.description.town ?? '—');
  const reasons = items.flatMap(({ verdict }) =>
    verdict.reasons.map((reason) => ({ kind: reason.split(' ')[0]! })),
  );
  const counts = passedBy(
    'reason',
    reasons,
    ({ kind }) => [kind],
    () => false,
  );
  return [
    passedBy(`persona (${part})`, items, ({ question }) => [question.persona], passed),
    passedBy(`type (${part})`, items, ({ question }) => [question.type], passed),
    passedBy(`town (${part})`, items, towns, passed),
    passedBy(`document (${part})`, items, seeds, passed),
    {
      title: `reasons (${part})`,
      columns: ['reason', 'times'],
      rows: counts.rows.map(([kind, , total]) => [kind!, total!]),
    },
  ];
}

function toFailure({ texts }: EvalContext, { part, question, answer, verdict }: Judged): Failure {
  const shown = part === 'tuned';
  return {
    suite: 'answers',
    id: question.id,
    part,
    persona: question.persona,
    type: question.type,
    question: shown
      ? [...(question.history ?? []).map(({ text }) => text), question.question].join(' → ')
      : '',
    status: answer?.status ?? '',
    answer: shown ? (answer?.answer ?? '') : '',
    hits: shown ? (answer?.hits ?? []).slice(0, 5).map((hit) => excerptOf(hit, texts)) : [],
    // What is expected stands in the reasons, so only their kinds are told of questions kept aside.
    reasons: shown ? verdict.reasons : verdict.reasons.map((reason) => reason.split(' ')[0]!),
  };
}
