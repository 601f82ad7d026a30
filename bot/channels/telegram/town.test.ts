import { describe, expect, test } from 'vitest';
import { telegramWording } from '../../wording/telegram.ts';
import { DOCUMENT, startTestChannel, type TestChannel } from './test-channel.ts';
import { buttonsOf, TestPerson } from './test-people.ts';

const WORDING = telegramWording.town;
const UNDER = { message_id: 500 };

/** A channel over documents of two towns. */
async function twoTowns(options = {}): Promise<TestChannel> {
  const channel = await startTestChannel(options);
  channel.assistant.listed = [DOCUMENT, { ...DOCUMENT, name: 'other.txt', town: '瓜沥镇' }, DOCUMENT];
  return channel;
}

async function say({ double, person }: TestChannel, text: string): Promise<string> {
  const before = double.sent().length;
  person.says(text);
  await double.until(() => double.sent().length > before);
  return String(double.sent()[before]?.text);
}

describe('/town', () => {
  test('shows the towns of the documents, and one tap sets one', async () => {
    const channel = await twoTowns();
    const { double, person, assistant } = channel;
    expect(await say(channel, '/town')).toBe(WORDING.choose(undefined));
    expect(buttonsOf(double.sent()[0] ?? {}).map(({ text }) => text)).toEqual(['义桥镇', '瓜沥镇', '不限 ✓']);
    person.taps('瓜沥镇', UNDER);
    await double.until(() => double.done('editMessageReplyMarkup').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(WORDING.set('瓜沥镇'));
    expect(buttonsOf(double.shown(7).at(-1) ?? {}).map(({ text }) => text)).toContain('瓜沥镇 ✓');
    expect(await say(channel, '食堂有几家？')).toContain(WORDING.applied('瓜沥镇'));
    expect(assistant.asked[0]).toMatchObject({ town: '瓜沥镇' });
    person.taps('不限', UNDER);
    await double.until(() => double.done('editMessageReplyMarkup').length === 2);
    expect(await say(channel, '食堂有几家？')).not.toContain(WORDING.applied('瓜沥镇'));
    expect(assistant.asked[1]).not.toHaveProperty('town');
  });

  const cases: readonly { said: string; reply: string; town?: string }[] = [
    { said: '/town 瓜沥镇', reply: WORDING.set('瓜沥镇'), town: '瓜沥镇' },
    { said: '/town 瓜沥', reply: WORDING.set('瓜沥镇'), town: '瓜沥镇' },
    { said: '/town 不限', reply: WORDING.any },
    { said: '/town 临浦镇', reply: WORDING.unknown },
    { said: '/town 义桥和瓜沥', reply: WORDING.unknown },
  ];
  test.each(cases)('$said', async ({ said, reply, town }) => {
    const channel = await twoTowns();
    expect(await say(channel, said)).toBe(reply);
    await say(channel, '食堂有几家？');
    expect(channel.assistant.asked[0]?.town).toBe(town);
  });

  test('a question that names a town itself is left alone, and what follows it too', async () => {
    const channel = await twoTowns();
    await say(channel, '/town 瓜沥');
    for (const text of ['义桥食堂有几家？', '2023年呢？', '停车位呢？']) await say(channel, text);
    expect(channel.assistant.asked.map(({ town }) => town)).toEqual([undefined, undefined, '瓜沥镇']);
  });

  test('is for its own chat, and outlives a restart', async () => {
    const first = await twoTowns();
    await say(first, '/town 瓜沥');
    await first.channel.stop();
    const second = await twoTowns({ double: first.double, store: first.store });
    await say(second, '食堂有几家？');
    new TestPerson(first.double, 8).says('食堂有几家？');
    await first.double.until(() => first.double.sent(8).length === 1);
    expect(second.assistant.asked.map(({ town }) => town)).toEqual(['瓜沥镇', undefined]);
  });

  test('a town that the documents know no longer narrows nothing', async () => {
    const channel = await twoTowns();
    await say(channel, '/town 瓜沥');
    channel.assistant.listed = [DOCUMENT];
    await say(channel, '食堂有几家？');
    expect(channel.assistant.asked[0]?.town).toBeUndefined();
  });

  test('who has blocked the bot meanwhile is left in peace', async () => {
    const { double, person, logs } = await twoTowns();
    double.fail({ method: 'sendMessage', status: 403 });
    person.says('/town');
    await expect.poll(() => logs.join('')).toContain('chat is closed to the bot');
    person.says('/town');
    await double.until(() => double.sent().length === 1);
    double.fail({ method: 'editMessageReplyMarkup', status: 403 });
    person.taps('瓜沥镇', UNDER);
    await expect.poll(() => logs.filter((line) => line.includes('chat is closed')).length).toBe(2);
    expect(double.sent()).toHaveLength(1);
  });

  test('without documents there is nothing to choose', async () => {
    const channel = await startTestChannel();
    channel.assistant.listed = [];
    expect(await say(channel, '/town')).toBe(WORDING.none);
  });

  test('a name of any length has a button, and forged data sets nothing', async () => {
    const channel = await twoTowns();
    const { double, person, assistant } = channel;
    const long = `${'长'.repeat(60)}镇`;
    assistant.listed = [{ ...DOCUMENT, town: long }];
    await say(channel, '/town');
    expect(buttonsOf(double.sent()[0] ?? {})).toHaveLength(2);
    person.presses('town:AAAAAAAAAAAA', UNDER);
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(WORDING.gone);
    await say(channel, '食堂有几家？');
    expect(assistant.asked[0]?.town).toBeUndefined();
  });
});
