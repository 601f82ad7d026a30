import type { AskedQuestion, EvalContext } from '../../context.ts';
import { evidenceFound } from '../../metrics/evidence-rank.ts';
import { mean } from '../../metrics/mean.ts';
import { ndcg } from '../../metrics/ndcg.ts';
import { recallAt } from '../../metrics/recall-at.ts';
import { reciprocalRank } from '../../metrics/reciprocal-rank.ts';
import { excerptOf } from '../excerpt.ts';
import { partsOf } from '../parts.ts';
import { type Failure, type Figure, meanOf, type SuiteResult } from '../result.ts';
import { ARMS, type Arm } from './arms.ts';
import { scoreShippedVocabulary } from './everyday-words.ts';
import type { RetrievalRow } from './generate.ts';

const DEPTHS = [1, 5, 10] as const;
const PERSONAS = ['resident', 'cadre'] as const;

interface Ranked extends AskedQuestion {
  readonly row: RetrievalRow;
  /** For every arm, which of its passages hold evidence. */
  readonly found: Readonly<Record<Arm, readonly boolean[]>>;
}

/**
 * Evidence recall, MRR and nDCG of every arm; the hybrid's figures are the suite's own. Beside them stand
 * those of the everyday words, which rest on no question.
 */
export function scoreRetrieval(context: EvalContext, stored: readonly RetrievalRow[]): SuiteResult {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const ranked = context.questions.flatMap((asked): Ranked[] => {
    const row = rows.get(asked.question.id);
    return row === undefined || !asked.question.answerable
      ? []
      : [{ ...asked, row, found: foundIn(asked, row, context) }];
  });
  const everydayWords = scoreShippedVocabulary();
  return {
    suite: 'retrieval',
    figures: [
      ...partsOf(ranked).flatMap(([part, items]) => figuresOf(part, items)),
      ...everydayWords.figures,
    ],
    breakdowns: [
      ...partsOf(ranked).map(([part, items]) => ({
        title: `arms (${part})`,
        columns: ['arm', 'persona', ...DEPTHS.map((k) => `recall@${k}`), 'mrr@10', 'ndcg@10'],
        rows: ARMS.flatMap((arm) =>
          PERSONAS.map((persona) => [
            arm,
            persona,
            ...numbersOf(
              arm,
              items.filter(({ question }) => question.persona === persona),
            ),
          ]),
        ),
      })),
      ...everydayWords.breakdowns,
    ],
    verdicts: Object.fromEntries(
      ranked.map(({ question, found }) => [question.id, recallAt(found.hybrid, 5) === 1]),
    ),
    failures: ranked
      .filter(({ found }) => recallAt(found.hybrid, 5) === 0)
      .map((one) => toFailure(context, one)),
    series: { arms: seriesOf(ranked) },
  };
}

function foundIn({ question }: AskedQuestion, row: RetrievalRow, { texts }: EvalContext): Ranked['found'] {
  return Object.fromEntries(
    ARMS.map((arm) => [arm, evidenceFound(question, row.arms[arm], texts)]),
  ) as unknown as Ranked['found'];
}

function figuresOf(part: AskedQuestion['part'], items: readonly Ranked[]): Figure[] {
  const recalls = (name: string, chosen: readonly Ranked[]): Figure[] =>
    DEPTHS.map((k) =>
      meanOf(
        `${name} recall@${k}`,
        part,
        chosen.map(({ found }) => recallAt(found.hybrid, k)),
      ),
    );
  const others = ARMS.filter((arm) => arm !== 'hybrid').map((arm) =>
    meanOf(
      `${arm} recall@5`,
      part,
      items.map(({ found }) => recallAt(found[arm], 5)),
    ),
  );
  return [
    ...recalls('hybrid', items),
    ...PERSONAS.flatMap((persona) =>
      recalls(
        `hybrid ${persona}`,
        items.filter(({ question }) => question.persona === persona),
      ),
    ),
    meanOf(
      'hybrid mrr@10',
      part,
      items.map(({ found }) => reciprocalRank(found.hybrid, 10)),
    ),
    meanOf(
      'hybrid ndcg@10',
      part,
      items.map((one) => gainOf(one, 'hybrid')),
    ),
    ...others,
  ];
}

function numbersOf(arm: Arm, items: readonly Ranked[]): number[] {
  return [
    ...DEPTHS.map((k) => mean(items.map(({ found }) => recallAt(found[arm], k)))),
    mean(items.map(({ found }) => reciprocalRank(found[arm], 10))),
    mean(items.map((one) => gainOf(one, arm))),
  ];
}

function gainOf({ found, row }: Ranked, arm: Arm): number {
  return ndcg(
    found[arm].map(Number),
    Array.from({ length: row.relevant }, () => 1),
    10,
  );
}

function seriesOf(ranked: readonly Ranked[]): object[] {
  return partsOf(ranked).flatMap(([part, items]) =>
    ARMS.flatMap((arm) =>
      PERSONAS.flatMap((persona) =>
        DEPTHS.map((k) => {
          const own = items.filter(({ question }) => question.persona === persona);
          return { part, arm, persona, k, recall: mean(own.map(({ found }) => recallAt(found[arm], k))) };
        }),
      ),
    ),
  );
}

function toFailure({ texts }: EvalContext, { part, question, row, found }: Ranked): Failure {
  const shown = part === 'tuned';
  const place = found.hybrid.indexOf(true) + 1;
  return {
    suite: 'retrieval',
    id: question.id,
    part,
    persona: question.persona,
    type: question.type,
    question: shown ? question.question : '',
    status: '',
    answer: shown ? question.evidence.map(({ quote }) => quote).join(' / ') : '',
    hits: shown ? row.arms.hybrid.slice(0, 5).map((hit) => excerptOf(hit, texts)) : [],
    reasons: [place === 0 ? 'not among the first ten' : `first at ${place}`],
  };
}
