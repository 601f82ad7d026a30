import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormattedText, join, styled } from './formatted-text.ts';
import { LONGEST_MESSAGE, split } from './split.ts';

function texts(whole: string, limit: number): readonly string[] {
  return split(join([whole]), limit).map(({ text }) => text);
}

describe('a text is cut', () => {
  const cases: readonly { title: string; text: string; limit: number; parts: readonly string[] }[] = [
    { title: 'not at all when it fits', text: '一二三。', limit: 4, parts: ['一二三。'] },
    {
      title: 'at the last sentence end that fits',
      text: '一二。三四。五六。',
      limit: 7,
      parts: ['一二。三四。', '五六。'],
    },
    {
      title: 'behind the quotation mark that closes a sentence',
      text: '他说：“好。”走了。',
      limit: 7,
      parts: ['他说：“好。”', '走了。'],
    },
    { title: 'at a line end, which goes', text: '一二三\n四五六', limit: 5, parts: ['一二三', '四五六'] },
    {
      title: 'at a clause when the sentence is too long',
      text: '一二三，四五六七',
      limit: 6,
      parts: ['一二三，', '四五六七'],
    },
    {
      title: 'rather late than with a stump in front',
      text: '一。二三四五六七八九十',
      limit: 8,
      parts: ['一。二三四五六七', '八九十'],
    },
    { title: 'not inside a character of two units', text: '一二三𠀀四', limit: 4, parts: ['一二三', '𠀀四'] },
    { title: 'into nothing when there is nothing', text: ' \n ', limit: 4, parts: [] },
  ];
  test.each(cases)('$title', ({ text, limit, parts }) => {
    expect(texts(text, limit)).toEqual(parts);
  });

  test('at 4096 characters, which is as much as Telegram takes', () => {
    expect(split(join(['字'.repeat(LONGEST_MESSAGE)]))).toHaveLength(1);
    expect(split(join(['字'.repeat(LONGEST_MESSAGE + 1)]))).toHaveLength(2);
  });

  test('without losing a character or its formatting, whatever the text', () => {
    const piece = fc.string({ unit: fc.constantFrom('字', '。', '，', '\n', ' ', '𠀀', 'a'), maxLength: 60 });
    fc.assert(
      fc.property(piece, piece, fc.integer({ min: 4, max: 30 }), (plain, bold, limit) => {
        const whole = join([plain, styled('bold', bold), plain]);
        const parts = split(whole, limit);
        expect(visible(parts.map(({ text }) => text).join(''))).toBe(visible(whole.text));
        expect(visible(parts.map(boldText).join(''))).toBe(visible(bold));
        for (const { text } of parts) {
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(Buffer.from(text).toString()).toBe(text);
        }
      }),
    );
  });
});

function visible(text: string): string {
  return text.replace(/\s/g, '');
}

function boldText({ text, entities }: FormattedText): string {
  return entities.map(({ offset, length }) => text.slice(offset, offset + length)).join('');
}
