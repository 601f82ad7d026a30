import { describe, expect, test, vi } from 'vitest';
import { createNormalise } from './normalise.ts';

const normalise = createNormalise();

describe('a question in standard words', () => {
  test.each<[string, string, string]>([
    ['full-width letters and digits', '２０２３年Ａ类', '2023年A类'],
    ['Traditional characters', '養老院在哪裡', '养老院在哪里'],
    ['compatibility radicals', '⼀个⼈', '一个人'],
    ['blanks and line breaks', '  食堂\n\n几点　开门 ', '食堂 几点 开门'],
    ['direction and zero-width characters', '食\u200b堂\u202e几\u2066点', '食 堂 几 点'],
    ['control characters', '食堂\u0000几点\u0007开门', '食堂 几点 开门'],
    ['glyphs printed twice', '竹川竹川：：食堂几点开门', '竹川:食堂几点开门'],
    ['corner brackets', '「三源共治」和『五微』是什么', '“三源共治”和“五微”是什么'],
    ['quotations within quotations', '『三个「第一」』', '“三个“第一””'],
    ['a dialect word for money', '要多少铜钿', '要多少钱'],
  ])('has %s folded', (_, typed, standard) => {
    expect(normalise(typed)).toBe(standard);
  });

  test.each([
    ['送饭上门要几钿', /多少钱|几钱|几块钱/],
    ['食堂啥辰光开门', /什么时候|什么时间/],
    ['食堂勒啥地方', /什么地方|哪里/],
    ['how many canteens are there', /多少/],
    ['where is the library', /哪里/],
  ])('says what %s asks', (typed, asked) => {
    expect(normalise(typed)).toMatch(asked);
  });

  test.each([
    '竹川镇有几家食堂',
    '2023年11月8日至9日',
    '亩均8万以下的企业',
    '干干净净',
    '139139',
    '第3项和第4项',
  ])('stays as it is: %s', (typed) => {
    expect(normalise(typed)).toBe(typed);
  });

  test('is the same when it is normalised again', () => {
    for (const typed of ['養老院要几钿', '竹川竹川：：食堂', 'how many people', '食堂啥辰光开门']) {
      const once = normalise(typed);
      expect(normalise(once)).toBe(once);
    }
  });

  test.each(['', '   ', '\u200b\u202e', '🎉🎉', '\ud800'])('never throws: %j', (typed) => {
    expect(typeof normalise(typed)).toBe('string');
  });
});

describe('pinyin', () => {
  const decode = vi.fn((text: string) => text.replace('shitang', '食堂'));
  const make = vi.fn(() => ({ decode }));
  const withPinyin = createNormalise(make);

  test('has its decoder made only when letters come', () => {
    withPinyin('食堂几点开门');
    expect(make).not.toHaveBeenCalled();
    expect(withPinyin('shitang几点开门')).toBe('食堂几点开门');
    expect(make).toHaveBeenCalledTimes(1);
  });

  test('is not looked for in an English question', () => {
    decode.mockClear();
    withPinyin('where is the canteen');
    expect(decode).not.toHaveBeenCalled();
  });
});
