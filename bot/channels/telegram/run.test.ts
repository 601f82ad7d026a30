import { describe, expect, test } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { fakeStore } from '../../conversations/fake-store.ts';
import { secretsOf } from '../../conversations/pseudonym.ts';
import { BotError } from '../../errors.ts';
import { createLogger } from '../../logger.ts';
import { runTelegram } from './run.ts';
import { answerWith, FAST, FakeAssistant, startTestChannel, testMaintenance } from './test-channel.ts';
import { TelegramDouble } from './test-double.ts';
import { TestPerson } from './test-people.ts';

const silent = createLogger({ level: 'silent' });

describe('a wrong token', () => {
  const cases: readonly { title: string; token: string; status?: number }[] = [
    { title: 'that Telegram refuses', token: '1:WRONG' },
    { title: 'that Telegram does not find', token: '4242:TEST-token', status: 404 },
    { title: 'that is empty', token: '' },
    { title: 'that has blanks in it', token: '4242: TEST' },
    { title: 'that would lead to another address', token: '../4242:TEST-token' },
  ];
  test.each(cases)('$title ends the start with one line that does not show it', async ({ token, status }) => {
    const double = await TelegramDouble.start();
    if (status) double.fail({ method: 'getMe', status, description: 'Not Found' });
    const assistant = new FakeAssistant();
    const store = fakeStore();
    const options = {
      ...FAST,
      assistant,
      logger: silent,
      records: { store, secrets: secretsOf(Buffer.alloc(32)) },
      maintenance: testMaintenance(store),
      apiRoot: double.apiRoot,
    };
    const error = await runTelegram(token, options).catch((reason: unknown) => reason);
    await double.close();
    expect(error).toBeInstanceOf(BotError);
    expect(error).toMatchObject({ reason: 'telegram_token_wrong' });
    expect(error).not.toHaveProperty('cause');
    expect((error as BotError).message).toMatch(/^[^\n]*TELEGRAM_BOT_TOKEN[^\n]*$/);
    if (token !== '') expect(String((error as BotError).stack)).not.toContain(token);
  });

  test('that was taken back later ends the channel with the reason', async () => {
    const { double, channel, person } = await startTestChannel();
    person.says('问');
    await double.until(() => double.sent().length === 1);
    double.token = '4242:NEW';
    person.says('问');
    expect(await channel.ended).toMatchObject({ reason: 'telegram_token_wrong' });
  });
});

describe('the network', () => {
  test('may be missing at the start: the channel starts, tries on, and answers when it is back', async () => {
    const double = await TelegramDouble.start();
    double.goOffline();
    const { person, logs } = await startTestChannel({ double });
    person.says('有人吗？');
    await expect
      .poll(() => logs.filter((line) => line.includes('cannot be reached')).length)
      .toBeGreaterThan(2);
    double.goOnline();
    await double.until(() => double.sent().length === 1);
    expect(logs.join('')).toContain('telegram bot is listening');
    expect(logs.join('')).not.toContain('TEST-token');
  });

  test('may be missing at the start for as long as the channel lives', async () => {
    const double = await TelegramDouble.start();
    double.goOffline();
    const { channel } = await startTestChannel({ double });
    await channel.stop();
    expect(await channel.ended).toBeUndefined();
  });

  test('may go away for a while: what was asked meanwhile is answered once', async () => {
    const { double, person, logs, assistant } = await startTestChannel();
    person.says('第1问');
    await double.until(() => double.sent().length === 1);
    double.goOffline();
    await expect
      .poll(() => logs.filter((line) => line.includes('could not be polled')).length)
      .toBeGreaterThan(1);
    person.says('第2问');
    double.goOnline();
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['第1问', '第2问']);
    expect(logs.join('')).toContain('telegram is back');
  });

  test('may lose updates on their way: they come again and are answered once', async () => {
    const { double, person, assistant } = await startTestChannel();
    double.fail({ method: 'getUpdates', drop: 'after' });
    person.says('第1问');
    await double.until(() => double.sent().length === 1);
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked).toHaveLength(2);
  });

  const faults = [
    { title: 'a conflict with another bot process', status: 409, parameters: {} },
    { title: 'a server that is closing', status: 429, parameters: { retry_after: 0 } },
    { title: 'a fault of the server', status: 500, parameters: {} },
  ];
  test.each(faults)('polling outlives $title', async ({ status, parameters }) => {
    const { double, person } = await startTestChannel();
    double.fail({ method: 'getUpdates', status, parameters, times: 3 });
    person.says('第1问');
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
  });

  test('the menu and the webhook may fail without keeping anybody from asking', async () => {
    const double = await TelegramDouble.start();
    double.fail({ method: 'deleteWebhook', status: 500 });
    double.fail({ method: 'setMyCommands', status: 400 });
    const { person, logs } = await startTestChannel({ double });
    person.says('问');
    await double.until(() => double.sent().length === 1);
    expect(double.done('deleteWebhook')).toHaveLength(1);
    expect(logs.join('')).toContain('commands could not be put into the menu');
  });
});

