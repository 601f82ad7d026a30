import { expect, it } from 'vitest';
import { documentLines, quotedLine } from './document-lines.ts';

const TEXT = '第一行\r\n\r\n第三行有话\n  \n末行';

/** Lines as text, the quoted pieces in brackets. */
function shown(text: string, start: number, end: number): readonly string[] {
  return documentLines(text, { start, end }).map(({ pieces }) =>
    pieces.map((piece) => (piece.quoted ? `[${piece.text}]` : piece.text)).join(''),
  );
}

it('keeps every line, numbered from 1, whatever ends it', () => {
  const lines = documentLines(TEXT, null);
  expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual([
    '第一行',
    '',
    '第三行有话',
    '  ',
    '末行',
  ]);
});

it.each([
  ['within a line', TEXT.indexOf('行有'), TEXT.indexOf('话'), ['第一行', '', '第三[行有]话', '  ', '末行']],
  ['a whole line', 0, 3, ['[第一行]', '', '第三行有话', '  ', '末行']],
  [
    'over several lines, blank ones left alone',
    1,
    TEXT.length,
    ['第[一行]', '', '[第三行有话]', '  ', '[末行]'],
  ],
  ['past the end', TEXT.length - 1, TEXT.length + 50, ['第一行', '', '第三行有话', '  ', '末[行]']],
  ['on a line end alone', 3, 7, ['第一行', '', '第三行有话', '  ', '末行']],
])('marks a quote %s', (_, start, end, expected) => {
  expect(shown(TEXT, start, end)).toEqual(expected);
});

it('knows on which line a quote begins to be seen', () => {
  expect(quotedLine(documentLines(TEXT, { start: 3, end: 10 }))).toBe(3);
  expect(quotedLine(documentLines(TEXT, { start: 3, end: 7 }))).toBeNull();
  expect(quotedLine(documentLines(TEXT, null))).toBeNull();
});

it('has no lines for an empty text', () => {
  expect(documentLines('', { start: 0, end: 5 })).toEqual([]);
});
