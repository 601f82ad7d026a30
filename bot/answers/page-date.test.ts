import { describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Citation } from './answer.ts';
import { Citations } from './citations.ts';
import { say } from './say.ts';
import { readTestPages, statementWith } from './test-pages.ts';
import { verify } from './verify.ts';

const PRECISIONS = ['year', 'month', 'day'] as const;

/** The test pages, with another date for the page of Liantang, which tells of 12月27日. */
function pagesOf(date: string): CorpusIndex {
  const index = readTestPages();
  const content = index.documents.get('liantang.txt')!;
  const precision = PRECISIONS[date.split('-').length - 1]!;
  const description = { ...content.description, date: { value: date, precision, basis: '报头' } };
  const documents = new Map(index.documents).set('liantang.txt', { ...content, description });
  return { ...index, documents };
}

function answerOn(date: string, words: string): { index: CorpusIndex; text: string; citations: Citation[] } {
  const index = pagesOf(date);
  const statement = statementWith(index, words);
  const { document, headline } = statement.candidate.sentence;
  const citations = new Citations(index);
  const mark = citations.mark({ document, start: statement.start, end: statement.end, headline });
  return { index, text: `${say(index, statement).text}[${mark}]。`, citations: [...citations.list] };
}

describe('a day without a year is told by the date of its page', () => {
  test.each([
    ['2022-01-08', '2021年12月27日'],
    ['2022-01', '2021年12月27日'],
    ['2021-12-28', '2021年12月27日'],
    ['2021', '2021年12月27日'],
  ])('a page of %s: %s', (date, expected) => {
    const { index, text, citations } = answerOn(date, '召开人民代表大会');
    expect(text).toContain(`${expected}，莲塘镇召开人民代表大会`);
    expect(text.match(/20\d{2}年/g)).toHaveLength(1);
    expect(verify(index, text, citations)).toEqual({ passed: true, faults: [] });
  });

  test('and not by another year, which is not verified', () => {
    const { index, text, citations } = answerOn('2022-01-08', '召开人民代表大会');
    expect(verify(index, text.replace('2021年', '2020年'), citations).faults).toEqual(['number 2020']);
    // The year before a page of January is verified, that before a page of December is not.
    const told = '2024年12月27日[1]。';
    expect(verify(pagesOf('2025-01-08'), told, citations).passed).toBe(true);
    expect(verify(pagesOf('2025-12-28'), told, citations).faults).toEqual(['number 2024']);
  });

  test('also where only the date is quoted out of its sentence', () => {
    const index = pagesOf('2024-01-08');
    const { document, headline, text, start } = statementWith(index, '召开人民代表大会').candidate.sentence;
    const citations = new Citations(index);
    citations.mark({
      document,
      start: start + text.indexOf('12月'),
      end: start + text.indexOf('，'),
      headline,
    });
    expect(citations.list[0]!.quote).toBe('12月27日');
    expect(verify(index, '2023年12月27日[1]。', citations.list)).toEqual({ passed: true, faults: [] });
  });
});
