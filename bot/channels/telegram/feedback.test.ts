import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../metrics/metrics.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerWith, startTestChannel, type TestChannel, type TestChannelOptions } from './test-channel.ts';
import type { Payload } from './test-double.ts';
import { buttonsOf, TestPerson } from './test-people.ts';

const WORDING = telegramWording.feedback;
/** The message that the presses of these tests are under. */
const UNDER = { message_id: 500 };

/** A channel in which one question has been answered. */
async function answered(options: TestChannelOptions = {}): Promise<TestChannel> {
  const channel = await startTestChannel(options);
  channel.person.says('谁能送餐上门？');
  await channel.double.until(() => channel.double.sent().length === 1);
  return channel;
}

/** Presses a button and waits for the line that it is answered with. */
async function tap({ double, person }: TestChannel, label: string): Promise<Payload> {
  const before = double.done('answerCallbackQuery').length;
  person.taps(label, UNDER);
  await double.until(() => double.done('answerCallbackQuery').length > before);
  return double.done('answerCallbackQuery')[before] as Payload;
}

function labels(message: Payload | undefined): readonly string[] {
  return buttonsOf(message ?? {}).map(({ text }) => text);
}

describe('under an answer', () => {
  test('👍 is stored with the question and the answer before it is thanked for', async () => {
    const channel = await answered();
    const { double, store } = channel;
    expect(labels(double.sent()[0]).slice(-2)).toEqual(['👍', '👎']);
    expect((await tap(channel, '👍')).text).toBe(WORDING.thanks);
    expect(store.feedback()).toMatchObject([
      {
        channel: 'telegram',
        verdict: 'good',
        reason: null,
        question: '谁能送餐上门？',
        answer: expect.stringContaining('孤寡'),
      },
    ]);
    expect(JSON.stringify(store.feedback())).not.toContain('"7"');
    await double.until(() => double.done('editMessageReplyMarkup').length === 1);
    expect(labels(double.shown(7).at(-1))).toEqual(['原文', '老年食堂有几家？', '👍 ✓', '👎']);
  });

  test('👎 is stored at once, and a reason is one tap more', async () => {
    const channel = await answered();
    const { double, store } = channel;
    expect((await tap(channel, '👎')).text).toBe(WORDING.thanksAndWhy);
    expect(store.feedback()).toMatchObject([{ verdict: 'bad', reason: null }]);
    await double.until(() => double.done('editMessageReplyMarkup').length === 1);
    expect(labels(double.shown(7).at(-1))).toEqual([
      '原文',
      '老年食堂有几家？',
      '不对',
      '不全',
      '过时',
      '看不懂',
      '没来源',
      '👍',
    ]);
    expect((await tap(channel, '过时')).text).toBe(WORDING.thanksForReason('过时'));
    expect(store.feedback()).toMatchObject([{ verdict: 'bad', reason: 'outdated' }]);
    await double.until(() => double.done('editMessageReplyMarkup').length === 2);
    expect(labels(double.shown(7).at(-1)).slice(-2)).toEqual(['👍', '👎 过时 ✓']);
  });

  test('verdicts and reasons are counted', async () => {
    const metrics = createMetrics();
    const channel = await answered({ metrics });
    await tap(channel, '👎');
    await channel.double.until(() => channel.double.done('editMessageReplyMarkup').length === 1);
    await tap(channel, '过时');
    expect(metrics.read()).toContain('wenqiao_feedback_total{channel="telegram",verdict="bad"} 1\n');
    expect(metrics.read()).toContain(
      'wenqiao_feedback_reasons_total{channel="telegram",reason="outdated"} 1\n',
    );
  });

  test('who changes their mind changes their row, however often', async () => {
    const channel = await answered();
    const { double, store } = channel;
    for (const [place, label] of ['👍', '👎', '不对', '👎 不对 ✓', '不全', '👍'].entries()) {
      await tap(channel, label);
      await double.until(() => double.done('editMessageReplyMarkup').length === place + 1);
    }
    expect(store.feedback()).toMatchObject([{ verdict: 'good', reason: null }]);
  });

  test('a second tap on the same button makes no second row', async () => {
    const channel = await answered();
    await tap(channel, '👍');
    channel.person.presses(buttonsOf(channel.double.sent()[0] ?? {}).at(-2)?.callback_data ?? '', UNDER);
    await channel.double.until(() => channel.double.done('answerCallbackQuery').length === 2);
    expect(channel.store.feedback()).toHaveLength(1);
  });

  test('the same tap delivered twice is taken once', async () => {
    const channel = await answered();
    const { double, person, store } = channel;
    double.deliverAgain(person.taps('👍', UNDER));
    person.says('完');
    await double.until(() => double.sent().length === 2);
    expect(store.feedback()).toHaveLength(1);
    expect(double.done('answerCallbackQuery')).toHaveLength(1);
  });

  test('a store that fails is owned up to, and nobody is thanked', async () => {
    const channel = await answered();
    const { double, store, logs } = channel;
    store.isBroken = true;
    expect((await tap(channel, '👍')).text).toBe(WORDING.failed);
    expect(double.done('editMessageReplyMarkup')).toEqual([]);
    store.isBroken = false;
    expect((await tap(channel, '👍')).text).toBe(WORDING.thanks);
    expect(store.feedback()).toHaveLength(1);
    expect(logs.join('')).toContain('feedback could not be stored');
    expect(logs.join('')).not.toMatch(/送餐|孤寡/);
  });

  test('personal numbers are masked before anything is stored', async () => {
    const channel = await startTestChannel({
      ask: ({ question }) => answerWith({ question }),
    });
    channel.person.says('13812345678打得通吗？');
    await channel.double.until(() => channel.double.sent().length === 1);
    await tap(channel, '👎');
    expect(JSON.stringify(channel.store.feedback())).not.toContain('13812345678');
    expect(channel.store.feedback()[0]?.question).toContain('打得通吗');
  });

  test('there is nothing to rate under what was turned away', async () => {
    const { double } = await answered({
      ask: () => answerWith({ status: 'blocked', reason: 'abuse', citations: [], suggestions: [] }),
    });
    expect(labels(double.sent()[0])).toEqual([]);
  });

  test('a restart forgets neither the buttons nor the row', async () => {
    const first = await answered();
    await tap(first, '👎');
    await first.double.until(() => first.double.done('editMessageReplyMarkup').length === 1);
    await first.channel.stop();
    const { double, store } = first;
    const second = await startTestChannel({ double, store });
    second.person.taps('没来源', UNDER);
    await double.until(() => double.done('editMessageReplyMarkup').length === 2);
    expect(store.feedback()).toMatchObject([{ verdict: 'bad', reason: 'no_source' }]);
  });
});

