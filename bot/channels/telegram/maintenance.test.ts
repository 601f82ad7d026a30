import { describe, expect, test } from 'vitest';
import type { IngestReport } from '../../../retrieval/indexes/ingest.ts';
import { createTally } from '../../conversations/tally.ts';
import { createLogger } from '../../logger.ts';
import { telegramWording } from '../../wording/telegram.ts';
import type { Maintenance, Reloaded } from './maintenance.ts';
import { startTestChannel, type TestChannel, testMaintenance } from './test-channel.ts';
import { TestPerson } from './test-people.ts';
import { createTestStore } from './test-store.ts';

const silent = createLogger({ level: 'silent' });

/** A channel that person 7 maintains. */
async function maintained(different: Partial<Maintenance> = {}): Promise<TestChannel> {
  const store = createTestStore();
  return startTestChannel({
    store,
    maintenance: testMaintenance(store, { maintainers: [7], ...different }),
  });
}

async function say({ double, person }: TestChannel, text: string): Promise<string> {
  const before = double.sent(person.id).length;
  person.says(text);
  await double.until(() => double.sent(person.id).length > before);
  return String(double.sent(person.id)[before]?.text);
}

const REPORT: IngestReport = {
  documents: 5,
  articles: 9,
  rows: 0,
  sentences: 90,
  passages: 40,
  questions: 0,
  added: ['a.txt', 'b.txt'],
  changed: ['c.txt'],
  removed: [],
  unchanged: [],
  problems: [],
};

describe('for maintainers', () => {
  test('/stats counts questions by channel, status and day, feedback by reason, and tells of index and memory', async () => {
    const store = createTestStore();
    const clock = () => new Date();
    const tally = createTally({ store, clock, logger: silent });
    const channel = await startTestChannel({
      store,
      maintenance: testMaintenance(store, { maintainers: [7], tally }),
    });
    tally.count('web', 'answered');
    tally.count('web', 'refused');
    tally.count('telegram', 'answered');
    const given = { channel: 'web', person: 'p', comment: null, question: null, answer: null } as const;
    store.addFeedback({ ...given, verdict: 'good', reason: null });
    store.addFeedback({ ...given, verdict: 'bad', reason: 'outdated' });
    store.addFeedback({ ...given, verdict: null, reason: null, comment: '我的秘密' });
    const { day } = tally.ofDay(0);
    const text = await say(channel, '/stats');
    for (const line of [
      '网页：答出1，没答上1',
      `${day} Telegram：答出1`,
      '👍1，👎1，留言1',
      '· 过时1',
      '索引：1段',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toMatch(/内存：\d+ MB/);
    expect(text).not.toContain('秘密');
  });

  test('/stats says so where there is nothing yet', async () => {
    const text = await say(await maintained(), '/stats');
    expect(text.split(telegramWording.stats.nothing)).toHaveLength(4);
  });

  test('/gaps lists what was asked most and not answered, masked', async () => {
    const channel = await maintained();
    const { store } = channel;
    expect(await say(channel, '/gaps')).toBe(telegramWording.gaps.none);
    const given = { channel: 'web', reason: 'not_in_documents', answer: '没有' } as const;
    store.addUnanswered({ ...given, person: 'a', question: '电影院在哪里？' });
    store.addUnanswered({ ...given, person: 'a', question: '13812345678是谁的' });
    store.addUnanswered({ ...given, person: 'b', question: '请问电影院在哪里' });
    const text = await say(channel, '/gaps');
    expect(text).toMatch(
      /没答上的问题，一共2种\n1\. 请问电影院在哪里（2次，2人，资料没写，最近\d{4}-\d\d-\d\d）\n2\. /,
    );
    expect(text).not.toContain('13812345678');
  });

  const outcomes: readonly { outcome: Reloaded; line: string }[] = [
    { outcome: { kind: 'unchanged', report: REPORT }, line: telegramWording.reload.unchanged(5) },
    {
      outcome: { kind: 'replaced', report: REPORT },
      line: '换好了：新增2份，改动1份，去掉0份；现在一共5份、40段，发现问题0处。',
    },
    {
      outcome: { kind: 'failed', reason: 'manifest_invalid', message: 'manifest.yaml\nis broken' },
      line: '没有换成，旧的照常用：manifest.yaml is broken',
    },
  ];
  test.each(outcomes)('/reload says in one line that it is $outcome.kind', async ({ outcome, line }) => {
    const channel = await maintained({ reload: async () => outcome });
    expect(await say(channel, '/reload')).toBe(line);
  });

  test('the menu of their own chat has these commands, and only theirs', async () => {
    const { double } = await maintained();
    await double.until(() => double.done('setMyCommands').length === 3);
    const commandsIn = (type: string) =>
      double
        .done('setMyCommands')
        .filter(({ scope }) => (scope as { type: string }).type === type)
        .flatMap(({ commands }) => (commands as { command: string }[]).map(({ command }) => command));
    expect(double.done('setMyCommands').map(({ scope }) => scope)).toContainEqual({
      type: 'chat',
      chat_id: 7,
    });
    expect(commandsIn('chat')).toEqual(expect.arrayContaining(['help', 'stats', 'gaps', 'reload']));
    for (const everybody of ['all_private_chats', 'all_group_chats']) {
      expect(commandsIn(everybody)).toContain('help');
      expect(commandsIn(everybody)).not.toContain('stats');
    }
  });
});

describe('for everybody else', () => {
  test.each(['/stats', '/gaps', '/reload'])('%s is an unknown command without a hint', async (command) => {
    let reloads = 0;
    const { double } = await maintained({
      reload: async () => {
        reloads += 1;
        return { kind: 'unchanged', report: REPORT };
      },
    });
    new TestPerson(double, 8).says(command);
    // A maintainer in a group is not alone.
    new TestPerson(double, 7, -100).says(`${command}@wenqiao_bot`);
    await double.until(() => double.sent(8).length === 1 && double.sent(-100).length === 1);
    for (const chat of [8, -100]) expect(double.sent(chat)[0]?.text).toBe(telegramWording.unknownCommand);
    expect(reloads).toBe(0);
    new TestPerson(double, 8).says('/help');
    await double.until(() => double.sent(8).length === 2);
    expect(double.sent(8)[1]?.text).not.toContain(command);
  });
});

test('a maintainer who is gone costs nothing', async () => {
  const { double, person, logs } = await maintained();
  double.fail({ method: 'sendMessage', status: 403 });
  person.says('/stats');
  await expect.poll(() => logs.join('')).toContain('chat is closed to the bot');
  expect(double.sent()).toEqual([]);
});
