import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { fakeStore } from './fake-store.ts';
import { openStore } from './open-store.ts';
import type { Feedback, Store, Unanswered } from './store.ts';

const FEEDBACK: Feedback = {
  ...{ channel: 'web', person: 'p1', verdict: 'bad', reason: null, comment: null },
  ...{ question: '食堂几点开门？', answer: '上午十点开门[1]。' },
};
const UNANSWERED: Unanswered = {
  ...{ channel: 'telegram', person: 'p1', question: '夜市什么时候开？', reason: 'not_in_documents' },
  answer: '手头的文件里没有写到。',
};
const logger = createLogger({ level: 'silent' });

let folder: string;
let now: Date;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-store-'));
  now = new Date('2026-11-01T08:00:00.000Z');
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function later(milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

describe.each<[string, () => Store]>([
  ['the store on disk', () => openStore(join(folder, 'store'), { clock: () => now, logger })],
  ['the store in memory, for tests', () => fakeStore(() => now)],
])('%s', (_, open) => {
  beforeEach(() => {
    store = open();
  });

  test('gives back what was added, with its number and time, oldest first', () => {
    const first = store.addFeedback(FEEDBACK);
    now = later(1);
    const second = store.addFeedback({ ...FEEDBACK, verdict: 'good', reason: 'outdated', comment: '不错' });
    expect(first).toEqual({ ...FEEDBACK, id: first.id, at: '2026-11-01T08:00:00.000Z' });
    expect(store.feedback()).toEqual([first, second]);
    expect(second.id).toBeGreaterThan(first.id);

    const asked = store.addUnanswered(UNANSWERED);
    expect(asked).toEqual({ ...UNANSWERED, id: asked.id, at: '2026-11-01T08:00:00.001Z' });
    expect(store.unanswered()).toEqual([asked]);
  });

  test('gives only what is not older than a day that is asked for', () => {
    store.addFeedback(FEEDBACK);
    store.addUnanswered(UNANSWERED);
    now = later(60_000);
    const feedback = store.addFeedback(FEEDBACK);
    const unanswered = store.addUnanswered(UNANSWERED);
    expect(store.feedback(now)).toEqual([feedback]);
    expect(store.unanswered(now)).toEqual([unanswered]);
    expect(store.feedback(later(1))).toEqual([]);
  });

  test('adds to feedback given before, and leaves the rest of it as it is', () => {
    const { id } = store.addFeedback(FEEDBACK);
    const other = store.addFeedback(FEEDBACK);
    now = later(5);
    expect(store.amendFeedback(id, { reason: 'incomplete' })).toMatchObject({ id, reason: null });
    expect(store.amendFeedback(id, { comment: ' 请打13812345678 ' })).toMatchObject({ reason: 'incomplete' });
    expect(store.amendFeedback(id, { verdict: 'good' })).toMatchObject({ verdict: 'bad' });
    const amended = { ...FEEDBACK, id, verdict: 'good', reason: 'incomplete', comment: '请打〔手机号〕' };
    expect(store.feedback()).toEqual([{ ...amended, at: '2026-11-01T08:00:00.000Z' }, other]);
    expect(store.amendFeedback(other.id + 100, { reason: 'wrong' })).toBeUndefined();
  });

  test('masks personal numbers in every text', () => {
    const number = '13812345678';
    const card = '330109199001011234';
    store.addFeedback({ ...FEEDBACK, question: `问${number}`, answer: `答${card}`, comment: `说${number}` });
    store.addUnanswered({ ...UNANSWERED, question: `问${card}浙A12345`, answer: `答${number}` });
    expect(store.feedback()[0]).toMatchObject({
      ...{ question: '问〔手机号〕', answer: '答〔身份证号〕', comment: '说〔手机号〕' },
    });
    expect(store.unanswered()[0]).toMatchObject({
      question: '问〔身份证号〕〔车牌号〕',
      answer: '答〔手机号〕',
    });
    expect(JSON.stringify([store.feedback(), store.unanswered()])).not.toMatch(/\d{11}/);
  });

  test('cuts texts that are too long, and masks a number that the cut would have halved', () => {
    const long = '长'.repeat(1_995);
    store.addUnanswered({ ...UNANSWERED, question: `${long}13812345678`, answer: '答'.repeat(9_000) });
    store.addFeedback({ ...FEEDBACK, comment: '说'.repeat(9_000), person: 'p'.repeat(9_000) });
    const [unanswered] = store.unanswered();
    expect(unanswered?.question).toBe(`${long}〔手机号〕`);
    expect(unanswered?.answer).toHaveLength(4_000);
    expect(store.feedback()[0]?.comment).toHaveLength(1_000);
    expect(store.feedback()[0]?.person).toHaveLength(100);
  });

  test('takes any characters, and a comment of blanks for none', () => {
    const question = "问'); DROP TABLE feedback; --\u0000\ud800🌉";
    store.addFeedback({ ...FEEDBACK, question, comment: ' \n' });
    expect(store.feedback()[0]).toMatchObject({
      question: "问'); DROP TABLE feedback; --\u0000\ufffd🌉",
      comment: null,
    });
  });

  test('holds values until their time is over', () => {
    store.setValue('chats', '1', { turns: ['问'] }, later(1_000));
    store.setValue('chats', '2', [2], later(1_000));
    store.setValue('other', '1', 'else', later(1_000));
    store.setValue('chats', '2', [3], later(5_000));
    expect(store.value('chats', '1')).toEqual({ turns: ['问'] });
    expect(store.value('other', '1')).toBe('else');
    store.deleteValue('other', '1');
    expect(store.value('other', '1')).toBeUndefined();
    now = later(1_000);
    expect(store.value('chats', '1')).toBeUndefined();
    expect(store.value('chats', '2')).toEqual([3]);
  });

  test('forgets what is older than the retention and values whose time is over, nothing else', () => {
    store.addFeedback(FEEDBACK);
    store.addUnanswered(UNANSWERED);
    store.setValue('chats', 'over', 1, later(500));
    now = later(1_000);
    store.setValue('chats', 'alive', 2, later(1_000));
    const kept = [store.addFeedback(FEEDBACK), store.addUnanswered(UNANSWERED)];
    expect(store.prune(now)).toBe(3);
    expect([...store.feedback(), ...store.unanswered()]).toEqual(kept);
    expect(store.value('chats', 'alive')).toBe(2);
    expect(store.prune(now)).toBe(0);
  });

  test('copies itself into a new file for its owner alone, and over no file', async () => {
    store.addFeedback(FEEDBACK);
    const file = join(folder, 'copy');
    await store.backup(file);
    expect(statSync(file).size).toBeGreaterThan(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(join(folder, 'taken'), 'mine');
    await expect(store.backup(join(folder, 'taken'))).rejects.toMatchObject({
      reason: 'backup_failed',
      message: expect.stringMatching(/^no backup was made: [^\n]* is there already[^\n]*$/),
    });
  });
});
