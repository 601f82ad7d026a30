import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RemoteFault } from '../retrieval/remote/remote-fault.ts';
import type { ChatModel } from './answers/model/chat-model.ts';
import { createReworder, type Reworder } from './answers/model/reworder.ts';
import { TODAY, writeTestSeeds } from './answers/test-pages.ts';
import { createLogger } from './logger.ts';
import { type OpenedAssistant, openAssistant } from './open.ts';

const USAGE = { inputTokens: 1, outputTokens: 1 };
const HISTORY = [
  { role: 'user' as const, text: '共享书房在哪里？' },
  { role: 'assistant' as const, text: '共享书房在沿河路。' },
  { role: 'user' as const, text: '镇里有几家食堂？' },
  { role: 'assistant' as const, text: '有几家。' },
];
const logger = createLogger({ level: 'silent' });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-model-'));
  writeTestSeeds(join(folder, 'seeds'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reworderOf(model: ChatModel): Reworder {
  const settings = { baseUrl: '', model: '', timeoutMs: 5_000, tokensPerDay: 0 };
  return createReworder(settings, { logger, clock: () => TODAY, model });
}

function open(reworder: Reworder): Promise<OpenedAssistant> {
  const paths = { seeds: join(folder, 'seeds'), index: join(folder, 'index') };
  return openAssistant({ ...paths, logger, clock: () => TODAY, reworder });
}

/** Gives these sentences to whoever asks for a completed question, and fails for everybody else. */
function completes(text: string): ChatModel {
  return async ({ user }) => {
    if (user.includes('〈材料〉')) throw new RemoteFault('server_error');
    return { toolArguments: { sentences: [{ text, evidence: [] }] }, text: '', usage: USAGE };
  };
}

test('a follow-up that was not understood is answered as the model completes it, under its own words', async () => {
  const question = '第一个问题再说一遍';
  const reworder = reworderOf(completes(''));
  const alone = await (await open(reworder)).ask({ question, history: HISTORY });
  expect(alone.status).toBe('refused');
  const assistant = await open({ ...reworder, completeQuestion: async () => '共享书房几点开门？' });
  const direct = await assistant.ask({ question: '共享书房几点开门？' });
  const answer = await assistant.ask({ question, history: HISTORY });
  expect(answer).toMatchObject({ status: 'answered', question, answer: direct.answer });
});

test('a model that adds something to a follow-up changes nothing', async () => {
  const without = await (await open(reworderOf(completes('')))).ask({
    question: '第一个问题再说一遍',
    history: HISTORY,
  });
  const assistant = await open(reworderOf(completes('游泳馆2030年几点开门？')));
  const answer = await assistant.ask({ question: '第一个问题再说一遍', history: HISTORY });
  expect({ ...answer, timings: null }).toEqual({ ...without, timings: null });
});

test('what was shown of an answer that is given up is not told twice', async () => {
  const assistant = await open(
    reworderOf(async ({ user }, _signal, onDraft) => {
      const said = /"说法":"([^"]+)"/.exec(user)![1]!;
      const sentence = { text: said, evidence: [1] };
      onDraft?.({ sentences: [sentence, {}] });
      throw new RemoteFault('cut_off');
    }),
  );
  const told: string[] = [];
  const question = '共享书房几点开门？';
  const answer = await assistant.ask({ question }, { onSentence: (sentence) => told.push(sentence) });
  expect(answer).toMatchObject({ status: 'answered', mode: 'extractive' });
  expect(told).toHaveLength(1);
  expect(answer.answer.startsWith(told[0]!.slice(0, 8))).toBe(true);
});
