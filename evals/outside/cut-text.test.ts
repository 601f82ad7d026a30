import { expect, test } from 'vitest';
import { cutText, sectionsOf } from './cut-text.ts';

const SENTENCE = '镇里今年新开了两家老年食堂，为孤寡老人送餐上门。';

test('short texts stay whole, and texts of marks alone give nothing', () => {
  expect(cutText(SENTENCE)).toEqual([SENTENCE]);
  expect(cutText(' \n……')).toEqual([]);
});

test('passages end with a sentence and lose no words', () => {
  const text = SENTENCE.repeat(40);
  const passages = cutText(text);
  expect(passages.length).toBeGreaterThan(2);
  expect(passages.join('')).toBe(text);
  for (const passage of passages) expect(passage).toMatch(/。$/);
});

test('a passage is never longer than 400 characters, not even of text without sentences', () => {
  const text = `${SENTENCE}${'项目'.repeat(1_500)}。${SENTENCE}`;
  const passages = cutText(text);
  expect(Math.max(...passages.map((passage) => passage.length))).toBeLessThanOrEqual(400);
  expect(passages.join('')).toBe(text);
});

test('neighbouring passages share a section until it is as long as one matter takes', () => {
  const passages = Array.from({ length: 10 }, () => '字'.repeat(250));
  expect(sectionsOf(passages)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
  expect(sectionsOf(['字'.repeat(2_000), '字'])).toEqual([0, 1]);
});
