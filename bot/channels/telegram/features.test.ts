import { describe, expect, test } from 'vitest';
import { telegramWording } from '../../wording/telegram.ts';
import { COMMANDS } from './commands.ts';
import { answerWith, CITATION, DOCUMENT, startTestChannel, TEXT } from './test-channel.ts';
import type { Payload } from './test-double.ts';
import { buttonsOf, TestPerson } from './test-people.ts';

/** The words that one entity of a message covers. */
function covered(message: Payload, type: string): readonly string[] {
  const entities = (message.entities ?? []) as { type: string; offset: number; length: number }[];
  return entities
    .filter((entity) => entity.type === type)
    .map((entity) => String(message.text).slice(entity.offset, entity.offset + entity.length));
}

describe('commands', () => {
  test('the menu gets every command with a Chinese description', async () => {
    const { double } = await startTestChannel();
    await double.until(() => double.done('setMyCommands').length === 2);
    const commands = double.done('setMyCommands')[0]?.commands as { command: string; description: string }[];
    expect(double.done('setMyCommands').map(({ scope }) => scope)).toEqual([
      { type: 'all_private_chats' },
      { type: 'all_group_chats' },
    ]);
    expect(commands.map(({ command }) => command)).toEqual([
      'start',
      'help',
      'source',
      'town',
      'targets',
      'check',
      'feedback',
      'privacy',
    ]);
    for (const { description } of commands) expect(description).toMatch(/^\p{Script=Han}/u);
  });

  const cases: readonly { command: string; says: readonly string[] }[] = [
    { command: '/start', says: [telegramWording.start.greeting, telegramWording.start.body, '/help'] },
    {
      command: '/help',
      says: [...telegramWording.help.lines, ...COMMANDS.map(({ command }) => `/${command} `)],
    },
    { command: '/source', says: ['一共1份', '1. 《义桥镇报2023年版面》义桥镇 · 2023年', '2025-03-01'] },
    { command: '/privacy', says: ['最近10条', '30分钟', '24小时', '180天', '一直留着', '日志'] },
    { command: '/nonsense', says: [telegramWording.unknownCommand] },
  ];
  test.each(cases)('$command is answered', async ({ command, says }) => {
    const { double, person, assistant } = await startTestChannel();
    person.says(command);
    await double.until(() => double.sent().length === 1);
    for (const words of says) expect(double.sent()[0]?.text).toContain(words);
    expect(assistant.asked).toEqual([]);
  });

  test('/privacy says so when questions go to a language model, and only then', async () => {
    for (const languageModel of [true, false]) {
      const { double, person } = await startTestChannel({ languageModel });
      person.says('/privacy');
      await double.until(() => double.sent().length === 1);
      expect(String(double.sent()[0]?.text).includes(telegramWording.privacy.languageModel)).toBe(
        languageModel,
      );
    }
  });

  test('/source names at most sixty documents and says how many it leaves out', async () => {
    const { double, person, assistant } = await startTestChannel();
    assistant.listed = Array.from({ length: 63 }, (_, place) => ({ ...DOCUMENT, title: `第${place + 1}期` }));
    person.says('/source');
    await double.until(() => double.sent().length > 0);
    expect(double.sent()[0]?.text).toContain('《第60期》');
    expect(double.sent()[0]?.text).not.toContain('《第61期》');
    expect(double.sent()[0]?.text).toContain(telegramWording.source.unlisted(3));
  });

  test('/start offers first questions, and a tap asks one', async () => {
    const { double, person, assistant } = await startTestChannel();
    person.says('/start');
    await double.until(() => double.sent().length === 1);
    person.taps('谁能送餐上门？');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['谁能送餐上门？']);
    expect(double.sent()[1]?.text).toMatch(/^问：谁能送餐上门？\n\n孤寡/);
    expect(double.done('answerCallbackQuery')).toHaveLength(1);
  });
});

