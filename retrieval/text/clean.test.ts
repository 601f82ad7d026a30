import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, spanOf, undouble } from './clean.ts';

const clean = (text: string): string => excerpt(text, 0, text.length).text;
const mended = (text: string): string =>
  undouble(text)
    .map((index) => text[index])
    .join('');
const squeezed = (text: string): string => text.replace(/\s/g, '');

describe('glyphs that the page printed twice are read once', () => {
  test.each([
    ['柳溪柳溪：：', '柳溪：'],
    ['101101周周年', '101周年'],
    ['20322032年年大事', '2032年大事'],
    ['柳溪柳溪：：联心向未来联心向未来', '柳溪：联心向未来'],
    ['开门迎新年开门迎新年携手向前走携手向前走', '开门迎新年携手向前走'],
    ['欢庆欢庆！！', '欢庆！'],
  ])('%s is %s', (printed, expected) => {
    expect(mended(printed)).toBe(expected);
  });
});

describe('what the language doubles itself is left alone', () => {
  test.each([
    '干干净净',
    '2020年年底',
    '2022年',
    '常常看看',
    '家家户户',
    '高高兴兴、热热闹闹',
    '红红火火过大年',
    '等等……',
    '同心同德',
    '1001万人',
    '一个一个',
  ])('%s', (text) => {
    expect(mended(text)).toBe(text);
  });
});

describe('digits that repeat inside a number are the number', () => {
  test.each(['13913900123', '12012000', '200200000元', '1001000000', '88888888'])('%s', (text) => {
    expect(mended(text).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
  });
});

describe('blanks and line ends', () => {
  test.each([
    ['a line broken at column width is joined', '柳溪镇召\n开大会', '柳溪镇召开大会'],
    ['Windows line ends too', '柳溪镇召\r\n开大会', '柳溪镇召开大会'],
    ['a number broken over lines is joined', '突破30\n亿元、20\n32年', '突破30亿元、2032年'],
    ['a blank between numeral and measure goes', '3 枚实体章，8%　以上', '3枚实体章，8%以上'],
    ['Latin words keep one blank', 'Node  js 和 App', 'Node js和App'],
    ['Latin words broken over lines keep one blank', 'open\nsource', 'open source'],
    ['two numbers side by side stay two', '拨打12345 96345', '拨打12345 96345'],
    ['invisible characters go', '柳\u200b溪\ufeff镇', '柳溪镇'],
    ['white space alone is nothing', ' \n\t　', ''],
  ])('%s', (_title, source, expected) => {
    expect(clean(source)).toBe(expected);
  });
});

/** Page-like text: words, numbers, marks, and white space anywhere between them. */
const pieces = constantFrom(
  '柳溪',
  '镇',
  '食堂',
  '，',
  '。',
  '“',
  '”',
  '12',
  '3.5%',
  'App',
  'id',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '　',
  '😀',
);
const page = array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('every slice can be quoted', () => {
  test('a slice and the span of the file it stands in differ in white space only', () => {
    assert(
      property(page, integer({ min: 0 }), integer({ min: 1 }), (source, at, size) => {
        const part = excerpt(source, 0, source.length);
        // Where glyphs were mended the span holds them twice; that is the next test's matter.
        if (part.text.length === 0 || squeezed(part.text) !== squeezed(source)) return;
        const from = at % part.text.length;
        const to = Math.min(part.text.length, from + 1 + (size % part.text.length));
        const span = spanOf(part, from, to);
        expect(squeezed(source.slice(span.start, span.end))).toBe(squeezed(part.text.slice(from, to)));
      }),
    );
  });

  test('nothing is added: clean characters stand in the file in the same order, each at its offset', () => {
    const doubled = array(
      constantFrom('柳溪柳溪', '：：', '101101', '联心向未来联心向未来', '周周', '\n', '今'),
      { maxLength: 30 },
    );
    assert(
      property(
        doubled.map((parts) => parts.join('')),
        (source) => {
          const { text, offsets } = excerpt(source, 0, source.length);
          expect(offsets).toHaveLength(text.length);
          expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
          expect(
            offsets
              .map((offset) => source[offset])
              .join('')
              .replace(/\s/g, ' '),
          ).toBe(text);
        },
      ),
    );
  });

  test('offsets count from the beginning of the file, not of the stretch', () => {
    assert(
      property(tuple(string(), page, string()), ([before, source, after]) => {
        const inside = excerpt(before + source + after, before.length, before.length + source.length);
        const alone = excerpt(source, 0, source.length);
        expect(inside.text).toBe(alone.text);
        expect(inside.offsets).toEqual(alone.offsets.map((offset) => offset + before.length));
      }),
    );
  });

  test('mended glyphs are quoted with both prints', () => {
    const source = '庆祝成立\n\n101101周周年大会';
    const part = excerpt(source, 0, source.length);
    const from = part.text.indexOf('101周年');
    const { start, end } = spanOf(part, from, from + 5);
    expect(source.slice(start, end)).toBe('101101周周年');
  });
});

describe('a span of nothing', () => {
  const part = excerpt('柳溪镇', 0, 3);
  test.each([
    [2, 2],
    [2, 1],
    [0, 4],
    [-1, 2],
  ])('[%i, %i) is an error that names it', (from, to) => {
    expect(() => spanOf(part, from, to)).toThrow(`[${from}, ${to})`);
  });
});
