import { describe, expect, test } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { createMetrics } from '../../metrics/metrics.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerWith, startTestChannel } from './test-channel.ts';
import { TestPerson } from './test-people.ts';

/** An assistant that answers when it is told to. */
function heldAnswers() {
  const held: ((answer: Answer) => void)[] = [];
  return {
    ask: () => new Promise<Answer>((resolve) => held.push(resolve)),
    release: () => {
      for (const resolve of held.splice(0)) resolve(answerWith());
    },
    get count() {
      return held.length;
    },
  };
}

describe('limits', () => {
  test('a person who asks too fast is told once how long to wait, and is answered after that', async () => {
    let now = new Date('2025-03-01T08:00:00Z');
    const metrics = createMetrics();
    const { double, person, assistant } = await startTestChannel({
      clock: () => now,
      metrics,
      limits: { personBurst: 2, personPerMinute: 12 },
    });
    for (const text of ['第1问', '第2问', '第3问', '第4问']) person.says(text);
    await double.until(() => double.sent().length === 3);
    expect(double.sent().map(({ text }) => text)).toContain(telegramWording.tooFast(5));
    const someoneElse = new TestPerson(double, 8);
    someoneElse.says('第5问');
    await double.until(() => double.sent(8).length === 1);
    now = new Date('2025-03-01T08:00:05Z');
    person.says('第6问');
    await double.until(() => double.sent().length === 5);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['第1问', '第2问', '第5问', '第6问']);
    expect(metrics.read()).toContain('wenqiao_turned_away_total{channel="telegram",limit="rate"} 2\n');
    expect(metrics.read()).toContain('{channel="telegram",status="answered",reason="none"} 4\n');
  });

  test('a button pressed too fast always gets its box', async () => {
    const { double, person } = await startTestChannel({ limits: { personBurst: 1, personPerMinute: 1 } });
    person.says('第1问');
    await double.until(() => double.sent().length === 1);
    person.taps('原文');
    person.taps('原文');
    await double.until(() => double.done('answerCallbackQuery').length === 2);
    for (const box of double.done('answerCallbackQuery')) expect(box.text).toBe(telegramWording.tooFast(60));
  });

  test('a group has a limit of its own, whoever asks in it', async () => {
    const { double, assistant } = await startTestChannel({ limits: { groupBurst: 2, groupPerMinute: 6 } });
    for (const id of [1, 2, 3, 4]) new TestPerson(double, id, -100).says(`@wenqiao_bot 第${id}问`);
    await double.until(() => double.sent(-100).length === 3);
    expect(double.sent(-100).map(({ text }) => text)).toContain(telegramWording.tooFastInGroup(10));
    expect(assistant.asked).toHaveLength(2);
  });

  test('a full queue in one chat turns the next question away at once, and it has room again later', async () => {
    const held = heldAnswers();
    const { double, person } = await startTestChannel({ ask: held.ask, limits: { mostWaitingPerChat: 2 } });
    for (const text of ['第1问', '第2问', '第3问']) person.says(text);
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toBe(telegramWording.chatQueueFull(2));
    held.release();
    await double.until(() => held.count === 1);
    held.release();
    await double.until(() => double.sent().length === 3);
    person.says('第4问');
    await double.until(() => held.count === 1);
    held.release();
    await double.until(() => double.sent().length === 4);
  });

  test('a full queue in all chats turns the next person away at once', async () => {
    const held = heldAnswers();
    const metrics = createMetrics();
    const { double } = await startTestChannel({ ask: held.ask, limits: { mostWaiting: 3 }, metrics });
    for (const id of [1, 2, 3, 4]) new TestPerson(double, id).says('问');
    await double.until(() => double.sent(4).length === 1);
    expect(double.sent(4)[0]?.text).toBe(telegramWording.queueFull);
    expect(metrics.read()).toContain('wenqiao_turned_away_total{channel="telegram",limit="queue"} 1\n');
    expect(metrics.read()).toContain('wenqiao_waiting_questions{channel="telegram"} 3\n');
    held.release();
    await double.until(() => [1, 2, 3].every((id) => double.sent(id).length === 1));
  });
});
