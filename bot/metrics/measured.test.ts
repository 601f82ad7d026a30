import { expect, test } from 'vitest';
import type { Answer } from '../answers/answer.ts';
import type { Assistant } from '../assistant.ts';
import type { AskRequest } from '../questions/request.ts';
import { measured } from './measured.ts';
import { createMetrics } from './metrics.ts';

const ANSWER = {
  status: 'clarify',
  reason: null,
  timings: { retrieveMs: 1, answerMs: 2 },
} as unknown as Answer;

function assistantWith(different: Partial<Assistant>): Assistant {
  return { ask: async () => ANSWER, ...different } as Assistant;
}

test('a question is passed on as it is, and its end counted for the channel', async () => {
  const asked: unknown[] = [];
  const metrics = createMetrics();
  const assistant = measured(
    assistantWith({
      ask: async (...given) => {
        asked.push(...given);
        return ANSWER;
      },
    }),
    { channel: 'telegram', metrics },
  );
  const request: AskRequest = { question: '几点开门？' };
  const options = { hits: 3 };
  expect(await assistant.ask(request, options)).toBe(ANSWER);
  expect(asked).toEqual([request, options]);
  expect(metrics.read()).toContain(
    'wenqiao_questions_total{channel="telegram",status="clarify",reason="none"} 1\n',
  );
  expect(metrics.read()).not.toContain('开门');
});

test('a failure is counted and goes on to who asked', async () => {
  const metrics = createMetrics();
  const ask = async () => {
    throw new Error('broken');
  };
  const assistant = measured(assistantWith({ ask }), { channel: 'web', metrics });
  await expect(assistant.ask({ question: '？' })).rejects.toThrow('broken');
  expect(metrics.read()).toContain('{channel="web",status="failed",reason="none"} 1\n');
});

test('everything else is what it is at the moment', () => {
  let desk = { name: 'first' };
  const inner = assistantWith({
    document: (name) => ({ name }) as ReturnType<Assistant['document']>,
    documents: () => [],
    firstQuestions: () => ['甲？'],
    health: () => ({ ready: false, indexedAt: '', passages: 0 }),
  });
  Object.defineProperty(inner, 'desk', { get: () => desk });
  const assistant = measured(inner, { channel: 'web', metrics: createMetrics() });
  expect(assistant.document('a')).toEqual({ name: 'a' });
  expect(assistant.documents()).toEqual([]);
  expect(assistant.firstQuestions()).toEqual(['甲？']);
  expect(assistant.health().ready).toBe(false);
  desk = { name: 'second' };
  expect(assistant.desk).toBe(desk);
});
