import { describe, expect, test } from 'vitest';
import { createReceipts } from './receipts.ts';

const KEY = Buffer.alloc(32, 1);
const SAID = { question: '几点开门？\n周日呢？', answer: '上午十点开门[1]。' };
const START = Date.UTC(2026, 10, 1);
const DAY_MS = 24 * 60 * 60 * 1000;
const at = (time: number, key = KEY) => createReceipts(key, () => time);

describe('a receipt', () => {
  test('is found good for its own words, also by another process with the same key', () => {
    const receipt = at(START).give(SAID);
    expect(at(START + 1).check(receipt, SAID)).toEqual({
      id: expect.stringMatching(/^[\w-]{16}$/),
      expiresAt: new Date(START + 30 * DAY_MS),
    });
  });

  test('is another each time, so that the same answer can be judged by many', () => {
    const receipts = at(START);
    const [one, other] = [receipts.give(SAID), receipts.give(SAID)];
    expect(receipts.check(one, SAID)?.id).not.toBe(receipts.check(other, SAID)?.id);
  });

  test('does not mind how a form writes line breaks', () => {
    const receipt = at(START).give(SAID);
    expect(at(START).check(receipt, { ...SAID, question: '几点开门？\r\n周日呢？' })).not.toBeNull();
  });

  test('is good for thirty days', () => {
    const receipt = at(START).give(SAID);
    expect(at(START + 30 * DAY_MS - 1).check(receipt, SAID)).not.toBeNull();
    expect(at(START + 30 * DAY_MS).check(receipt, SAID)).toBeNull();
  });

  test.each<[string, (receipt: string) => [string, typeof SAID]]>([
    ['another answer', (receipt) => [receipt, { ...SAID, answer: '八点[1]。' }]],
    ['another question', (receipt) => [receipt, { ...SAID, question: '几点关门？' }]],
    [
      'words moved from one to the other',
      (receipt) => [receipt, { question: SAID.question + SAID.answer, answer: '' }],
    ],
    ['another time', (receipt) => [`z${receipt.slice(1)}`, SAID]],
    ['another number', (receipt) => [receipt.replace(/\..{16}\./, `.${'A'.repeat(16)}.`), SAID]],
    ['nothing signed', () => ['', SAID]],
    ['a signature that is too short', (receipt) => [receipt.slice(0, -1), SAID]],
    ['the key of another store', () => [at(START, Buffer.alloc(32, 2)).give(SAID), SAID]],
  ])('is refused for %s', (_, change) => {
    const [receipt, said] = change(at(START).give(SAID));
    expect(at(START).check(receipt, said)).toBeNull();
  });
});
