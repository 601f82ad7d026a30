import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitBlocks, splitLines } from './lines.ts';

describe('the lines of a text', () => {
  test.each(['\n', '\r\n', '\r'])('are parted by %j, and a last line end begins no line', (end) => {
    expect(splitLines(`甲${end}${end}  乙 ${end}`).map(({ text }) => text)).toEqual(['甲', '', '乙']);
  });

  test('know where their trimmed words and their raw beginning stand', () => {
    expect(splitLines('甲\n　乙 \n')[1]).toEqual({ text: '乙', raw: '　乙 ', rawStart: 2, start: 3, end: 4 });
  });

  test('are none in an empty text', () => {
    expect(splitLines('')).toEqual([]);
  });

  test('give back the text at their spans', () => {
    assert(
      property(array(constantFrom('甲', ' ', '\t', '\n', '\r\n', '　')), (pieces) => {
        const source = pieces.join('');
        for (const line of splitLines(source)) {
          expect(source.slice(line.start, line.end)).toBe(line.text);
          expect(source.slice(line.rawStart, line.rawStart + line.raw.length)).toBe(line.raw);
        }
      }),
    );
  });
});

test('blocks are parted by blank lines, and table lines stand apart from prose', () => {
  const blocks = splitBlocks(splitLines('甲\n乙\n \n\n序号\t名称\n1\t修路\n丙\n'));
  expect(blocks.map((lines) => lines.map(({ text }) => text))).toEqual([
    ['甲', '乙'],
    ['序号\t名称', '1\t修路'],
    ['丙'],
  ]);
});
