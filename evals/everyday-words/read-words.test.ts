import { describe, expect, test } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { parseEverydayWords, readEverydayWords } from './read-words.ts';

test('a line gives a word, its official terms and its field; comments and empty lines give nothing', () => {
  expect(parseEverydayWords('# everyday\tofficial\tfield\n\n勒色\t垃圾|生活垃圾\t环卫\r\n')).toEqual([
    { everyday: '勒色', official: ['垃圾', '生活垃圾'], field: '环卫' },
  ]);
});

describe('a faulty line is told by its number', () => {
  test.each([
    ['without a field', '勒色\t垃圾', 'line 2: not three full columns'],
    ['with a column too many', '勒色\t垃圾\t环卫\t多', 'line 2: not three full columns'],
    ['with an empty official term', '勒色\t垃圾|\t环卫', 'line 2: not three full columns'],
    ['that repeats a word', '毛坑\t厕所\t环卫', 'line 2: the word is there twice'],
    ['whose word stands in the official term', '公厕\t公厕管理\t环卫', 'line 2: word and official term hold'],
    ['whose official term stands in the word', '公厕门口\t公厕\t环卫', 'line 2: word and official term hold'],
  ])('%s', (_title, line, message) => {
    const parse = (): unknown => parseEverydayWords(`毛坑\t公共厕所\t环卫\n${line}`);
    expect(parse).toThrow(EvaluationError);
    expect(parse).toThrow(message);
  });
});

test('the list that the figures rest on is whole', () => {
  const words = readEverydayWords();
  expect(words).toHaveLength(240);
  expect(new Set(words.map(({ field }) => field)).size).toBeGreaterThan(20);
});
