import { describe, expect, test } from 'vitest';
import { spellTowns, type Towns, townsNamed } from './towns.ts';

const TOWNS: Towns = {
  known: ['竹川镇', '莲塘镇'],
  others: [
    { name: '梅浦镇', aliases: ['梅浦'] },
    { name: '北干街道', aliases: [] },
  ],
};

describe('towns named in a question', () => {
  test.each<[string, string[], string[]]>([
    ['竹川镇有几家食堂', ['竹川镇'], []],
    ['竹川有几家食堂', ['竹川镇'], []],
    ['莲塘和竹川哪个多', ['竹川镇', '莲塘镇'], []],
    ['梅浦镇有几家食堂', [], ['梅浦镇']],
    ['梅浦有几家食堂', [], ['梅浦镇']],
    ['北干街道有几家食堂', [], ['北干街道']],
    ['竹川镇和梅浦镇哪个多', ['竹川镇'], ['梅浦镇']],
    ['杉岭镇有几家食堂', [], ['杉岭镇']],
    ['云栖街道的食堂在哪', [], ['云栖街道']],
    ['有几家食堂', [], []],
  ])('%s: known %j, unknown %j', (question, known, unknown) => {
    expect(townsNamed(question, TOWNS)).toEqual({ known, unknown });
  });

  test.each([
    '听说镇里有几家食堂',
    '听讲镇上几家食堂',
    '承接镇是哪个',
    '美丽镇那篇写了什么',
    '全镇有几家食堂',
    '我们镇有几家食堂',
    '阿拉镇有几家食堂',
    '本镇的食堂',
    '隔壁镇的食堂',
    '哪个镇的食堂多',
    '两个镇各有几家',
    '城镇居民有多少',
    '乡镇干部有几名',
    '古镇在哪里',
    '镇长是谁',
    '特色小镇是什么',
    '美丽城镇建设得怎么样',
  ])('none is named by common words: %s', (question) => {
    expect(townsNamed(question, TOWNS)).toEqual({ known: [], unknown: [] });
  });

  test.each([
    '竹川镇长是谁',
    '竹川镇里有什么',
    '竹川镇政府在哪',
    '竹川镇党委书记是谁',
  ])('a known one is seen before other words: %s', (question) => {
    expect(townsNamed(question, TOWNS)).toEqual({ known: ['竹川镇'], unknown: [] });
  });

  test('the word that joins two towns is part of neither', () => {
    expect(townsNamed('竹川镇与临潭镇哪个多', TOWNS)).toEqual({ known: ['竹川镇'], unknown: ['临潭镇'] });
  });

  test('every unknown town is told once', () => {
    expect(townsNamed('梅浦镇的梅浦老街，梅浦镇的食堂', TOWNS).unknown).toEqual(['梅浦镇']);
  });

  test('none is known where no document names a town', () => {
    expect(townsNamed('竹川镇有几家食堂', { known: [], others: [] })).toEqual({
      known: [],
      unknown: ['竹川镇'],
    });
  });
});

describe('a town that is written as it sounds', () => {
  test.each([
    ['竹穿镇有几家食堂', '竹川镇有几家食堂'],
    ['食堂有几家啊，祝川镇', '食堂有几家啊，竹川镇'],
    ['莲糖2021年投资多少', '莲塘2021年投资多少'],
    ['竹川镇有几家食堂', '竹川镇有几家食堂'],
    ['住川有几家食堂', '住川有几家食堂'],
    ['梅浦镇有几家食堂', '梅浦镇有几家食堂'],
    ['', ''],
  ])('%s is %s', (written, meant) => {
    expect(spellTowns(written, TOWNS)).toBe(meant);
  });

  test('is not looked for in a word of the language', () => {
    expect(spellTowns('西虎的老虎', { known: ['西湖镇'], others: [] })).toBe('西湖的老虎');
    expect(spellTowns('东方红', { known: ['东房镇'], others: [] })).toBe('东方红');
  });
});
