import { describe, expect, test } from 'vitest';
import { createPinyinDecoder, preparePinyinDecoder, soundOf } from './pinyin.ts';

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

describe('a decoder that is made in steps', () => {
  const words = [...'柳溪食堂老人送餐绿化实施先生西安社区服务中心办理'];
  const lexicon = new Map(
    words.flatMap((one, first) => words.map((other, second) => [one + other, first + second + 1] as const)),
  );

  test('lets other work go on between them', async () => {
    let pauses = 0;
    await preparePinyinDecoder(lexicon, async () => {
      pauses += 1;
    });
    expect(pauses).toBe(Math.floor(lexicon.size / 100));
    expect(pauses).toBeGreaterThan(1);
  });

  test('reads as one that is made at once', async () => {
    const prepared = await preparePinyinDecoder(lexicon, async () => undefined);
    const atOnce = createPinyinDecoder(lexicon);
    for (const typed of ['shitang', 'laorensongcan', "xi'an", 'fuwuzhongxin', 'hello'])
      expect(prepared.decode(typed)).toBe(atOnce.decode(typed));
    expect(prepared.decode('lvhua')).toBe('绿化');
  });
});

test('the sound of a text has no tones and a blank between syllables', () => {
  expect(soundOf('绿化，食堂')).toBe('lv hua shi tang');
});
