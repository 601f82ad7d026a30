import { describe, expect, test, vi } from 'vitest';
import type { Answer } from '../answers/answer.ts';
import type { AskOptions, Assistant } from '../assistant.ts';
import { BotError } from '../errors.ts';
import { createLogger } from '../logger.ts';
import type { AskRequest } from '../questions/request.ts';
import { fakeStore } from './fake-store.ts';
import { recording } from './recording.ts';

const silent = createLogger({ level: 'silent' });

function assistantThat(ending: Partial<Answer>): Assistant {
  return {
    ask: async ({ question }: AskRequest, options?: AskOptions) => {
      options?.onSentence?.('一句。');
      return { question, reason: null, answer: '手头的文件里没有写到。', ...ending } as Answer;
    },
    document: (name: string) => ({ name }),
    documents: () => [{ name: 'page.txt' }],
    firstQuestions: () => ['几点开门？'],
    desk: { choices: () => 'desk' },
    health: () => ({ ready: true, indexedAt: '2026-11-01T00:00:00Z', passages: 3 }),
  } as unknown as Assistant;
}

const REFUSED = { status: 'refused', reason: 'attribute_missing' } as const;

describe('an assistant that keeps unanswered questions', () => {
  test('keeps a refused one: what was asked, where, by whom, and what the person was told', async () => {
    const store = fakeStore();
    const { ask } = recording(assistantThat(REFUSED), { channel: 'web', store, logger: silent });
    const said: string[] = [];
    const answer = await ask(
      { question: '谁批的？打13812345678' },
      { person: 'p1', onSentence: (sentence) => said.push(sentence) },
    );
    expect(answer).toMatchObject({ status: 'refused', question: '谁批的？打13812345678' });
    expect(said).toEqual(['一句。']);
    expect(store.unanswered()).toEqual([
      expect.objectContaining({
        ...{ channel: 'web', person: 'p1', question: '谁批的？打〔手机号〕' },
        ...{ reason: 'attribute_missing', answer: '手头的文件里没有写到。' },
      }),
    ]);
  });

  test.each([
    'answered',
    'clarify',
    'blocked',
  ] as const)('keeps nothing of one that ends %s', async (status) => {
    const store = fakeStore();
    await recording(assistantThat({ status }), { channel: 'web', store, logger: silent }).ask({
      question: '问',
    });
    expect(store.unanswered()).toEqual([]);
  });

  test('keeps a question of nobody in particular, too', async () => {
    const store = fakeStore();
    const { ask } = recording(assistantThat(REFUSED), { channel: 'telegram', store, logger: silent });
    await ask({ question: '问' });
    expect(store.unanswered()[0]).toMatchObject({ channel: 'telegram', person: 'unknown' });
  });

  test('answers when the store fails, says so in the log without the words, and counts it', async () => {
    const write = vi.fn<(line: string) => void>();
    const logger = createLogger({ level: 'info', destination: { write } });
    const store = {
      addUnanswered: () => {
        throw new BotError('store_unavailable', 'the store is full');
      },
    };
    const assistant = recording(assistantThat(REFUSED), { channel: 'web', store, logger });
    expect(await assistant.ask({ question: '夜市在哪里' })).toMatchObject({ status: 'refused' });
    expect(await assistant.ask({ question: '夜市在哪里' })).toMatchObject({ status: 'refused' });
    expect(assistant.health()).toMatchObject({ ready: true, unrecorded: 2 });
    expect(write).toHaveBeenCalledTimes(2);
    expect(JSON.parse(write.mock.lastCall![0])).toMatchObject({
      unrecorded: 2,
      err: { reason: 'store_unavailable' },
    });
    expect(write.mock.calls.join('')).not.toContain('夜市');
  });

  test('is the same assistant in all else', () => {
    const assistant = recording(assistantThat(REFUSED), {
      channel: 'web',
      store: fakeStore(),
      logger: silent,
    });
    expect(assistant.document('a')).toEqual({ name: 'a' });
    expect(assistant.documents()).toEqual([{ name: 'page.txt' }]);
    expect(assistant.firstQuestions()).toEqual(['几点开门？']);
    expect(assistant.desk.choices()).toBe('desk');
    expect(assistant.health()).toMatchObject({ passages: 3, unrecorded: 0 });
  });
});
