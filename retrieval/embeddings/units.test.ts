import { describe, expect, test } from 'vitest';
import { embeddedWords, rowsOfParts, rowsOfWord } from './units.ts';

const units = ['养', '老', '院', '养老', '老院', '敬', '敬老院'];
const rows = new Map(units.map((unit, row) => [unit, row]));
const named = (found: number[]): string[] => found.map((row) => units[row]!);

describe('the words of a text', () => {
  test('are folded, and punctuation and blanks are left out', () => {
    expect(embeddedWords('ＡＢＣ，養老！ 120 %')).toEqual(['abc', '养老', '120']);
  });

  test('hold the shorter words inside a long one, as search mode cuts', () => {
    expect(embeddedWords('中华人民共和国')).toContain('共和国');
  });
});

describe('the rows of a word', () => {
  test('are its own row when it has one', () => {
    expect(named(rowsOfWord('敬老院', rows))).toEqual(['敬老院']);
  });

  test.each([
    ['known pairs and the characters that none covers', '敬养老院', ['敬', '养老', '老院']],
    ['characters when no pair is known', '院敬', ['院', '敬']],
    ['only the parts that are known', '好养老', ['养老']],
    ['nothing for Latin letters', 'abc', []],
  ])('are otherwise %s', (_title, word, expected) => {
    expect(named(rowsOfParts(word, rows))).toEqual(expected);
  });
});
