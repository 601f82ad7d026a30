import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { type Said, say } from './say.ts';
import type { Statement } from './statement.ts';
import { readTestPages, statementWith } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const said = (words: string, text?: string): Said => {
  const statement = statementWith(index, words);
  return say(index, text === undefined ? statement : { ...statement, text });
};

describe('a statement as a person reads it', () => {
  test('names town and year when it does not say them itself', () => {
    expect(said('累计送餐').text).toBe('莲塘镇2021年：新建老年食堂4家，累计送餐4.6万份');
  });

  test('does not repeat the town that it names', () => {
    expect(said('莲塘镇综合执法队').text.match(/莲塘镇/g)).toHaveLength(1);
  });

  test('does not repeat the year that it names', () => {
    expect(said('莲塘镇2021年度好人').text.match(/2021/g)).toHaveLength(1);
  });

  test('takes the year of its section before the page’s', () => {
    expect(said('新建老年食堂8家').text).toMatch(/^莲塘镇2022年/);
  });

  test('gives an absolute date for a relative one and notes what it rests on', () => {
    const { text, notes } = said('去年9月');
    expect(text).toContain('2022年9月，竹川镇综合执法队挂牌成立');
    expect(text).not.toContain('去年');
    expect(notes.join()).toContain('去年9月');
    expect(notes.join()).toContain('2022年9月');
    expect(notes.join()).toContain('确保2023年10月底前通车');
  });

  test('gives 今年 the year of the page, not of the reader', () => {
    expect(said('今年4月').text).toContain('2023年4月，执法队启用智慧平台');
  });

  test('leaves an absolute date alone and notes nothing about it', () => {
    const { text, notes } = said('改造镇区道路3.5公里');
    expect(text).toContain('确保2023年10月底前通车');
    expect(notes.join()).not.toContain('换算');
  });

  test.each([
    '新建老年食堂6家以上',
    '新建老年食堂8家',
  ])('says before an aim that it is one, and notes it: %s', (words) => {
    const { text, notes } = said(words);
    expect(text.slice(0, 12)).toContain('目标');
    expect(notes.join()).toContain('目标或计划');
  });

  test('does not say 目标 twice of an aim that says 力争 first', () => {
    expect(said('力争完成固定资产投资').text).toBe(
      '莲塘镇2022年：力争完成固定资产投资30亿元以上，财政总收入增长6%以上',
    );
  });

  test('never calls an outcome an aim', () => {
    for (const words of ['完成固定资产投资25.2亿元', '何平当选为', '现有队员22名']) {
      expect(said(words).text).not.toMatch(/目标/);
      expect(said(words).notes.join()).not.toContain('目标或计划');
    }
  });

  test('says where the page breaks off, and notes it', () => {
    const { text, notes } = said('并逐步在');
    expect(text).toMatch(/截断/);
    expect(notes.join()).toContain('截断');
    expect(said('累计送餐').text).not.toMatch(/截断/);
  });

  test.each<[string, string]>([
    ['此外，培训护理员45名，', '培训护理员45名'],
    ['，培训护理员45名；', '培训护理员45名'],
    ['值得一提的是，培训护理员45名。', '培训护理员45名'],
    ['”培训护理员45名', '培训护理员45名'],
    ['培训护理员45名,共3批;', '培训护理员45名，共3批'],
    ['投资1,200万元', '投资1,200万元'],
    ['2024- 2026两年', '2024-2026两年'],
    ['而且要快', '而且要快'],
  ])('is tidied at its ends: %s', (text, tidy) => {
    expect(said('培训护理员45名', text).text).toMatch(new RegExp(`${tidy}$`));
  });

  test('keeps all its figures and bounds', () => {
    for (const words of ['新建老年食堂6家以上', '完成固定资产投资25.2亿元', '力争完成']) {
      const statement: Statement = statementWith(index, words);
      for (const figure of statement.text.match(/[\d.]+[^，。；]{0,3}/g) ?? [])
        expect(say(index, statement).text).toContain(figure);
    }
  });
});
