import { describe, expect, test } from 'vitest';
import { fakeDesk, sampleRow } from '../../desk/fake-desk.ts';
import type { RowFilter } from '../../desk/row-filter.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { startTestChannel, TEXT, type TestChannel, type TestChannelOptions } from './test-channel.ts';
import type { Payload } from './test-double.ts';
import { buttonsOf, TestPerson } from './test-people.ts';

const WORDING = telegramWording.targets;
const UNDER = { message_id: 500 };

/** A channel over a register of this many rows; `asked` keeps the filters. */
async function register(
  count: number,
  options: TestChannelOptions = {},
): Promise<TestChannel & { readonly asked: RowFilter[] }> {
  const channel = await startTestChannel(options);
  const asked: RowFilter[] = [];
  const rows = Array.from({ length: count }, (_, place) =>
    sampleRow({ town: '义桥镇', measure: `第${place + 1}件事` }),
  );
  channel.assistant.desk = fakeDesk(rows, {
    targets: (filter = {}) => {
      asked.push(filter);
      return rows;
    },
  });
  return { ...channel, asked };
}

async function say({ double, person }: TestChannel, text: string): Promise<Payload> {
  const before = double.sent().length;
  person.says(text);
  await double.until(() => double.sent().length > before);
  return double.sent()[before] as Payload;
}

function labels(message: Payload | undefined): readonly string[] {
  return buttonsOf(message ?? {}).map(({ text }) => text);
}

describe('/targets', () => {
  test('reads everyday words as filters and says how', async () => {
    const channel = await register(1);
    const { text } = await say(channel, '/targets 义桥2023年停车位目标');
    expect(channel.asked).toEqual([{ town: '义桥镇', year: 2023, kind: 'target', measure: '停车位' }]);
    expect(text).toBe(
      [
        '义桥镇 · 2023年 · 目标 · “停车位”，共1条',
        '',
        '[1] 义桥镇2023年目标',
        '第1件事：12家以上（2023年底前）',
        '年内建成12家以上',
        '《食堂开进村里》第2行',
      ].join('\n'),
    );
  });

  test('comes in pages that are turned in place, with 原文 for what is on them', async () => {
    const channel = await register(9);
    const { double, person } = channel;
    const first = await say(channel, '/targets 食堂');
    expect(first.text).toContain(WORDING.heading('“食堂”', 9, 1, 3));
    expect(labels(first)).toEqual(['原文 [1]', '原文 [2]', '原文 [3]', '原文 [4]', '下一页']);
    person.taps('下一页', UNDER);
    await double.until(() => double.done('editMessageText').length === 1);
    const second = double.done('editMessageText')[0];
    expect(second?.text).toContain('第5件事');
    expect(labels(second)).toEqual(['原文 [5]', '原文 [6]', '原文 [7]', '原文 [8]', '上一页', '下一页']);
    person.taps('下一页', UNDER);
    await double.until(() => double.done('editMessageText').length === 2);
    expect(labels(double.done('editMessageText')[1])).toEqual(['原文', '上一页']);
    person.taps('原文', UNDER);
    await double.until(() => double.sent().length === 2);
    expect(double.sent()[1]?.text).toContain(TEXT.slice(0, 5));
  });

  test('keeps a page within one message whatever the documents print', async () => {
    const channel = await startTestChannel();
    const long = '很长的话，'.repeat(1_000);
    channel.assistant.desk = fakeDesk(
      Array.from({ length: 5 }, () => sampleRow({ measure: long, quote: long, title: long })),
    );
    const { text } = await say(channel, '/targets 话');
    expect(String(text).length).toBeLessThan(4_096);
    expect(labels(channel.double.sent()[0])).toContain('下一页');
  });

  test("falls back on the chat's town, and says so", async () => {
    const channel = await register(1);
    await say(channel, '/town 义桥');
    const { text } = await say(channel, '/targets 停车位');
    expect(channel.asked).toEqual([{ town: '义桥镇', measure: '停车位' }]);
    expect(text).toContain('义桥镇 · “停车位”');
  });

  test('a town that the documents do not know has no rows rather than those of others', async () => {
    const channel = await register(3);
    const { text } = await say(channel, '/targets 临浦镇食堂');
    expect(text).toContain(WORDING.unknownTown('临浦镇'));
    expect(text).toContain(WORDING.none);
    expect(channel.asked).toEqual([]);
  });

  test('without words says how, with look-ups to tap', async () => {
    const channel = await register(1);
    const { double, person, asked } = channel;
    const message = await say(channel, '/targets');
    expect(message.text).toBe(WORDING.missing);
    expect(labels(message)).toEqual(['义桥镇 目标', '义桥镇 结果']);
    person.taps('义桥镇 结果', UNDER);
    await double.until(() => double.done('editMessageText').length === 1);
    expect(asked.at(-1)).toEqual({ town: '义桥镇', kind: 'result' });
  });

  test('with nothing in the register says so', async () => {
    const channel = await register(0);
    expect((await say(channel, '/targets')).text).toBe(WORDING.empty);
    expect((await say(channel, '/targets 食堂')).text).toContain(WORDING.none);
  });
});