describe('in a group', () => {
  test('only who asked may rate; another is told so', async () => {
    const channel = await startTestChannel();
    const { double, store } = channel;
    new TestPerson(double, 7, -100).says('@wenqiao_bot 谁能送餐上门？');
    await double.until(() => double.sent(-100).length === 1);
    new TestPerson(double, 8, -100).taps('👎', UNDER);
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(WORDING.notYours);
    expect(store.feedback()).toEqual([]);
    new TestPerson(double, 7, -100).taps('👎', UNDER);
    await double.until(() => double.done('answerCallbackQuery').length === 2);
    expect(store.feedback()).toHaveLength(1);
  });
});

describe('faults', () => {
  test.each([
    'good:AAAAAAAA',
    'bad:__proto_',
    'why:AAAAAAAA:0',
    'why:AAAAAAAA:9',
    'good:',
    'why:x:1',
  ])('forged data %s stores nothing and gets a line', async (data) => {
    const { double, person, store } = await answered();
    person.presses(data);
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect([WORDING.expired, telegramWording.staleButton]).toContain(
      double.done('answerCallbackQuery')[0]?.text,
    );
    expect(store.feedback()).toEqual([]);
  });

  test('the buttons of another chat stand for nothing here', async () => {
    const { double, store } = await answered();
    const data = buttonsOf(double.sent()[0] ?? {}).at(-1)?.callback_data ?? '';
    new TestPerson(double, 8).presses(data);
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(WORDING.expired);
    expect(store.feedback()).toEqual([]);
  });

  test('a 429 to the new keyboard is waited out, and the row is there all the while', async () => {
    const channel = await answered();
    const { double, store } = channel;
    double.fail({ method: 'editMessageReplyMarkup', status: 429, parameters: { retry_after: 1 } });
    await tap(channel, '👎');
    expect(store.feedback()).toHaveLength(1);
    await double.until(() => double.done('editMessageReplyMarkup').length === 1);
  });

  test('a keyboard that cannot be changed costs no apology', async () => {
    const channel = await answered();
    const { double, person, store } = channel;
    double.fail({ method: 'editMessageReplyMarkup', status: 400, description: 'Bad Request: not found' });
    await tap(channel, '👍');
    person.says('完');
    await double.until(() => double.sent().length === 2);
    expect(double.sent()[1]?.text).not.toContain(telegramWording.failed);
    expect(store.feedback()).toHaveLength(1);
  });

  test('a thank-you that was lost loses no row', async () => {
    const channel = await answered();
    const { double, person, store } = channel;
    double.fail({ method: 'answerCallbackQuery', status: 400, description: 'Bad Request: query is too old' });
    person.taps('👍', UNDER);
    await double.until(() => double.done('editMessageReplyMarkup').length === 1);
    expect(store.feedback()).toHaveLength(1);
    expect(double.sent()).toHaveLength(1);
  });
});