describe('a question', () => {
  test('is answered with title, town, period, quote and notes in the text', async () => {
    const { double, person } = await startTestChannel();
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    const message = double.sent()[0] as Payload;
    expect(message.text).toBe(
      [
        '孤寡、独居、高龄老人可以送餐上门[1]。',
        '',
        '出处',
        '《老年食堂开张》义桥镇 · 2023年',
        '[1] 可以为孤寡、独居、高龄老人送餐上门',
        '',
        '说明',
        '· 信息截至2023年',
      ].join('\n'),
    );
    expect(covered(message, 'bold')).toEqual(['出处', '说明']);
    expect(covered(message, 'blockquote')).toEqual(['[1] 可以为孤寡、独居、高龄老人送餐上门']);
    expect(buttonsOf(message).map(({ text }) => text)).toEqual(['原文', '老年食堂有几家？', '👍', '👎']);
    expect(message.parse_mode).toBeUndefined();
  });

  test('shows the typing action before its answer', async () => {
    const { double, person } = await startTestChannel();
    double.fail({ method: 'sendChatAction', delayMs: 100 });
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    const order = double.calls.map(({ method }) => method).filter((method) => method.startsWith('send'));
    expect(order).toEqual(['sendChatAction', 'sendMessage']);
  });

  test('keeps markup of any kind as the characters it is', async () => {
    const markup = '<b>*粗*</b> _斜_ [链接](http://a) &amp; `码`';
    const { double, person } = await startTestChannel({
      ask: () => answerWith({ answer: markup, citations: [] }),
    });
    person.says('<script>');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toContain(markup);
  });

  test('has what was said before with it, up to ten turns', async () => {
    const { double, person, assistant } = await startTestChannel();
    for (let round = 1; round <= 7; round += 1) {
      person.says(`第${round}问`);
      await double.until(() => double.sent().length === round);
    }
    expect(assistant.asked[0]?.history).toEqual([]);
    expect(assistant.asked[1]?.history).toEqual([
      { role: 'user', text: '第1问' },
      { role: 'assistant', text: '孤寡、独居、高龄老人可以送餐上门[1]。' },
    ]);
    expect(assistant.asked[6]?.history).toHaveLength(10);
    expect(assistant.asked[6]?.history?.[0]).toEqual({ role: 'user', text: '第2问' });
  });

  test('starts anew after half an hour, and after /start', async () => {
    let now = new Date('2025-03-01T08:00:00Z');
    const { double, person, assistant } = await startTestChannel({ clock: () => now });
    const say = async (text: string): Promise<void> => {
      const before = double.sent().length;
      person.says(text);
      await double.until(() => double.sent().length > before);
    };
    await say('第1问');
    now = new Date('2025-03-01T08:31:00Z');
    await say('第2问');
    await say('第3问');
    await say('/start');
    await say('第4问');
    expect(assistant.asked.map(({ history }) => history?.length)).toEqual([0, 0, 2, 0]);
  });

  test('that was blocked is not remembered', async () => {
    const blocked = answerWith({ status: 'blocked', reason: 'personal_data', answer: '请不要发身份证号。' });
    const { double, person, assistant } = await startTestChannel({ ask: () => blocked });
    person.says('我的身份证是……');
    await double.until(() => double.sent().length === 1);
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked[1]?.history).toEqual([]);
  });

  test('that was edited is answered anew, as a reply; an edit without a changed word is not', async () => {
    const { double, person, assistant } = await startTestChannel();
    const { messageId } = person.says('老年时堂有几家？');
    await double.until(() => double.sent().length === 1);
    person.edits(messageId, '老年时堂有几家？');
    person.edits(messageId, '老年食堂有几家？');
    person.edits(messageId, '/help');
    await double.until(() => double.sent().length === 3);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['老年时堂有几家？', '老年食堂有几家？']);
    expect(double.sent()[1]?.text).toContain(telegramWording.answer.edited);
    expect(double.sent()[1]?.reply_parameters).toMatchObject({ message_id: messageId });
    expect(double.sent()[2]?.text).toBe(telegramWording.editedCommand);
  });
});

