import { describe, expect, it } from 'vitest';
import type { Answer } from '../../bot/answers/answer.ts';
import type { Explanation } from '../../bot/answers/explanation.ts';
import type { DocumentView } from '../../bot/assistant.ts';
import { styleFor } from '../../bot/channels/terminal/style.ts';
import { renderExplanation } from './render-explanation.ts';

const ANSWER: Answer = {
  id: 'q1',
  question: '食堂？',
  status: 'refused',
  reason: 'not_in_documents',
  answer: '资料里没有。',
  citations: [],
  notes: [],
  suggestions: [],
  mode: 'extractive',
  timings: { retrieveMs: 1, answerMs: 1 },
};

const DOCUMENT: DocumentView = {
  name: 'a.txt',
  title: '老年食堂',
  town: null,
  period: null,
  text: `老年\n食堂${'桥'.repeat(80)}`,
};

function render(explanation: Record<string, unknown>): string {
  const whole = {
    analysis: {},
    hits: [],
    answer: ANSWER,
    timings: {},
    ...explanation,
  } as unknown as Explanation;
  return renderExplanation(whole, (name) => (name === 'a.txt' ? DOCUMENT : undefined), styleFor(false, {}));
}

describe('an explanation', () => {
  it('tells kept passages from rejected ones, each with its rank, place and reasons', () => {
    const text = render({
      hits: [
        {
          document: 'a.txt',
          start: 0,
          end: 5,
          score: 0.75,
          kept: true,
          reasons: ['lexical 0.93', 'best sentence 1.18: like 0.60, 镇对'],
        },
        { document: 'b.txt', start: 3, end: 9, score: 0.25, kept: false, reasons: ['别的镇'] },
      ],
    });
    expect(text).toContain(
      '用上的片段\n1. a.txt 第0–5字，得分0.750\n    词面 0.93；最好的一句 1.18: 像某个问法 0.60, 镇对\n    老年 食堂\n\n',
    );
    expect(text).toContain('没用上的片段\n2. b.txt 第3–9字，得分0.250\n    别的镇\n\n');
  });

  it('shows the beginning of a long passage', () => {
    const text = render({
      hits: [{ document: 'a.txt', start: 0, end: 80, score: 1, kept: true, reasons: [] }],
    });
    expect(text).toContain(`    老年 食堂${'桥'.repeat(55)}……\n`);
  });

  it.each([
    ['a word', { town: '义桥镇' }, '· 镇：义桥镇\n'],
    ['a list', { quoted: ['食堂', '送餐'] }, '· 引号里的话：食堂、送餐\n'],
    ['a closed term', { kind: 'list' }, '· 问法：列举\n'],
    ['a choice', { asked: false }, '· asked：否\n'],
    ['a fraction', { asked: 0.123456 }, '· asked：0.123\n'],
    [
      'something nested',
      { asked: { from: 2021, to: null, quoted: ['食堂'] } },
      '· asked：（from 2021，引号里的话 食堂）\n',
    ],
  ])('shows %s of the analysis in a line', (_, analysis, expected) => {
    expect(render({ analysis })).toContain(expected);
  });

  it('leaves out what says nothing', () => {
    const text = render({ analysis: { town: null, quoted: [], year: undefined, inner: {} } });
    expect(text).toMatch(
      /^怎么理解这个问题\n（无）\n\n用上的片段\n（无）\n\n没用上的片段\n（无）\n\n用时\n（无）\n\n/u,
    );
  });

  it('ends with times and the answer itself', () => {
    expect(render({ timings: { retrieveMs: 1.23456 } })).toMatch(
      /用时\n· 检索（毫秒）：1\.235\n\n答案\n资料里没有。\n$/u,
    );
  });
});