describe('faults', () => {
  test.each([
    ['rows:AAAAAAAA:0:0', WORDING.expired],
    ['rows:AAAAAAAA:x:0', telegramWording.staleButton],
    ['rows:AAAAAAAA:0:99999', telegramWording.staleButton],
  ])('forged data %s gets a line', async (data, line) => {
    const { double, person } = await register(9);
    person.presses(data);
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(line);
  });

  test('a page behind the last is the last, and another chat has none of it', async () => {
    const channel = await register(9);
    const { double, person } = channel;
    const data = buttonsOf(await say(channel, '/targets 食堂')).at(-1)?.callback_data ?? '';
    new TestPerson(double, 8).presses(data, UNDER);
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(WORDING.expired);
    person.presses(data.replace(/\d$/, '9999'), UNDER);
    await double.until(() => double.done('editMessageText').length === 1);
    expect(double.done('editMessageText')[0]?.text).toContain('第3/3页');
  });

  test('a second tap on the same button changes nothing and costs nothing', async () => {
    const channel = await register(9);
    const { double, person, logs } = channel;
    const data = buttonsOf(await say(channel, '/targets 食堂')).at(-1)?.callback_data ?? '';
    person.presses(data, UNDER);
    person.presses(data, UNDER);
    person.says('完');
    await double.until(() => double.sent().length === 2);
    expect(double.done('editMessageText')).toHaveLength(1);
    expect(double.sent()[1]?.text).toContain('孤寡');
    expect(logs.join('')).not.toContain('update failed');
  });

  test('a message that can no longer be changed gets a new one', async () => {
    const channel = await register(9);
    const { double, person } = channel;
    await say(channel, '/targets 食堂');
    double.fail({
      method: 'editMessageText',
      status: 400,
      description: "Bad Request: message can't be edited",
    });
    person.taps('下一页', UNDER);
    await double.until(() => double.sent().length === 2);
    expect(double.sent()[1]?.text).toContain('第5件事');
  });

  test('a 429 is waited out', async () => {
    const channel = await register(9);
    const { double, person } = channel;
    await say(channel, '/targets 食堂');
    double.fail({ method: 'editMessageText', status: 429, parameters: { retry_after: 1 } });
    person.taps('下一页', UNDER);
    await double.until(() => double.done('editMessageText').length === 1);
  });

  test('who has blocked the bot meanwhile is left in peace', async () => {
    const channel = await register(9);
    const { double, person, logs } = channel;
    await say(channel, '/targets 食堂');
    double.fail({ method: 'editMessageText', status: 403 });
    person.taps('下一页', UNDER);
    await expect.poll(() => logs.join('')).toContain('chat is closed to the bot');
    expect(double.sent()).toHaveLength(1);
  });
});
