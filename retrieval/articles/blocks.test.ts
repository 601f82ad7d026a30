import { describe, expect, test } from 'vitest';
import { readBlocks } from './blocks.ts';

/** What every run of lines is taken for, with its words. */
function read(...paragraphs: string[]): string[] {
  return readBlocks(paragraphs.join('\n\n')).map(({ kind, text }) => `${kind}: ${text}`);
}

const LONG =
  '柳溪镇在青石村开办了长者食堂，每天供应午餐和晚餐两顿，老人每顿只付八元，其余由镇里补贴，路远的老人还可以请志愿者送餐上门。';

describe('what a run of lines is', () => {
  test.each<[string, string[], string[]]>([
    [
      'a short line without a stop is a heading',
      ['青石村办起长者食堂', LONG],
      ['heading: 青石村办起长者食堂', `paragraph: ${LONG}`],
    ],
    [
      'a heading may be printed on several lines',
      ['柳溪镇青石村\n办起长者食堂', LONG],
      ['heading: 柳溪镇青石村办起长者食堂', `paragraph: ${LONG}`],
    ],
    ['a line of authors is a byline', ['■记者 王一 通讯员 李二'], ['byline: ■记者 王一 通讯员 李二']],
    ['a dateline opens a report', [`本报讯（记者 王一）${LONG}`], [`report: 本报讯（记者 王一）${LONG}`]],
    ['a year alone is a heading', ['2031', LONG], ['heading: 2031', `paragraph: ${LONG}`]],
    ['tabs make a table', ['序号\t名称\n1\t修路'], ['table: 序号\t名称1\t修路']],
    ['page furniture is left out', ['第3版', LONG, '责任编辑：王一'], [`paragraph: ${LONG}`]],
    [
      'a lead phrase with a stop stands as heading above a long paragraph',
      ['加快转型升级，实现大提升。', LONG],
      ['heading: 加快转型升级，实现大提升。', `paragraph: ${LONG}`],
    ],
    [
      'a short sentence with a figure is none',
      ['投入300万元。', LONG],
      ['paragraph: 投入300万元。', `paragraph: ${LONG}`],
    ],
    [
      'a line that opens a quotation is prose',
      ['大家都说“食堂', '办得好”。'],
      ['paragraph: 大家都说“食堂办得好”。'],
    ],
  ])('%s', (_title, paragraphs, expected) => {
    expect(read(...paragraphs)).toEqual(expected);
  });
});

describe('a paragraph that the columns cut apart is joined', () => {
  test.each<[string, string[], string[]]>([
    [
      'over a blank line in mid-sentence',
      ['镇里每天供应午餐和', '晚餐两顿。'],
      ['paragraph: 镇里每天供应午餐和晚餐两顿。'],
    ],
    [
      'over several columns',
      ['镇里每天在', '青石村供应午餐和', '晚餐。'],
      ['paragraph: 镇里每天在青石村供应午餐和晚餐。'],
    ],
    [
      'but not with a dateline',
      ['镇里每天供应午餐和，', '本报讯（记者 王一）开会了。'],
      ['paragraph: 镇里每天供应午餐和，', 'report: 本报讯（记者 王一）开会了。'],
    ],
    [
      'but not with a line of phrases set apart by blanks',
      ['镇里每天供应午餐，', '狠抓落实 把握方向', '晚餐。'],
      ['paragraph: 镇里每天供应午餐，', 'heading: 狠抓落实 把握方向', 'paragraph: 晚餐。'],
    ],
  ])('%s', (_title, paragraphs, expected) => {
    expect(read(...paragraphs)).toEqual(expected);
  });
});

test('datelines and bylines start a piece even without a blank line before', () => {
  expect(read(`青石村办起长者食堂\n■记者 王一\n${LONG}\n本报讯（记者 李二）${LONG}`)).toEqual([
    'heading: 青石村办起长者食堂',
    'byline: ■记者 王一',
    `paragraph: ${LONG}`,
    `report: 本报讯（记者 李二）${LONG}`,
  ]);
});

test('a numbered heading after a full stop starts a piece of its own', () => {
  expect(read(`${LONG}\n二、提升面貌\n`)).toEqual([`paragraph: ${LONG}`, 'heading: 二、提升面貌']);
});

test('blocks know their places, a joined one from its first line to its last', () => {
  const source = '\n青石村办起食堂\n\n镇里每天供应午餐和\n\n晚餐两顿。\n';
  expect(readBlocks(source).map(({ start, end }) => source.slice(start, end))).toEqual([
    '青石村办起食堂',
    '镇里每天供应午餐和\n\n晚餐两顿。',
  ]);
});