describe('/feedback', () => {
  const cases: readonly { said: string; comment: string | null; reply: string }[] = [
    { said: '/feedback 食堂的电话换了', comment: '食堂的电话换了', reply: WORDING.thanksForWords },
    { said: '/feedback', comment: null, reply: WORDING.missing },
    { said: '/feedback   ', comment: null, reply: WORDING.missing },
  ];
  test.each(cases)('$said is answered', async ({ said, comment, reply }) => {
    const { double, person, store } = await startTestChannel();
    person.says(said);
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(reply);
    expect(store.feedback().map((row) => row.comment)).toEqual(comment === null ? [] : [comment]);
  });

  test('as a reply to an answer keeps that answer with the words, both masked', async () => {
    const { double, person, store } = await startTestChannel();
    const answer = '请打13812345678。';
    person.says('/feedback 不是13812345678', {
      reply_to_message: { message_id: 1, from: double.me, text: answer },
    });
    await double.until(() => double.sent().length === 1);
    expect(store.feedback()).toMatchObject([{ verdict: null, comment: expect.stringContaining('不是') }]);
    expect(store.feedback()[0]?.answer).toContain('请打');
    expect(JSON.stringify(store.feedback())).not.toContain('13812345678');
  });

  test('with more words than can be kept keeps none, and says so', async () => {
    const { double, person, store } = await startTestChannel();
    person.says(`/feedback ${'字'.repeat(1_001)}`);
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(WORDING.tooLong(1_000));
    expect(store.feedback()).toEqual([]);
  });

  test('says so when the store fails', async () => {
    const { double, person, store } = await startTestChannel();
    store.isBroken = true;
    person.says('/feedback 食堂的电话换了');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(WORDING.failed);
  });

  test('from somebody who has blocked the bot meanwhile is kept', async () => {
    const { double, person, store } = await startTestChannel();
    double.fail({ method: 'sendMessage', status: 403 });
    person.says('/feedback 食堂的电话换了');
    await double.until(() => double.calls.some(({ outcome }) => outcome === 403));
    expect(store.feedback()).toHaveLength(1);
  });
});