describe('buttons', () => {
  test('原文 shows the quote, in bold, among what stands around it', async () => {
    const { double, person } = await startTestChannel();
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    person.taps('原文');
    await double.until(() => double.sent().length === 2);
    const message = double.sent()[1] as Payload;
    expect(message.text).toContain(TEXT);
    expect(message.text).toContain('page.txt · 第3行');
    expect(covered(message, 'bold')).toContain(CITATION.quote);
  });

  test('原文 says so when the document is gone', async () => {
    const { double, person, assistant } = await startTestChannel();
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    assistant.listed = [];
    person.taps('原文');
    await double.until(() => double.done('answerCallbackQuery').length === 1);
    expect(double.done('answerCallbackQuery')[0]?.text).toBe(telegramWording.passage.gone);
  });

  test('a suggested question goes on with the conversation', async () => {
    const { double, person, assistant } = await startTestChannel();
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    person.taps('老年食堂有几家？');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked[1]).toMatchObject({ question: '老年食堂有几家？' });
    expect(assistant.asked[1]?.history).toHaveLength(2);
  });

  test('work in their own chat only, and not after a day', async () => {
    let now = new Date('2025-03-01T08:00:00Z');
    const { double, person, assistant } = await startTestChannel({ clock: () => now });
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    const data = buttonsOf(double.sent()[0] as Payload).map(({ callback_data }) => callback_data);
    const stranger = new TestPerson(double, 8);
    for (const forged of [
      ...data.slice(0, 2),
      'ask:AAAAAAAA:0',
      'ask:__proto__:0',
      'passage:x',
      '',
      '问'.repeat(20),
    ]) {
      stranger.presses(forged);
    }
    person.presses(data[1]?.replace(/0$/, '99') ?? '');
    await double.until(() => double.done('answerCallbackQuery').length === 8);
    now = new Date('2025-03-02T08:00:01Z');
    person.presses(data[1] ?? '');
    await double.until(() => double.done('answerCallbackQuery').length === 9);
    expect(new Set(double.done('answerCallbackQuery').map(({ text }) => text))).toEqual(
      new Set([telegramWording.staleButton]),
    );
    expect(assistant.asked).toHaveLength(1);
    expect(double.sent()).toHaveLength(1);
  });
});

describe('what is not a question', () => {
  const cases: readonly { kind: string; content: Payload }[] = [
    { kind: 'a picture with a caption', content: { photo: [], caption: '这是什么' } },
    { kind: 'a voice message', content: { voice: {} } },
    { kind: 'a sticker', content: { sticker: {} } },
    { kind: 'a place', content: { location: {} } },
    { kind: 'a card', content: { contact: {} } },
  ];
  test.each(cases)('$kind gets a friendly line', async ({ content }) => {
    const { double, person, assistant } = await startTestChannel();
    person.sends(content);
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.notText);
    expect(assistant.asked).toEqual([]);
  });

  test('an album gets one line, and what Telegram itself writes gets none', async () => {
    const { double, person } = await startTestChannel();
    person.sends({ photo: [], media_group_id: 'a' });
    person.sends({ photo: [], media_group_id: 'a' });
    person.sends({ pinned_message: {} });
    person.says('问一句');
    await double.until(() => double.sent().length === 2);
    expect(double.sent().map(({ text }) => text)).toEqual([
      telegramWording.notText,
      expect.stringContaining('孤寡'),
    ]);
  });

  test('a person who blocks the bot gets nothing and is forgotten', async () => {
    const { double, person, assistant, logs } = await startTestChannel();
    person.says('第1问');
    await double.until(() => double.sent().length === 1);
    person.changesMembership('member', 'kicked');
    person.changesMembership('kicked', 'member');
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked[1]?.history).toEqual([]);
    expect(logs.join('')).toContain('chat is closed to the bot');
  });
});
