import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../text/clean.ts';
import { splitSentences } from './sentences.ts';

const split = (text: string): string[] =>
  splitSentences(text, 0, text.length).map((sentence) => sentence.text);

describe('sentences end where a reader would end them', () => {
  test.each<[string, string, string[]]>([
    ['full stops, questions, exclamations', '开会了。谁来？都来！', ['开会了。', '谁来？', '都来！']],
    [
      'semicolons part the items of a list',
      '修路两公里；植树三百棵；建桥一座。',
      ['修路两公里；', '植树三百棵；', '建桥一座。'],
    ],
    ['an ellipsis ends a sentence', '下雨了……大家回家。', ['下雨了……', '大家回家。']],
    ['an ellipsis before 的 does not', '路灯、座椅……的维修开始了。', ['路灯、座椅……的维修开始了。']],
    ['a quotation goes on with who said it', '“食堂真好！”王奶奶说。', ['“食堂真好！”王奶奶说。']],
    [
      'an introduced quotation ends its sentence',
      '王奶奶说：“食堂真好！”大家点头。',
      ['王奶奶说：“食堂真好！”', '大家点头。'],
    ],
    [
      'a quotation may hold several sentences',
      '书记指出，“要快。要好。”随后散会。',
      ['书记指出，“要快。', '要好。”', '随后散会。'],
    ],
    [
      'questions within a quotation are not parted',
      '他问：“谁来？几点来？”没人答。',
      ['他问：“谁来？几点来？”', '没人答。'],
    ],
    [
      'semicolons within a quotation are not parted',
      '落实“修路；植树”两件事。',
      ['落实“修路；植树”两件事。'],
    ],
    ['corner quotation marks count as well', '他說：「好！」大家走了。', ['他說：「好！」', '大家走了。']],
    [
      'a line broken at column width is one sentence',
      '柳溪镇召\n开大会。\n\n散会。',
      ['柳溪镇召开大会。', '散会。'],
    ],
    ['a decimal point ends nothing', '增长7.5%。版本3.0好用。', ['增长7.5%。', '版本3.0好用。']],
    ['what the page cut off is kept', '开会了。下一步，镇里将', ['开会了。', '下一步，镇里将']],
    ['a quotation that never ends is kept', '他说：“好。', ['他说：“好。']],
    ['marks alone are no sentence', '。。！——', []],
    ['nothing is no sentence', '', []],
  ])('%s', (_title, text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});

describe('a long sentence', () => {
  test('is cut after a comma, so that a passage can hold it', () => {
    const text = `${Array.from({ length: 60 }, (_, at) => `第${at}项是修路和植树`).join('，')}。`;
    const parts = split(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= 301)).toBe(true);
    expect(parts.slice(0, -1).every((part) => part.endsWith('，'))).toBe(true);
    expect(parts.join('')).toBe(text);
  });

  test('without any comma is cut at the limit', () => {
    const text = Array.from({ length: 700 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
    expect(split(text).map((part) => part.length)).toEqual([300, 300, 100]);
  });
});

test('offsets are those of the file even when the stretch begins in its middle', () => {
  const source = '第一段。\n第二\n段！第三段。';
  const from = source.indexOf('第二');
  const [sentence] = splitSentences(source, from, source.length);
  expect(sentence).toEqual({ text: '第二段！', start: from, end: from + 5 });
});

test('sentences are spans in order that do not overlap, and each is the clean text of its span', () => {
  const piece = constantFrom(
    '柳溪镇',
    '食堂',
    '“',
    '”',
    '。',
    '！',
    '？',
    '；',
    '……',
    '，',
    '：',
    '12',
    '\n',
    '（',
    '）',
    'App',
  );
  assert(
    property(array(piece, { maxLength: 60 }), (pieces) => {
      const source = pieces.join('');
      // Where doubled glyphs were mended a part of the span need not show that they were doubled.
      if (excerpt(source, 0, source.length).text !== source.replace(/\n/g, '')) return;
      let from = 0;
      for (const { text, start, end } of splitSentences(source, 0, source.length)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(excerpt(source, start, end).text).toBe(text);
        from = end;
      }
    }),
  );
});

test('no word of a page is lost between sentences', () => {
  const piece = constantFrom('柳溪镇', '食堂', '“', '”', '。', '；', '……', '，', '\n');
  const words = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '');
  assert(
    property(array(piece, { maxLength: 60 }), (pieces) => {
      const source = pieces.join('');
      expect(words(split(source).join(''))).toBe(words(excerpt(source, 0, source.length).text));
    }),
  );
});
