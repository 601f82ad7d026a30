import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { Citations } from './citations.ts';
import { sourceOf } from './cited.ts';
import type { Statement } from './statement.ts';
import { readTestPages, statementWith } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

/** The run of words taken out of the sentence of the test pages that holds it. */
function cut(words: string): Statement {
  const whole = statementWith(index, words);
  const { text } = index.documents.get(whole.candidate.sentence.document)!;
  const start = text.indexOf(words, whole.start);
  return { ...whole, text: words, start, end: start + words.length };
}

const quoteOf = (statement: Statement, citations = new Citations(index)): string => {
  const { document, start, end } = sourceOf(index, statement, citations);
  return index.documents.get(document)!.text.slice(start, end);
};

describe('what is quoted for a statement', () => {
  test('is the short sentence from which it is cut', () => {
    expect(quoteOf(cut('配备消防车2辆，'))).toBe(
      '竹川镇应急消防站占地1800平方米，配备消防车2辆，由副站长陶安平负责日常训练。',
    );
  });

  test.each([
    '藏书8000余册，',
    '每天9:00至20:30免费开放；',
    '现有队员22名、',
    '配备消防车2辆，',
  ])('is whole clauses and no longer than is read at a glance: %s', (words) => {
    const { text } = statementWith(index, words);
    const quote = quoteOf(cut(words));
    expect(quote).toContain(words);
    expect(quote.length).toBeLessThanOrEqual(120);
    expect(text.startsWith(quote) || /[，；]$/.test(text.slice(0, text.indexOf(quote)))).toBe(true);
  });

  test('is what was quoted before, when that holds it', () => {
    const citations = new Citations(index);
    const first = sourceOf(index, cut('占地1800平方米，'), citations);
    citations.mark(first);
    expect(sourceOf(index, cut('配备消防车2辆，'), citations)).toMatchObject({
      start: first.start,
      end: first.end,
    });
    expect(citations.list).toHaveLength(1);
  });

  test('is its own words where more would be quoted twice', () => {
    const citations = new Citations(index);
    citations.mark({ ...sourceOf(index, cut('占地1800平方米，'), citations), ...cut('占地1800平方米，') });
    expect(quoteOf(cut('配备消防车2辆，'), citations)).toBe('配备消防车2辆，');
  });
});
