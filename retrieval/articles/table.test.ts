import { describe, expect, test } from 'vitest';
import { readBlocks } from './blocks.ts';
import { readTable, type Table } from './table.ts';

const PAGE = [
  '一、建设水乡新镇\t\t',
  '序号\t项目名称\t目标任务',
  '1\t道路改造\t改造柳溪路两公里。 新建停车位300个。',
  '\t\t启动新桥建设。',
  '2\t污水治理\t完成十个村的管网建设。',
  '二、建设平安柳溪\t\t',
  '序号\t项目名称\t目标任务',
  '3\t消防站\t建成应急消防站。',
  '',
].join('\n');

function tableOf(source: string): Table {
  const block = readBlocks(source)[0]!;
  expect(block.kind).toBe('table');
  return readTable(block);
}

describe('a flattened table', () => {
  const table = tableOf(PAGE);

  test('has its header once, however often the page repeats it', () => {
    expect(table.header).toEqual(['序号', '项目名称', '目标任务']);
  });

  test('has the headings that stand over its rows', () => {
    expect(table.headings.map(({ text }) => text)).toEqual(['一、建设水乡新镇', '二、建设平安柳溪']);
  });

  test('has rows with number, name and section', () => {
    expect(table.rows.map(({ number, name, section }) => [number, name, section])).toEqual([
      [1, '道路改造', '一、建设水乡新镇'],
      [2, '污水治理', '一、建设水乡新镇'],
      [3, '消防站', '二、建设平安柳溪'],
    ]);
  });

  test('continues a row on the line led by tabs', () => {
    expect(table.rows[0]!.cells.map(({ text }) => text)).toEqual([
      '改造柳溪路两公里。 新建停车位300个。',
      '启动新桥建设。',
    ]);
  });

  test('knows the place of every cell and row in the file', () => {
    for (const { text, start, end } of table.rows.flatMap((row) => row.cells))
      expect(PAGE.slice(start, end)).toBe(text);
    const { start, end } = table.rows[0]!;
    expect(PAGE.slice(start, end)).toBe(
      '1\t道路改造\t改造柳溪路两公里。 新建停车位300个。\n\t\t启动新桥建设。',
    );
  });
});

test('rows without numbers are known by their first cell', () => {
  const { rows } = tableOf('村名\t食堂数量\n青石村\t3家\n霞浦村\t2家\n');
  expect(rows.slice(-2).map(({ number, name, cells }) => [number, name, cells[0]!.text])).toEqual([
    [null, '青石村', '3家'],
    [null, '霞浦村', '2家'],
  ]);
});

test('a number alone is a row whose name is missing, not a heading over the rows below', () => {
  const { rows, headings } = tableOf('序号\t项目名称\n1\t\n2\t修路\n');
  expect(headings).toEqual([]);
  expect(rows.map(({ number, section }) => [number, section])).toEqual([
    [1, null],
    [2, null],
  ]);
});

test('rows that read like bylines stay in their table', () => {
  const { header, rows } = tableOf('序号\t项目名称\n1\t修路。\n编辑\t王一\n来源\t镇政府\n');
  expect(header).toEqual(['序号', '项目名称']);
  expect(rows.map(({ name }) => name)).toEqual(['修路。', '编辑', '来源']);
});

test('a first line led by tabs, with no row above it, is kept as a row', () => {
  const { rows } = tableOf('\t\t启动新桥建设。\n1\t修路\t两公里。\n');
  expect(rows.map(({ name }) => name)).toEqual(['启动新桥建设。', '修路']);
});
