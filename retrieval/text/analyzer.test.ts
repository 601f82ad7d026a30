import { describe, expect, test } from 'vitest';
import { analyze } from './analyzer.ts';

describe('the terms of a text', () => {
  test('are characters, pairs, words of more than one character and numbers', () => {
    expect(analyze('送餐')).toEqual(['送', '送餐', '餐', '送餐']);
  });

  test('hold the shorter words inside a long one', () => {
    expect(analyze('中华人民共和国')).toEqual(
      expect.arrayContaining(['中华', '人民', '共和国', '中华人民共和国']),
    );
  });

  test('do not pair characters over a mark or a blank', () => {
    expect(analyze('柳溪，青石')).not.toContain('溪青');
    expect(analyze('柳溪 青石')).not.toContain('溪青');
  });

  test('repeat as often as they occur', () => {
    expect(analyze('食堂、食堂').filter((term) => term === '堂')).toHaveLength(2);
  });

  test.each(['', '！？…', ' \n'])('of %j are none', (text) => {
    expect(analyze(text)).toEqual([]);
  });
});

describe('text and question meet under one term', () => {
  test.each([
    ['两节课', '每周2节', '=2'],
    ['补助120万元', '一百二十万', '=1200000'],
    ['提高百分之八', '8%以上', '=8%'],
    ['長者食堂', '长者食堂', '长者'],
    ['ＡＰＰ', 'app', 'app'],
  ])('%s and %s', (text, question, term) => {
    expect(analyze(text)).toContain(term);
    expect(analyze(question)).toContain(term);
  });

  test('but a percentage is not the plain number', () => {
    expect(analyze('8%')).not.toContain('=8');
  });
});
