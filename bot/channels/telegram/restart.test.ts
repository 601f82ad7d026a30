import { describe, expect, test } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerWith, startTestChannel, type TestChannel } from './test-channel.ts';
import { TestPerson } from './test-people.ts';

/** A process that is killed while it answers what was said; its store and Telegram go on. */
async function killed(say: (channel: TestChannel) => void, asked = 1): Promise<TestChannel> {
  const held: ((answer: Answer) => void)[] = [];
  const channel = await startTestChannel({
    graceMs: 0,
    ask: () => new Promise((resolve) => held.push(resolve)),
  });
  say(channel);
  await expect.poll(() => held.length).toBe(asked);
  // Without grace a stop leaves everything as a kill does.
  await channel.channel.stop();
  expect(channel.double.sent()).toEqual([]);
  return channel;
}

describe('what was taken in and not answered', () => {
  test('is answered by the next process, in order, and once', async () => {
    const { double, store } = await killed(({ person }) => {
      person.says('第1问');
      person.says('第2问');
    });
    const next = await startTestChannel({ double, store });
    await double.until(() => double.sent().length === 2);
    expect(next.assistant.asked.map(({ question }) => question)).toEqual(['第1问', '第2问']);
    await next.channel.stop();
    const third = await startTestChannel({ double, store });
    third.person.says('第3问');
    await double.until(() => double.sent().length === 3);
    expect(third.assistant.asked.map(({ question }) => question)).toEqual(['第3问']);
  });

  test('and is sent by Telegram once more is answered once', async () => {
    let again = (): void => {};
    const { double, store } = await killed(({ person, double: telegram }) => {
      const { update } = person.says('第1问');
      again = () => telegram.deliverAgain(update);
    });
    again();
    const next = await startTestChannel({ double, store });
    next.person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(next.assistant.asked.map(({ question }) => question)).toEqual(['第1问', '第2问']);
  });

  test('at two starts is given up with a sentence, not tried for ever', async () => {
    const { double, store } = await killed(({ person }) => person.says('毒'));
    const second = await startTestChannel({ double, store, graceMs: 0, ask: () => new Promise(() => {}) });
    await expect.poll(() => second.assistant.asked.length).toBe(1);
    await second.channel.stop();
    const third = await startTestChannel({ double, store });
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.givenUp);
    expect(third.assistant.asked).toEqual([]);
    await third.channel.stop();
    const fourth = await startTestChannel({ double, store });
    fourth.person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(fourth.assistant.asked).toHaveLength(1);
  });

  test('because the end cut its sending off is sent by the next process', async () => {
    const { double, store, person, channel, logs } = await startTestChannel({ graceMs: 50 });
    double.fail({ method: 'sendMessage', status: 429, parameters: { retry_after: 60 } });
    person.says('第1问');
    await double.until(() => double.calls.some(({ outcome }) => outcome === 429));
    await channel.stop();
    await expect.poll(() => logs.join('')).toContain('apology failed');
    await startTestChannel({ double, store });
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toContain('孤寡');
  });

  test('lies in the store without names and with personal numbers masked', async () => {
    const written: unknown[] = [];
    const { store, double } = await startTestChannel();
    const watched = {
      ...store,
      isBroken: false,
      setValue: (namespace: string, key: string, value: unknown, until: Date) => {
        written.push([namespace, value]);
        store.setValue(namespace, key, value, until);
      },
    };
    const { person } = await startTestChannel({ store: watched });
    void double;
    person.says('13812345678是谁的电话？');
    await expect.poll(() => JSON.stringify(written)).toContain('telegram.turns');
    expect(JSON.stringify(written)).toContain('telegram.inbox');
    expect(JSON.stringify(written)).toContain('是谁的电话');
    expect(JSON.stringify(written)).not.toMatch(/13812345678|某人/);
  });

  test('is nobody else’s talk: what a group says among itself is not written down', async () => {
    const namespaces: string[] = [];
    const { store } = await startTestChannel();
    const watched = {
      ...store,
      isBroken: false,
      setValue: (...[namespace, ...rest]: Parameters<typeof store.setValue>) => {
        namespaces.push(namespace);
        store.setValue(namespace, ...rest);
      },
    };
    const { double, person } = await startTestChannel({ store: watched });
    new TestPerson(double, 8, -100).says('今天食堂吃什么');
    person.says('/help');
    await double.until(() => double.sent().length === 1);
    expect(namespaces.filter((namespace) => namespace === 'telegram.inbox')).toHaveLength(1);
  });

  test('a store that fails costs nobody an answer', async () => {
    const { double, person, store, logs } = await startTestChannel();
    store.isBroken = true;
    person.says('第1问');
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(logs.join('')).toContain('store failed');
    expect(logs.join('')).not.toContain('第1问');
  });
});

describe('a restart does not forget', () => {
  test('what was said, what buttons mean, and how often was asked', async () => {
    const first = await startTestChannel({ limits: { personBurst: 3, personPerMinute: 1 } });
    const { double, store } = first;
    first.person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    await first.channel.stop();
    const second = await startTestChannel({ double, store, limits: { personBurst: 3, personPerMinute: 1 } });
    second.person.taps('老年食堂有几家？');
    await double.until(() => double.sent().length === 2);
    expect(second.assistant.asked[0]?.question).toBe('老年食堂有几家？');
    expect(second.assistant.asked[0]?.history).toHaveLength(2);
    second.person.says('第3问');
    second.person.says('第4问');
    await double.until(() => double.sent().length === 4);
    expect(double.sent().map(({ text }) => text)).toContain(telegramWording.tooFast(60));
  });

  test('that an edited message has the same words as before', async () => {
    const first = await startTestChannel();
    const { double, store } = first;
    const { messageId } = first.person.says('老年食堂有几家？');
    await double.until(() => double.sent().length === 1);
    await first.channel.stop();
    const second = await startTestChannel({ double, store });
    second.person.edits(messageId, '老年食堂有几家？');
    second.person.says('完');
    await double.until(() => double.sent().length === 2);
    expect(second.assistant.asked.map(({ question }) => question)).toEqual(['完']);
  });
});

describe('a chat that is closed to the bot', () => {
  test('keeps nobody busy with what was waiting, and is open again for whoever writes', async () => {
    const held: (() => void)[] = [];
    const { double, person, assistant } = await startTestChannel({
      ask: async ({ question }) => {
        if (question === '第1问') await new Promise<void>((resolve) => held.push(resolve));
        return answerWith();
      },
    });
    person.says('第1问');
    person.says('第2问');
    await expect.poll(() => held.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    double.fail({ method: 'sendMessage', status: 403 });
    held[0]?.();
    await double.until(() => double.calls.some(({ outcome }) => outcome === 403));
    person.says('/start');
    person.says('第3问');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['第1问', '第3问']);
  });
});
