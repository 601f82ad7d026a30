import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EvalContext, openContext } from './context.ts';
import type { GoldenQuestion } from './golden/question.ts';

/** A page of two articles, for tests that need a whole context. */
export const PAGE = `丁村老年食堂开张

2023年3月1日，丁村老年食堂正式开张，共有座位48个，由村民大会推选专人负责。食堂每天供应午餐120份，走路不便的老人可以请人送餐上门。

丙村公路建成通车

2023年5月6日，丙村公路建成通车，全长7公里，路面宽6米。通车以后，村民到镇上只要一刻钟，公交车每天来回8趟。
`;

const golden = (id: string, more: Partial<GoldenQuestion>): GoldenQuestion => ({
  id,
  persona: 'resident',
  type: 'number',
  question: '',
  answerable: true,
  must: [],
  must_not: [],
  evidence: [],
  max_chars: 80,
  derived: [],
  ...more,
});

export const SEATS = golden('seats', {
  question: '丁村老年食堂共有多少个座位？',
  must: [['48个']],
  must_not: ['120'],
  evidence: [{ seed: 'page.txt', quote: '丁村老年食堂正式开张，共有座位48个' }],
});
export const ROAD = golden('road', {
  persona: 'cadre',
  question: '丙村公路全长多少公里？',
  must: [['7公里']],
  evidence: [{ seed: 'page.txt', quote: '丙村公路建成通车，全长7公里' }],
});
const PRICE = golden('price', {
  type: 'unanswerable',
  answerable: false,
  question: '丁村游泳馆的门票多少钱？',
  must_not: ['10元'],
});
const HOURS = golden('hours', {
  type: 'unanswerable',
  answerable: false,
  question: '丁村老年食堂几点开门？',
  must_not: ['48个'],
});
const NEVER = golden('never', { ...SEATS, id: 'never', must: [['99个']] });

/** Writes a seeds folder and an evals folder of their own and opens a context over them. */
export async function openSmallContext(folder: string): Promise<EvalContext> {
  const seeds = join(folder, 'seeds');
  const evals = join(folder, 'evals');
  for (const path of [
    seeds,
    join(evals, 'golden'),
    join(evals, 'near-misses'),
    join(evals, 'documents'),
    join(evals, 'understanding'),
    join(evals, 'programmes'),
  ]) {
    mkdirSync(path, { recursive: true });
  }
  const lines = (questions: readonly GoldenQuestion[]): string =>
    questions.map((one) => JSON.stringify(one)).join('\n');
  writeFileSync(join(seeds, 'page.txt'), PAGE);
  writeFileSync(join(evals, 'golden/small.tuned.jsonl'), lines([SEATS, ROAD, PRICE]));
  writeFileSync(join(evals, 'golden/small.aside.jsonl'), lines([{ ...ROAD, id: 'road-aside' }]));
  writeFileSync(join(evals, 'golden/must-fail.jsonl'), lines([NEVER]));
  writeFileSync(join(evals, 'near-misses/small.tuned.jsonl'), lines([HOURS]));
  writeFileSync(
    join(evals, 'documents/page.articles.yaml'),
    '- { headline: 丁村老年食堂开张, first: 2023年3月1日, last: 请人送餐上门。 }\n' +
      '- { headline: 丙村公路建成通车, first: 2023年5月6日, last: 每天来回8趟。 }\n',
  );
  // By their digests the first is to tune on and the second stands aside.
  writeFileSync(
    join(evals, 'programmes/programmes.yaml'),
    '- { name: 丁村老年食堂, document: page.txt, quote: 丁村老年食堂正式开张，共有座位48个, must: [[48个]], kind: project, explained: true }\n' +
      '- { name: 丙村公路, document: page.txt, quote: 丙村公路建成通车，全长7公里, must: [[7公里]], kind: place, explained: false }\n',
  );
  writeFileSync(join(evals, 'understanding/expected.yaml'), '- { id: seats, kind: [number], years: [] }\n');
  return openContext({
    seeds,
    index: join(folder, 'index'),
    evals,
    parts: ['tuned', 'aside'],
    clock: () => new Date('2026-11-21T00:00:00Z'),
  });
}
