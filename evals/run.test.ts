import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Baseline, updatedBaseline } from './baseline/baseline.ts';
import { compareWithBaseline } from './baseline/compare.ts';
import { type EvalContext, openContext } from './context.ts';
import { makeReport } from './rendering/report.ts';
import { generate, type Rows, readRows, score, storeRows } from './run.ts';
import type { AnswerRecord, HitRecord } from './runs/answer-record.ts';
import { openSmallContext, PAGE } from './small-context.ts';
import { SUITES, type SuiteName } from './suites/result.ts';
import { ARMS } from './suites/retrieval/arms.ts';
import type { RetrievalRow } from './suites/retrieval/generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'evals-'));
let context: EvalContext;
beforeAll(async () => {
  context = await openSmallContext(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function answered(id: string, words: string, quote: string): AnswerRecord {
  const start = PAGE.indexOf(quote);
  const citation = { mark: 1, document: 'page.txt', start, end: start + quote.length, quote };
  return { id, status: 'answered', answer: `${words}[1]。`, citations: [citation], confidence: 0.9 };
}

const refused: AnswerRecord = {
  id: 'price',
  status: 'refused',
  answer: '没有写到。',
  citations: [],
  confidence: 0.2,
};
const seats = answered('seats', '丁村老年食堂正式开张，共有座位48个', '丁村老年食堂正式开张，共有座位48个');
const road = answered('road', '丙村公路建成通车，全长7公里', '丙村公路建成通车，全长7公里');
const right: readonly AnswerRecord[] = [seats, road, { ...road, id: 'road-aside' }, refused];

function figures(rows: Rows, suite: SuiteName): Record<string, number> {
  const { suites } = score(context, [suite], rows);
  return Object.fromEntries(suites[0]!.figures.map(({ name, part, value }) => [`${name} (${part})`, value]));
}

/** The answers with one of them exchanged. */
function withInstead(answer: AnswerRecord): Rows {
  return { answers: right.map((one) => (one.id === answer.id ? answer : one)) };
}

describe('right answers', () => {
  test('pass everywhere', () => {
    expect(figures({ answers: right }, 'answers')).toMatchObject({
      'strict (tuned)': 1,
      'strict (aside)': 1,
      'misleading (tuned)': 0,
    });
    expect(figures({ answers: right }, 'refusal')).toMatchObject({
      'precision (tuned)': 1,
      'recall (tuned)': 1,
      'confidence AUROC (tuned)': 1,
    });
    expect(figures({ answers: right }, 'citations')).toMatchObject({
      'verbatim (tuned)': 1,
      'evidence cited (tuned)': 1,
      'recall (tuned)': 1,
      'precision (tuned)': 1,
      'faithful answers (tuned)': 1,
    });
  });
});

describe('what is caught', () => {
  test('a wrong figure in an answer: it fails, misleads, and stands in no quote', () => {
    const rows = withInstead({ ...seats, answer: '丁村老年食堂正式开张，共有座位84个[1]。' });
    expect(figures(rows, 'answers')).toMatchObject({ 'strict (tuned)': 2 / 3, 'misleading (tuned)': 1 / 3 });
    expect(figures(rows, 'citations')).toMatchObject({
      'verbatim (tuned)': 1,
      'faithful answers (tuned)': 1 / 2,
    });
  });

  test('a citation shifted by one character: it is not verbatim, and the answer uncited', () => {
    const [citation] = seats.citations!;
    const shifted = { ...citation, start: citation!.start! + 1, end: citation!.end! + 1 };
    const rows = withInstead({ ...seats, citations: [shifted] });
    expect(figures(rows, 'citations')).toMatchObject({
      'verbatim (tuned)': 1 / 2,
      'evidence cited (tuned)': 1 / 2,
    });
    const { failures } = score(context, ['answers'], rows).suites[0]!;
    expect(failures.map(({ id, reasons }) => [id, reasons])).toEqual([['seats', ['uncited']]]);
  });

  test('an answer to a question that can not be answered: it misleads and is not refused', () => {
    const rows = withInstead({ ...seats, id: 'price' });
    expect(figures(rows, 'answers')).toMatchObject({ 'strict (tuned)': 2 / 3, 'misleading (tuned)': 1 / 3 });
    expect(figures(rows, 'refusal')).toMatchObject({ 'recall (tuned)': 0 });
  });

  test('a question without an answer: it counts as wrongly refused', () => {
    expect(figures({ answers: right.slice(1) }, 'answers')).toMatchObject({
      'wrongly refused (tuned)': 1 / 2,
    });
  });

  test('a deliberately broken ranking: recall, MRR and nDCG fall', () => {
    const passage = (words: string): HitRecord => {
      const start = PAGE.indexOf(words);
      return { document: 'page.txt', start, end: start + 40 };
    };
    const [first, second] = [passage('2023年3月1日'), passage('通车以后，村民')];
    const retrieval = (hits: readonly HitRecord[]): Rows => ({
      retrieval: [
        {
          id: 'seats',
          relevant: 1,
          arms: Object.fromEntries(ARMS.map((arm) => [arm, hits])),
        } as unknown as RetrievalRow,
      ],
    });
    expect(figures(retrieval([first, second]), 'retrieval')).toMatchObject({
      'hybrid recall@1 (tuned)': 1,
      'hybrid mrr@10 (tuned)': 1,
      'hybrid ndcg@10 (tuned)': 1,
    });
    const broken = figures(retrieval([second, first]), 'retrieval');
    expect(broken).toMatchObject({
      'hybrid recall@1 (tuned)': 0,
      'hybrid recall@5 (tuned)': 1,
      'hybrid mrr@10 (tuned)': 0.5,
    });
    expect(broken['hybrid ndcg@10 (tuned)']).toBeCloseTo(1 / Math.log2(3), 12);
    expect(figures(retrieval([second]), 'retrieval')).toMatchObject({ 'hybrid recall@10 (tuned)': 0 });
  });

  test('a judge that can not say no', () => {
    const never = { ...seats, id: 'never' };
    expect(score(context, ['answers'], { answers: [...right, never] }).wronglyPassed).toEqual([]);
    const told = { ...never, answer: '丁村老年食堂正式开张，共有座位99个[1]。' };
    const result = score(context, ['answers'], { answers: [...right, told] });
    expect(result.wronglyPassed).toEqual(['never']);
    expect(makeReport(result, undefined, new Date(0), 1).passed).toBe(false);
  });
});

describe('near misses', () => {
  const refused = { id: 'hours', status: 'refused', answer: '文件里没有写几点开门', citations: [] };
  const told = { id: 'hours', status: 'answered', answer: '有48个座位[1]', citations: [] };

  test('are refused or not, beside the golden questions', () => {
    const of = (answer: object) => figures({ answers: [], 'near-misses': [answer] } as never, 'refusal');
    expect(of(refused)).toMatchObject({ 'near misses refused (tuned)': 1 });
    expect(of(told)).toMatchObject({ 'near misses refused (tuned)': 0 });
  });

  test('are asked with the refusals and kept with them', async () => {
    const rows = await generate(context, ['refusal'], { update: () => undefined });
    expect(rows['near-misses']?.map(({ id, status }) => [id, status])).toEqual([['hours', 'refused']]);
    const [result] = score(context, ['refusal'], { answers: [], 'near-misses': [told] } as never).suites;
    expect(result?.verdicts).toMatchObject({ hours: false });
    expect(result?.failures.map(({ id, reasons }) => [id, reasons])).toEqual([
      ['hours', ['answered though nothing tells']],
    ]);
  });
});

describe('programmes', () => {
  const asked = (id: string, answer: AnswerRecord): AnswerRecord => ({ ...answer, id });
  const food = asked('丁村老年食堂', seats);
  const path = asked('丙村公路', road);

  test('are explained by their own words and a verbatim citation of them', () => {
    expect(figures({ programmes: [food, path] }, 'programmes')).toMatchObject({
      'programmes explained (all)': 1,
      'programmes explained (tuned)': 1,
      'programmes explained (aside)': 1,
      'programmes misleading (all)': 0,
      'programmes refused (all)': 0,
      'programmes told as explained (all)': 1,
      'programmes told as named (all)': 1,
      'programmes kind project (all)': 1,
      'programmes kind place (all)': 1,
      'programmes document page.txt (all)': 1,
    });
  });

  test.each<[string, Partial<AnswerRecord>, readonly string[]]>([
    ['another figure', { answer: '丁村老年食堂有座位84个[1]。' }, ['missing 48个']],
    ['a citation of something else', { citations: road.citations! }, ['uncited']],
    ['a refusal', { status: 'refused', answer: '没有写到。', citations: [] }, ['refused', 'missing 48个']],
    ['a speech', { answer: `座位48个[1]。${'好'.repeat(400)}` }, ['long 406>320']],
  ])('are not explained by %s', (_, change, reasons) => {
    const [result] = score(context, ['programmes'], { programmes: [{ ...food, ...change }, path] }).suites;
    expect(result!.figures[0]).toMatchObject({ name: 'programmes explained', part: 'all', value: 1 / 2 });
    expect(result!.failures.map(({ id, reasons: told }) => [id, told])).toEqual([['丁村老年食堂', reasons]]);
    expect(result!.verdicts).toEqual({ 丁村老年食堂: false });
  });

  test('kept aside are told by figures alone: neither name nor words nor verdict', () => {
    const wrong = { ...path, answer: '丙村公路全长9公里[1]。' };
    const [result] = score(context, ['programmes'], { programmes: [food, wrong] }).suites;
    expect(result!.figures.find(({ part }) => part === 'aside')).toMatchObject({ value: 0, count: 1 });
    expect(JSON.stringify(result)).not.toMatch(/公路|公里/);
  });

  test('are asked of the parts that were chosen', async () => {
    const half = await openContext({
      seeds: join(folder, 'seeds'),
      index: join(folder, 'index'),
      evals: join(folder, 'evals'),
      parts: ['tuned'],
      clock: context.clock,
    });
    expect(half.programmes.map(({ programme }) => programme.name)).toEqual(['丁村老年食堂']);
  });

  test('of one half tell nothing of the whole list, and the baseline does not miss it', () => {
    const both = score(context, ['programmes'], { programmes: [food, path] });
    const half = { ...score(context, ['programmes'], { programmes: [food] }), parts: ['tuned'] as const };
    expect(new Set(half.suites[0]!.figures.map(({ part }) => part))).toEqual(new Set(['tuned']));
    const base = updatedBaseline(undefined, both);
    expect(compareWithBaseline(base, half).figures.filter(({ dropped }) => dropped)).toEqual([]);
    expect(updatedBaseline(base, half).suites.programmes?.figures).toEqual(base.suites.programmes?.figures);
    const worse = score(context, ['programmes'], { programmes: [{ ...food, answer: '有84个[1]。' }, path] });
    expect(
      compareWithBaseline(base, worse)
        .figures.filter(({ dropped }) => dropped)
        .map(({ figure }) => figure),
    ).toContain('programmes explained (all)');
  });
});

test('a page that nobody looked at has to be read well, whatever the baseline says', () => {
  const figure = { part: 'all', low: null, high: null, count: 44, unit: 'share', better: 'higher' } as const;
  const read = (value: number) =>
    makeReport(
      {
        ...score(context, ['documents'], { documents: [] }),
        suites: [
          {
            suite: 'documents',
            figures: [{ ...figure, name: 'unseen headlines', value }],
            breakdowns: [],
            verdicts: {},
            failures: [],
            series: {},
          },
        ],
      },
      undefined,
      new Date(0),
      1,
    );
  expect(read(0.9).passed).toBe(true);
  expect(read(0.89)).toMatchObject({
    passed: false,
    belowFloor: [{ suite: 'documents', figure: 'unseen headlines', value: 0.89, floor: 0.9 }],
  });
});

describe('against a baseline', () => {
  const base = (): Baseline =>
    updatedBaseline(undefined, score(context, ['answers', 'citations'], { answers: right }));

  test('the same answers change nothing and pass', () => {
    const result = score(context, ['answers', 'citations'], { answers: right });
    const comparison = compareWithBaseline(base(), result);
    expect(comparison.figures.every(({ gain, dropped }) => gain === 0 && !dropped)).toBe(true);
    expect([comparison.newlyPassing, comparison.newlyFailing]).toEqual([[], []]);
    expect(makeReport(result, comparison, new Date(0), 1).passed).toBe(true);
  });

  test('a drop beyond the margin fails the run and names the question', () => {
    const result = score(context, ['answers', 'citations'], withInstead({ ...seats, answer: '有84个[1]。' }));
    const comparison = compareWithBaseline(base(), result);
    expect(
      comparison.figures.filter(({ dropped }) => dropped).map(({ suite, figure }) => `${suite} ${figure}`),
    ).toEqual(
      expect.arrayContaining([
        'answers strict (tuned)',
        'answers misleading (tuned)',
        'citations faithful answers (tuned)',
      ]),
    );
    expect(comparison.newlyFailing).toEqual(expect.arrayContaining([{ suite: 'answers', id: 'seats' }]));
    expect(makeReport(result, comparison, new Date(0), 1).passed).toBe(false);
  });

  test('other questions than then are told, part by part', () => {
    const result = score(context, ['answers'], { answers: right });
    const before = { ...base(), questions: { tuned: '2 0123', aside: result.questions.aside } };
    expect(compareWithBaseline(before, result).questionsChanged).toEqual(['tuned']);
    expect(compareWithBaseline(base(), result).questionsChanged).toEqual([]);
  });

  test('a question that was wrong before and is right now is told', () => {
    const before = updatedBaseline(
      undefined,
      score(context, ['answers'], withInstead({ ...seats, answer: '有84个[1]。' })),
    );
    const comparison = compareWithBaseline(before, score(context, ['answers'], { answers: right }));
    expect(comparison.newlyPassing).toEqual([{ suite: 'answers', id: 'seats' }]);
    expect(comparison.figures.some(({ dropped }) => dropped)).toBe(false);
  });
});

describe('generating and scoring', () => {
  test('are separate: what is stored is scored again to the same figures', async () => {
    const rows = await generate(context, SUITES, { update: () => undefined });
    const runs = join(folder, 'runs');
    storeRows(context, rows, runs, new Date(0));
    const stored = readRows(join(runs, 'answers.tuned.jsonl'));
    expect(stored.header).toMatchObject({
      generation: 'answers',
      part: 'tuned',
      configuration: { questions: { tuned: expect.stringMatching(/^3 /) } },
    });
    expect(stored.rows.answers?.map(({ id }) => id)).toEqual(['seats', 'road', 'price', 'never']);
    for (const [part, name] of [
      ['tuned', '丁村老年食堂'],
      ['aside', '丙村公路'],
    ]) {
      const rows = readRows(join(runs, `programmes.${part}.jsonl`)).rows;
      expect(rows.programmes?.map(({ id }) => id)).toEqual([name]);
    }
    expect(readRows(join(runs, 'answers.aside.jsonl')).rows.answers?.map(({ id }) => id)).toEqual([
      'road-aside',
    ]);
    const strict = (answers: Rows): number => figures(answers, 'answers')['strict (tuned)']!;
    expect(strict(stored.rows)).toBe(strict(rows));
    const all = score(context, SUITES, rows);
    expect(all.suites.map(({ suite }) => suite)).toEqual([...SUITES]);
    expect(figures(rows, 'documents')).toEqual({
      'headlines (all)': 1,
      'boundary F1 (all)': 1,
    });
  });

  test('words of questions kept aside are told in no failure', () => {
    const hits = [{ document: 'page.txt', start: 0, end: 30 }];
    const wrong = { ...road, id: 'road-aside', answer: '丙村公路建成通车，全长9公里[1]。', hits };
    const retrieval = [
      {
        id: 'road-aside',
        relevant: 1,
        arms: Object.fromEntries(ARMS.map((arm) => [arm, hits])),
      } as unknown as RetrievalRow,
    ];
    const result = score(context, ['answers', 'retrieval', 'citations'], { answers: [wrong], retrieval });
    const aside = result.suites.flatMap(({ failures }) => failures).filter(({ part }) => part === 'aside');
    expect(aside.map(({ suite }) => suite)).toEqual(['answers', 'retrieval', 'citations']);
    for (const { question, answer, hits: shown, reasons } of aside) {
      expect([question, answer, shown]).toEqual(['', '', []]);
      expect(reasons.join()).not.toMatch(/[79]公里|9/);
    }
  });
});
