import { describe, expect, test } from 'vitest';
import { createPinyinDecoder, soundOf } from './pinyin.ts';

const decoder = createPinyinDecoder(
  new Map([
    ['食堂', 5],
    ['老人', 3],
    ['先生', 2],
    ['西安', 1],
    ['送餐', 2],
    ['柳溪', 4],
    ['绿化', 2],
    ['事', 1],
    ['实施', 9],
    ['逝世', 1],
  ]),
);

describe('words typed in pinyin', () => {
  test.each([
    ['with blanks between words', 'laoren shitang', '老人食堂'],
    ['without any blank', 'laorenshitang', '老人食堂'],
    ['with Chinese beside them', 'songcan在哪', '送餐在哪'],
    ['with a capital', 'Liuxi shitang', '柳溪食堂'],
    ['with ü as v', 'lvhua', '绿化'],
    ['with an apostrophe as a sure border', "xi'an", '西安'],
    ['of the same sound give the more frequent one', 'shishi', '实施'],
    ['fewer, longer syllables are preferred', 'xiansheng', '先生'],
  ])('%s', (_title, typed, expected) => {
    expect(decoder.decode(typed)).toBe(expected);
  });
});

describe('what is no pinyin stays as it was typed', () => {
  test.each(['WiFi密码', 'hello world', 'App', 'lao', '12345', ''])('%j', (text) => {
    expect(decoder.decode(text)).toBe(text);
  });
});

test('without a lexicon nothing is decoded', () => {
  expect(createPinyinDecoder(new Map()).decode('shitang')).toBe('shitang');
});

test('the sound of a text has no tones and a blank between syllables', () => {
  expect(soundOf('绿化，食堂')).toBe('lv hua shi tang');
});
