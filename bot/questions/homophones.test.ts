import { describe, expect, test } from 'vitest';
import { createSpellWords } from './homophones.ts';

const WORDS = ['书记', '低保', '大讲堂', '智慧', '印章', '训练', '课余', '公示', '公事'];
const WRITTEN =
  '镇党委书记说低保补贴。渔村大讲堂开讲。智慧印章用上了。球队课余训练。公示与公事都多。叫什么名字';
const spell = createSpellWords(() => ({
  words: new Set(WORDS),
  isPair: (pair) => WRITTEN.includes(pair),
}));

describe('a slip of an input method', () => {
  test.each([
    ['镇里的书计叫什么名字', '镇里的书记叫什么名字'],
    ['渔村大讲唐给谁上课', '渔村大讲堂给谁上课'],
    ['智惠影章好用吗', '智慧印章好用吗'],
    ['球队课于训连几趟', '球队课余训练几趟'],
  ])('%s is read as %s', (typed, meant) => {
    expect(spell(typed)).toBe(meant);
  });

  test.each([
    ['what is a word', '村里的故事有人讲吗'],
    ['what sounds like no word that is known', '荷塘的藕粉好吃吗'],
    ['what shares too little with it', '数计叫什么'],
    ['what two words may be meant by', '公式贴在哪里'],
    ['what was written before', '课余训练'],
    ['letters and figures', 'abc 2023'],
  ])('is not %s', (_, text) => {
    expect(spell(text)).toBe(text);
  });

  test('asks for the known words only when something is strange', () => {
    const careful = createSpellWords(() => {
      throw new Error('asked');
    });
    expect(careful('食堂在哪里')).toBe('食堂在哪里');
    expect(() => careful('书计叫什么')).toThrow('asked');
  });
});
