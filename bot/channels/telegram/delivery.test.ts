import { describe, expect, test } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerWith, startTestChannel } from './test-channel.ts';
import type { InjectedFault, Payload } from './test-double.ts';
import { buttonsOf, TestPerson } from './test-people.ts';

/** The words of nobody's message and of nobody's answer, and no token, may stand in a log. */
const SECRETS = ['4242:TEST-token', 'TEST-token', '我的秘密', '孤寡'];

const ANSWERED = expect.stringContaining('孤寡、独居、高龄老人可以送餐上门[1]。');

describe.concurrent('the answer arrives', () => {
  const cases: readonly { title: string; fault: InjectedFault; outcomes: readonly unknown[] }[] = [
    {
      title: 'after a 429, no sooner than Telegram asked for',
      fault: { method: 'sendMessage', status: 429, parameters: { retry_after: 1 } },
      outcomes: [429, 200],
    },
    {
      title: 'after a fault of the server',
      fault: { method: 'sendMessage', status: 502 },
      outcomes: [502, 200],
    },
    {
      title: 'after a connection that was cut before',
      fault: { method: 'sendMessage', drop: 'before' },
      outcomes: ['dropped', 200],
    },
    {
      title: 'a second time when only the reply to it was lost',
      fault: { method: 'sendMessage', drop: 'after' },
      outcomes: [200, 200],
    },
    {
      title: 'as plain words when Telegram does not take its form',
      fault: { method: 'sendMessage', status: 400, description: "Bad Request: can't parse entities" },
      outcomes: [400, 200],
    },
    {
      title: 'without a typing action when that fails',
      fault: { method: 'sendChatAction', status: 429, parameters: { retry_after: 30 } },
      outcomes: [200],
    },
  ];
  test.for(cases)('$title', async ({ fault, outcomes }, { expect, onTestFinished }) => {
    const { double, person, logs } = await startTestChannel({ onTestFinished });
    double.fail(fault);
    person.says('我的秘密是什么？');
    const tries = () => double.calls.filter(({ method }) => method === 'sendMessage');
    await double.until(() => tries().length === outcomes.length);
    expect(tries().map(({ outcome }) => outcome)).toEqual(outcomes);
    expect(double.sent().at(-1)?.text).toEqual(ANSWERED);
    for (const secret of SECRETS) expect(logs.join('')).not.toContain(secret);
    if ('parameters' in fault && fault.method === 'sendMessage') {
      expect((tries()[1]?.at ?? 0) - (tries()[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
    }
  });

  test('at most twice when the reply is lost again and again, and the person is told', async ({
    expect,
    onTestFinished,
  }) => {
    const { double, person } = await startTestChannel({ onTestFinished });
    double.fail({ method: 'sendMessage', drop: 'after', times: 2 });
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 3);
    person.says('完');
    await double.until(() => double.sent().length === 4);
    expect(double.sent().map(({ text }) => text)).toEqual([
      ANSWERED,
      ANSWERED,
      telegramWording.perhapsArrived,
      ANSWERED,
    ]);
  });

  test('when nobody is there to take it for a while, once', async ({ expect, onTestFinished }) => {
    const held: ((answer: Answer) => void)[] = [];
    const { double, person } = await startTestChannel({
      onTestFinished,
      ask: () => new Promise((resolve) => held.push(resolve)),
    });
    person.says('谁能送餐上门？');
    await expect.poll(() => held.length).toBe(1);
    double.goOffline();
    held[0]?.(answerWith());
    await new Promise((resolve) => setTimeout(resolve, 300));
    double.goOnline();
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toEqual(ANSWERED);
  });

  test('in the supergroup that its group has become', async ({ expect, onTestFinished }) => {
    const { double, person } = await startTestChannel({ onTestFinished });
    const parameters = { migrate_to_chat_id: -1007 };
    double.fail({
      method: 'sendMessage',
      status: 400,
      description: 'Bad Request: group upgraded',
      parameters,
    });
    person.says('谁能送餐上门？');
    await double.until(() => double.sent(-1007).length === 1);
    expect(double.sent(-1007)[0]?.text).toEqual(ANSWERED);
  });
});

describe('an answer that is too long for one message', () => {
  test('comes in several, cut at sentence ends, in order, with the buttons under the last', async () => {
    const sentences = Array.from(
      { length: 200 },
      (_, place) => `这是第${place + 1}句话，说的是镇里的${'事'.repeat(30)}。`,
    );
    const { double, person } = await startTestChannel({
      ask: () => answerWith({ answer: sentences.join('') }),
    });
    person.says('都说说');
    await double.until(() => double.sent().some((message) => buttonsOf(message).length > 0));
    const parts = double.sent();
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts.slice(0, -1)) {
      expect(part.text).toMatch(/。$/);
      expect(buttonsOf(part)).toEqual([]);
    }
    const whole = parts.map(({ text }) => text).join('');
    expect(sentences.every((sentence) => whole.includes(sentence))).toBe(true);
    expect(buttonsOf(parts.at(-1) as Payload)).toHaveLength(4);
  });
});

describe('when something goes wrong', () => {
  test('a person who blocked the bot is logged by hash, and nothing is tried again', async () => {
    const { double, logs } = await startTestChannel();
    const person = new TestPerson(double, 987_654_321);
    double.fail({
      method: 'sendMessage',
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    person.says('我的秘密是什么？');
    await double.until(() => double.calls.some(({ outcome }) => outcome === 403));
    for (const [place, text] of ['还在吗？', '真的在吗？'].entries()) {
      person.says(text);
      await double.until(() => double.sent().length === place + 1);
    }
    const line = logs.map((entry) => JSON.parse(entry)).find(({ fault }) => fault === 'forbidden');
    expect(line).toMatchObject({
      code: 403,
      msg: 'chat is closed to the bot',
      chat: expect.stringMatching(/^[\da-f]{12}$/),
    });
    expect(logs.join('')).toContain('question answered');
    expect(logs.join('')).not.toContain('987654321');
    expect(double.calls.filter(({ method }) => method === 'sendMessage')).toHaveLength(3);
  });

  test('a failing assistant costs the person no more than a sentence, and the log no words', async () => {
    let isFirst = true;
    const { double, person, logs } = await startTestChannel({
      ask: ({ question }) => {
        if (!isFirst) return answerWith();
        isFirst = false;
        throw new TypeError(`cannot read ${question}`);
      },
    });
    person.says('我的秘密是什么？');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.failed);
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(double.sent()[1]?.text).toEqual(ANSWERED);
    const line = logs.map((entry) => JSON.parse(entry)).find(({ msg }) => msg === 'update failed');
    expect(line).toMatchObject({ fault: 'unexpected', name: 'TypeError' });
    for (const secret of SECRETS) expect(logs.join('')).not.toContain(secret);
  });

  test('an answer without a word is owned up to rather than swallowed', async () => {
    const { double, person } = await startTestChannel({
      ask: () => answerWith({ answer: ' ', citations: [], notes: [] }),
    });
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.failed);
  });

  test('an answer that takes too long is given up with a sentence, and the assistant is told', async () => {
    let signal: AbortSignal | undefined;
    const { double, person } = await startTestChannel({
      limits: { answerTimeoutMs: 50 },
      ask: (_, given) => {
        signal = given;
        return new Promise(() => {});
      },
    });
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.tookTooLong);
    expect(signal?.aborted).toBe(true);
  });

  test('an apology that cannot be sent either ends in the log', async () => {
    const { double, person, logs } = await startTestChannel();
    double.fail({ method: 'sendMessage', status: 400, times: 4 });
    person.says('第1问');
    await double.until(() => double.calls.filter(({ outcome }) => outcome === 400).length === 4);
    person.says('第2问');
    await double.until(() => double.sent().length === 1);
    expect(logs.join('')).toContain('apology failed');
  });

  test('a press that Telegram has forgotten is answered by a message', async () => {
    const { double, person } = await startTestChannel();
    double.fail({ method: 'answerCallbackQuery', status: 400, description: 'Bad Request: query is too old' });
    person.presses('old');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.staleButton);
  });
});
