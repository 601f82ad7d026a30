import { describe, expect, test } from 'vitest';
import type { CheckedText, TextAbout } from '../../desk/fact-check.ts';
import { fakeDesk, sampleCheck, sampleRow } from '../../desk/fake-desk.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { startTestChannel, type TestChannel, type TestChannelOptions } from './test-channel.ts';
import { buttonsOf } from './test-people.ts';

const WORDING = telegramWording.check;

/** A channel whose desk keeps what it is given to check. */
async function checking(
  check: (text: string) => Promise<CheckedText> = async (text) => sampleCheck(text),
  options: TestChannelOptions = {},
): Promise<TestChannel & { readonly given: { text: string; about: TextAbout | undefined }[] }> {
  const channel = await startTestChannel(options);
  const given: { text: string; about: TextAbout | undefined }[] = [];
  channel.assistant.desk = fakeDesk([sampleRow()], {
    check: (text, about) => {
      given.push({ text, about });
      return check(text);
    },
  });
  return { ...channel, given };
}

describe('/check', () => {
  test('tells figure by figure what the documents say', async () => {
    const { double, person, given } = await checking();
    person.says('/check 示例镇建成12家食堂。');
    await double.until(() => double.sent().length === 1);
    expect(given.map(({ text }) => text)).toEqual(['示例镇建成12家食堂。']);
    expect(double.sent()[0]?.text).toBe(
      [
        '核对了3个数字：有依据1个，不一致1个，没找到1个。',
        '',
        '示例镇建成12家食堂。',
        '✅ 12家 有依据：资料里这是目标，不是已完成的结果',
        '依据：',
        '[1] 示例镇2023年目标 《食堂开进村里》第2行',
        '年内建成12家以上',
        '❌ 12家 与资料不一致：限定词和资料不同，资料写的是“12家以上”；这是示例镇的数字',
        '资料写的是：',
        '[1] 示例镇2023年目标 《食堂开进村里》第2行',
        '年内建成12家以上',
        '❔ 12家 资料里没有找到',
      ].join('\n'),
    );
    expect(buttonsOf(double.sent()[0] ?? {}).map(({ text }) => text)).toEqual(['原文']);
    person.taps('原文');
    await double.until(() => double.sent().length === 2);
    expect(double.sent()[1]?.text).toContain('第2行');
  });

  test("takes what it replies to, and of that the part that was marked; the chat's town counts", async () => {
    const { double, person, given, assistant } = await checking();
    const repliedTo = { message_id: 1, from: { id: 9, is_bot: false }, text: '全文：12家。' };
    person.says('/town 义桥');
    person.says('/check', { reply_to_message: repliedTo });
    person.says('/check', { reply_to_message: repliedTo, quote: { text: '12家', position: 3 } });
    person.says('/check', { reply_to_message: { ...repliedTo, text: undefined, caption: '图：3家' } });
    person.says('/check 自己的话5家', { reply_to_message: repliedTo });
    await double.until(() => double.sent().length === 5);
    expect(given.map(({ text }) => text)).toEqual(['全文：12家。', '12家', '图：3家', '自己的话5家']);
    expect(given[0]?.about).toEqual({ town: '义桥镇' });
    expect(assistant.asked).toEqual([]);
  });

  test.each(['/check', '/check  '])('%s alone says how', async (said) => {
    const { double, person, given } = await checking();
    person.says(said);
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(WORDING.missing);
    expect(given).toEqual([]);
  });

  test('says so when there is no figure in the text', async () => {
    const none: CheckedText = {
      sentences: [{ text: '没有数字。', start: 0, end: 5, verdict: 'no_figures', figures: [] }],
      counts: { supported: 0, contradicted: 0, not_found: 0 },
      cut: false,
    };
    const { double, person } = await checking(async () => none);
    person.says('/check 没有数字。');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe('没有找到可以核对的数字。');
  });

  test('with very many figures shows thirty and counts the rest, each message within the limit', async () => {
    const [sentence] = sampleCheck('一句话。', sampleRow({ quote: '很长的话，'.repeat(40) })).sentences;
    const many: CheckedText = {
      sentences: Array.from({ length: 40 }, () => sentence!),
      counts: { supported: 40, contradicted: 40, not_found: 40 },
      cut: true,
    };
    const { double, person } = await checking(async () => many);
    person.says('/check 很多。');
    await double.until(() => double.sent().some(({ text }) => String(text).includes(WORDING.unlisted(90))));
    const words = double.sent().map(({ text }) => String(text));
    expect(words.length).toBeGreaterThan(1);
    expect(words.join('').split('✅')).toHaveLength(11);
    expect(words[0]).toContain('只核对了前5000个字');
  });
});

describe('faults', () => {
  test('a check that takes too long is given up with a sentence', async () => {
    const { double, person } = await checking(() => new Promise(() => {}), {
      limits: { answerTimeoutMs: 50 },
    });
    person.says('/check 12家');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(WORDING.tookTooLong);
  });

  test('a check that fails costs a sentence, and the log no words', async () => {
    const { double, person, logs } = await checking(async (text) => {
      throw new TypeError(`cannot read ${text}`);
    });
    person.says('/check 我的秘密12家');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.failed);
    expect(logs.join('')).not.toContain('秘密');
  });

  test('a 429 is waited out', async () => {
    const { double, person } = await checking();
    double.fail({ method: 'sendMessage', status: 429, parameters: { retry_after: 1 } });
    person.says('/check 12家');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toContain('核对了3个数字');
  });

  test('who has blocked the bot meanwhile is left in peace', async () => {
    const { double, person, logs } = await checking();
    double.fail({ method: 'sendMessage', status: 403 });
    person.says('/check 12家');
    await expect.poll(() => logs.join('')).toContain('chat is closed to the bot');
    expect(double.sent()).toEqual([]);
  });
});
