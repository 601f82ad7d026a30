import { describe, expect, test } from 'vitest';
import { telegramWording } from '../../wording/telegram.ts';
import { startTestChannel } from './test-channel.ts';
import type { Payload, TelegramDouble } from './test-double.ts';
import { TestPerson } from './test-people.ts';

const GROUP = -100;
const me = { id: 4242, is_bot: true, first_name: '问桥', username: 'wenqiao_bot' };

function member(double: TelegramDouble, id = 7): TestPerson {
  return new TestPerson(double, id, GROUP);
}

describe('in a group', () => {
  const cases: readonly { title: string; text: string; more?: Payload; asks: string | undefined }[] = [
    { title: 'a mention is answered', text: '@wenqiao_bot 食堂有几家', asks: '食堂有几家' },
    {
      title: 'a mention in the middle leaves the words around it',
      text: '食堂 @wenqiao_bot 有几家',
      asks: '食堂 有几家',
    },
    { title: 'the comma after a mention goes with it', text: '@wenqiao_bot，食堂有几家', asks: '食堂有几家' },
    { title: 'a mention in other letters is answered', text: '@WenQiao_Bot 食堂有几家', asks: '食堂有几家' },
    {
      title: 'a mention by name is answered',
      text: '问桥 食堂有几家',
      more: { entities: [{ type: 'text_mention', offset: 0, length: 2, user: me }] },
      asks: '食堂有几家',
    },
    {
      title: 'a reply to the bot is answered',
      text: '那瓜沥呢',
      more: { reply_to_message: { message_id: 1, from: me, text: '……' } },
      asks: '那瓜沥呢',
    },
    { title: 'talk among people is left alone', text: '今天食堂吃什么', asks: undefined },
    { title: 'a mention of somebody else is left alone', text: '@wenqiao_bots 你好', asks: undefined },
    {
      title: 'a reply to somebody else is left alone',
      text: '我也想知道',
      more: { reply_to_message: { message_id: 1, from: { id: 8, is_bot: false }, text: '……' } },
      asks: undefined,
    },
    {
      title: 'a message in a topic that the bot opened is not a reply to it',
      text: '大家好',
      more: {
        is_topic_message: true,
        message_thread_id: 5,
        reply_to_message: { message_id: 5, from: me, forum_topic_created: { name: '闲聊' } },
      },
      asks: undefined,
    },
    {
      title: 'another bot is left alone',
      text: '@wenqiao_bot 食堂有几家',
      more: { from: { id: 9, is_bot: true, first_name: '别的机器人' } },
      asks: undefined,
    },
    {
      title: 'an admin who speaks as the group is answered',
      text: '@wenqiao_bot 食堂有几家',
      more: { from: { id: 1087968824, is_bot: true }, sender_chat: { id: GROUP, type: 'supergroup' } },
      asks: '食堂有几家',
    },
    {
      title: "a channel's post that Telegram forwards is left alone",
      text: '@wenqiao_bot 食堂有几家',
      more: { sender_chat: { id: -200, type: 'channel' }, is_automatic_forward: true },
      asks: undefined,
    },
  ];
  test.each(cases)('$title', async ({ text, more, asks }) => {
    const { double, assistant, person } = await startTestChannel();
    member(double).says(text, more);
    // Somebody else's question comes after it, so that silence is seen without waiting for it.
    person.says('完');
    await double.until(
      () => double.sent(person.id).length === 1 && double.sent(GROUP).length === (asks ? 1 : 0),
    );
    expect(assistant.asked.map(({ question }) => question)).toEqual(asks ? [asks, '完'] : ['完']);
  });

  const commands: readonly { text: string; answered: boolean }[] = [
    { text: '/help@wenqiao_bot', answered: true },
    { text: '/help', answered: true },
    { text: '/other@wenqiao_bot', answered: true },
    { text: '/help@another_bot', answered: false },
    { text: '/other', answered: false },
  ];
  test.each(commands)('the command $text is answered: $answered', async ({ text, answered }) => {
    const { double, person } = await startTestChannel();
    member(double).says(text);
    person.says('完');
    await double.until(() => double.sent(person.id).length === 1);
    await double.until(() => double.sent(GROUP).length === (answered ? 1 : 0));
  });

  test('the answer is a reply and stays in its topic, the typing action too', async () => {
    const { double } = await startTestChannel();
    const { messageId } = member(double).says('@wenqiao_bot 食堂有几家', {
      is_topic_message: true,
      message_thread_id: 5,
    });
    await double.until(() => double.sent(GROUP).length === 1);
    expect(double.sent(GROUP)[0]).toMatchObject({
      message_thread_id: 5,
      reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
    });
    expect(double.done('sendChatAction')[0]).toMatchObject({ message_thread_id: 5 });
  });

  test('a thread of replies outside a forum is not taken for a topic', async () => {
    const { double } = await startTestChannel();
    member(double).says('@wenqiao_bot 食堂有几家', { message_thread_id: 5 });
    await double.until(() => double.sent(GROUP).length === 1);
    expect(double.sent(GROUP)[0]).not.toHaveProperty('message_thread_id');
  });

  test('a mention without words is asked back, with questions to tap', async () => {
    const { double, assistant } = await startTestChannel();
    member(double).says('@wenqiao_bot');
    await double.until(() => double.sent(GROUP).length === 1);
    expect(double.sent(GROUP)[0]?.text).toBe(telegramWording.emptyQuestion);
    member(double).taps('谁能送餐上门？');
    await double.until(() => double.sent(GROUP).length === 2);
    expect(assistant.asked).toHaveLength(1);
  });

  test('two people have a conversation each', async () => {
    const { double, assistant } = await startTestChannel();
    member(double, 7).says('@wenqiao_bot 第1问');
    member(double, 8).says('@wenqiao_bot 第2问');
    member(double, 7).says('@wenqiao_bot 第3问');
    await double.until(() => double.sent(GROUP).length === 3);
    expect(assistant.asked.map(({ history }) => history?.map(({ text }) => text)[0])).toEqual([
      undefined,
      undefined,
      '第1问',
    ]);
  });

  test('the bot says how to ask when it is taken in, and nothing when it is thrown out', async () => {
    const { double } = await startTestChannel();
    member(double).changesMembership('left', 'member');
    member(double).changesMembership('member', 'administrator');
    member(double).changesMembership('administrator', 'left');
    member(double).says('@wenqiao_bot 完');
    await double.until(() => double.sent(GROUP).length === 2);
    expect(double.sent(GROUP)[0]?.text).toBe(telegramWording.group.greeting('wenqiao_bot'));
  });
});