describe('updates', () => {
  test('that come twice are answered once', async () => {
    const { double, person } = await startTestChannel();
    const { update } = person.says('/help');
    await double.until(() => double.sent().length === 1);
    double.deliverAgain(update);
    person.says('问');
    await double.until(() => double.sent().length === 2);
    expect(double.sent()[1]?.text).toContain('孤寡');
  });

  test('of one chat are answered in order while another chat is served meanwhile', async () => {
    const slow: ((answer: Answer) => void)[] = [];
    const { double, person, assistant } = await startTestChannel({
      ask: ({ question }) =>
        question === '慢' ? new Promise((resolve) => slow.push(resolve)) : answerWith({ answer: question }),
    });
    const neighbour = new TestPerson(double, 8);
    person.says('慢');
    person.says('快');
    neighbour.says('别处');
    await double.until(() => double.sent(8).length === 1);
    expect(double.sent(7)).toEqual([]);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['慢', '别处']);
    slow[0]?.(answerWith({ answer: '慢的答完了' }));
    await double.until(() => double.sent(7).length === 2);
    expect(double.sent(7).map(({ text }) => String(text).split('\n')[0])).toEqual(['慢的答完了', '快']);
  });
});

describe('a stop', () => {
  test('finishes what runs, takes nothing new, and tells Telegram what is done', async () => {
    const held: ((answer: Answer) => void)[] = [];
    const { double, channel, person } = await startTestChannel({
      ask: () => new Promise((resolve) => held.push(resolve)),
    });
    const { update } = person.says('第1问');
    await double.until(() => double.done('sendChatAction').length === 1);
    const stopped = channel.stop();
    person.says('第2问');
    setTimeout(() => held[0]?.(answerWith()), 100);
    await stopped;
    expect(double.sent()).toHaveLength(1);
    expect(held).toHaveLength(1);
    expect(double.done('getUpdates').at(-1)).toMatchObject({ offset: update.update_id + 1, limit: 1 });
    expect(await channel.ended).toBeUndefined();
  });

  test('does not wait for ever for an answer that never comes', async () => {
    const { double, channel, person, logs } = await startTestChannel({
      graceMs: 50,
      ask: () => new Promise(() => {}),
    });
    person.says('第1问');
    await double.until(() => double.done('sendChatAction').length === 1);
    await channel.stop();
    expect(logs.join('')).toContain('stopped before all was answered');
  });

  test('cuts off what Telegram makes it wait for', async () => {
    const { double, channel, person, logs } = await startTestChannel({ graceMs: 50 });
    double.fail({ method: 'sendMessage', status: 429, parameters: { retry_after: 60 } });
    person.says('第1问');
    await double.until(() => double.calls.some(({ outcome }) => outcome === 429));
    await channel.stop();
    await expect.poll(() => logs.join('')).toContain('update failed');
  });
});
