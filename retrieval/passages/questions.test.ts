import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { RetrievalError } from '../errors.ts';
import { readQuestions } from './questions.ts';
import { reviewedFile } from './reviewed-file.ts';

const TEXT = '柳溪镇在青石村开办了长者食\n堂。食堂由镇里补贴，老人每顿只付八元。食堂由镇里补贴。\n';

function read(content: string): ReturnType<typeof readQuestions> {
  return readQuestions(
    join(temporaryFolder({ 'questions/柳溪.yaml': content }), 'questions', '柳溪.yaml'),
    TEXT,
  );
}

test('the file of a document bears its name without the ending', () => {
  const folder = temporaryFolder({ 'questions/柳溪.yaml': '' });
  expect(reviewedFile(folder, 'questions', '柳溪.txt')).toBe(join(folder, 'questions', '柳溪.yaml'));
  expect(reviewedFile(folder, 'questions', '柳溪.md')).toBe(join(folder, 'questions', '柳溪.yaml'));
  expect(reviewedFile(folder, 'questions', '霞浦.txt')).toBeUndefined();
});

describe('questions are tied to the place of their quote', () => {
  test.each([
    ['as printed', '老人每顿只付八元', '老人每顿只付八元'],
    ['over a line end that the page has', '长者食堂。', '长者食\n堂。'],
    ['over a line end that the quote has', '"老人每顿\\n 只付八元"', '老人每顿只付八元'],
  ])('%s', (_title, quote, printed) => {
    const { found, lost } = read(`- quote: ${quote}\n  questions: [吃饭多少钱？, 一顿几块钱？]\n`);
    expect(lost).toEqual([]);
    expect(found).toHaveLength(1);
    expect(TEXT.slice(found[0]!.start, found[0]!.end)).toBe(printed);
    expect(found[0]!.questions).toEqual(['吃饭多少钱？', '一顿几块钱？']);
  });

  test('the first one when the page says it twice', () => {
    expect(read('- {quote: 食堂由镇里补贴, questions: [谁出钱？]}').found[0]!.start).toBe(
      TEXT.indexOf('食堂由镇里补贴'),
    );
  });
});

test('a quote that no longer stands in the document is told as lost, and the others are kept', () => {
  const { found, lost } = read(
    '- {quote: 老人每顿只付九元, questions: [多少钱？]}\n- {quote: 老人每顿只付八元, questions: [多少钱？]}\n',
  );
  expect(lost).toEqual(['老人每顿只付九元']);
  expect(found).toHaveLength(1);
});

test.each(['', '# 待补', '[]'])('a file of %j holds no questions', (content) => {
  expect(read(content)).toEqual({ found: [], lost: [] });
});

describe('a fault is told in one line that names file and entry', () => {
  test.each([
    ['no YAML', '- quote: [', /柳溪\.yaml is not valid YAML/],
    ['no list', 'quote: 食堂', /柳溪\.yaml: entry/],
    ['an entry without questions', '- {quote: 食堂}', /entry 0\.questions/],
    ['an empty list of questions', '- {quote: 食堂, questions: []}', /entry 0\.questions/],
    ['an empty question', '- {quote: 食堂, questions: [""]}', /entry 0\.questions\.0/],
    ['a quote of blanks', '- {quote: " ", questions: [在哪？]}', /entry 0\.quote/],
    ['a key that nobody knows', '- {quote: 食堂, question: [在哪？], questions: [在哪？]}', /entry 0/],
  ])('%s', (_title, content, message) => {
    expect(() => read(content)).toThrow(RetrievalError);
    expect(() => read(content)).toThrow(message);
    expect(() => read(content)).toThrow(
      expect.objectContaining({ reason: 'questions_invalid', message: expect.not.stringContaining('\n') }),
    );
  });
});
