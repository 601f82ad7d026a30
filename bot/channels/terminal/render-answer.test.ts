import { describe, expect, it } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { renderAnswer } from './render-answer.ts';
import { styleFor } from './style.ts';

const PLAIN = styleFor(false, {});

const ANSWER: Answer = {
  id: 'q1',
  question: '食堂送餐给谁？',
  status: 'answered',
  reason: null,
  answer: '80周岁以上的老人可以送餐上门[1]。',
  citations: [
    {
      mark: 1,
      document: 'a.txt',
      title: '老年食堂',
      town: '义桥镇',
      period: '2023年',
      start: 10,
      end: 20,
      line: 14,
      quote: '为80周岁\n以上老人送餐',
    },
  ],
  notes: ['信息截至2023年'],
  suggestions: ['食堂开在哪里？'],
  mode: 'extractive',
  timings: { retrieveMs: 1, answerMs: 1 },
};

describe('an answer on the terminal', () => {
  it('shows what is said, its sources, the notes and the next questions', () => {
    expect(renderAnswer(ANSWER, PLAIN)).toBe(
      `80周岁以上的老人可以送餐上门[1]。

出处
[1] 老年食堂 · 义桥镇 · 2023年 · a.txt 第14行
    “为80周岁 以上老人送餐”

说明
· 信息截至2023年

可以接着问
· 食堂开在哪里？
`,
    );
  });

  it('is one line where there is nothing but a sentence', () => {
    const refusal: Answer = {
      ...ANSWER,
      status: 'refused',
      reason: 'not_in_documents',
      answer: '资料里没有。',
      citations: [],
      notes: [],
      suggestions: [],
    };
    expect(renderAnswer(refusal, PLAIN)).toBe('资料里没有。\n');
  });

  it('leaves out a town and a period that are not known', () => {
    const [citation] = ANSWER.citations;
    const answer = { ...ANSWER, citations: [{ ...citation!, town: null, period: null }] };
    expect(renderAnswer(answer, PLAIN)).toContain('[1] 老年食堂 · a.txt 第14行\n');
  });

  it('lists the passages that were asked for', () => {
    const answer = { ...ANSWER, hits: [{ document: 'a.txt', start: 3, end: 90, score: 0.8125 }] };
    expect(renderAnswer(answer, PLAIN)).toMatch(/\n\n检索到的片段\n1\. a\.txt 第3–90字，得分0\.813\n$/);
  });

  it('colours its marks and headings on a terminal', () => {
    const text = renderAnswer(ANSWER, styleFor(true, {}));
    expect(text).toContain('送餐上门\u001b[36m[1]\u001b[0m。');
    expect(text).toContain('\u001b[1m出处\u001b[0m\n');
  });

  it('passes no control characters of a document on', () => {
    const [citation] = ANSWER.citations;
    const answer = {
      ...ANSWER,
      answer: '清\u001b[2J屏',
      citations: [{ ...citation!, quote: '\u001b]0;x\u0007', title: '\u001b[31m' }],
    };
    expect(renderAnswer(answer, PLAIN)).not.toMatch(/[\u001b\u0007]/u);
  });
});
