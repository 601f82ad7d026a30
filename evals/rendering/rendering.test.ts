import { describe, expect, test } from 'vitest';
import type { SuiteResult } from '../suites/result.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { drawPlots } from './plots.ts';
import { type EvalReport, makeReport } from './report.ts';
import { showReason } from './show-reason.ts';
import { renderTerminal } from './terminal.ts';
import { inChinese } from './wording.ts';

const suite: SuiteResult = {
  suite: 'answers',
  figures: [
    {
      name: 'strict',
      part: 'tuned',
      value: 0.75,
      low: 0.5,
      high: 0.9,
      count: 4,
      unit: 'share',
      better: 'higher',
    },
    {
      name: 'strict',
      part: 'aside',
      value: 0.5,
      low: null,
      high: null,
      count: 2,
      unit: 'share',
      better: 'higher',
    },
    {
      name: 'time p50',
      part: 'tuned',
      value: 3.25,
      low: null,
      high: null,
      count: 4,
      unit: 'milliseconds',
      better: 'lower',
    },
  ],
  breakdowns: [
    { title: 'type (tuned)', columns: ['type', 'passed', 'total', 'share'], rows: [['fact', 3, 4, 0.75]] },
  ],
  verdicts: { q1: false },
  failures: [
    {
      suite: 'answers',
      id: 'q1',
      part: 'tuned',
      persona: 'resident',
      type: 'number',
      question: '几个<人>？',
      status: 'answered',
      answer: '5个|人[1]。',
      hits: ['001:7 下沉队员22名'],
      reasons: ['missing 22名'],
    },
  ],
  series: {
    types: [{ part: 'tuned', persona: 'resident', type: 'number', passed: false }],
    curve: [
      { part: 'tuned', threshold: 0, answered: 1, refused: 0.5 },
      { part: 'tuned', threshold: 0.4, answered: 0.5, refused: 1 },
    ],
    arms: [{ part: 'tuned', arm: 'hybrid', persona: 'resident', k: 5, recall: 0.9 }],
  },
};
const change = {
  suite: 'answers',
  figure: 'strict (tuned)',
  before: 0.8,
  now: 0.75,
  gain: -0.05,
  margin: 0.01,
  dropped: true,
} as const;
const report: EvalReport = makeReport(
  { configuration: {}, parts: ['tuned', 'aside'], questions: {}, suites: [suite], wronglyPassed: [] },
  {
    questionsChanged: ['aside'],
    figures: [change],
    newlyPassing: [],
    newlyFailing: [{ suite: 'answers', id: 'q1' }],
  },
  new Date('2026-11-21T00:00:00Z'),
  61.25,
);

test('terms are told in Chinese, with their part and depth', () => {
  expect(inChinese('hybrid resident recall@5')).toBe('混合（居民） recall@5');
  expect(inChinese('strict (aside)')).toBe('严格通过（留出题）');
  expect(inChinese('unseen date wrong (all)')).toBe('编造页（不看）：日期有误（全部）');
  expect(inChinese('programmes kind slogan')).toBe('说得清：口号提法');
  expect(inChinese('programmes document page.txt')).toBe('说得清：page.txt');
  expect(inChinese('something new')).toBe('something new');
});

test.each([
  ['missing 22名/二十二', '缺要点 22名/二十二'],
  ['answered unanswerable', '不该答而答'],
  ['first at 7', '最前排在第 7'],
  ['something new', 'something new'],
])('the reason %s is told as %s', (reason, shown) => {
  expect(showReason(reason)).toBe(shown);
});

test('the table on the terminal has figures with intervals, changes, and what dropped', () => {
  const text = renderTerminal(report);
  expect(text).toContain('答案 严格通过');
  expect(text).toMatch(/0\.750 \[0\.500–0\.900\] +0\.500 +-0\.050/);
  expect(text).toContain('退步：答案 严格通过（调优题） 0.800 → 0.750，超过允许的 0.01');
  expect(text).toContain('留出题与定基准时不同');
  expect(text).toContain('新失败 1 题：答案 q1');
  expect(text.split('\n')[0]).not.toContain('全部');
});

test('Markdown keeps its cells whole', () => {
  const text = renderMarkdown(report);
  expect(text).toContain('| 答案 | q1 | 几个<人>？ | 5个\\|人[1]。 | 缺要点 22名 |');
  expect(text).toContain('### 题型（调优题）');
  expect(text).toContain('| 事实 | 3 | 4 | 0.750 |');
});

describe('the page', () => {
  test('has the four plots, drawn with Chinese type and nothing from outside', async () => {
    const plots = await drawPlots(report);
    expect(plots.map(({ title }) => title)).toEqual([
      '各题型通过率',
      '回答与拒答：提高门槛时',
      '检索各路与消融（前 5 段召回）',
      '较基准的变化',
    ]);
    for (const { svg } of plots) {
      expect(svg).toMatch(/^<svg/);
      expect(svg).toContain('Noto Sans CJK SC');
    }
    const html = renderHtml(report, plots);
    expect(html.match(/<svg/g)).toHaveLength(4);
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
  });

  test('shows every failure with question, answer, hits and reason, escaped and filterable', () => {
    const html = renderHtml(report, []);
    expect(html).toContain(
      '<article data-suite="answers" data-part="tuned" data-persona="resident" data-type="number">',
    );
    expect(html).toContain('几个&#60;人&#62;？');
    for (const words of [
      '5个|人[1]。',
      '001:7 下沉队员22名',
      '缺要点 22名',
      '<option value="number">数字</option>',
    ]) {
      expect(html).toContain(words);
    }
  });
});
