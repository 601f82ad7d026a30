import { describe, expect, test } from 'vitest';
import type { GoldenQuestion } from '../golden/question.ts';
import type { AnswerRecord } from '../runs/answer-record.ts';
import { strictVerdict, verbatimSlice } from './strict-verdict.ts';

const TEXT = '义桥镇共有下沉执法队员22名，镇级配备辅\n助力量134人。瓜沥镇另有689项。';
const texts = new Map([['page.txt', TEXT]]);
const QUOTE = '下沉执法队员22名';

const question: GoldenQuestion = {
  id: 'q1',
  persona: 'resident',
  type: 'number',
  question: '执法队员几个',
  answerable: true,
  must: [['22名', '22人']],
  must_not: ['134'],
  evidence: [{ seed: 'page.txt', quote: QUOTE }],
  max_chars: 20,
  derived: [],
};
const start = TEXT.indexOf(QUOTE);
const citation = { mark: 1, document: 'page.txt', start, end: start + QUOTE.length, quote: QUOTE };
const answer: AnswerRecord = {
  id: 'q1',
  status: 'answered',
  answer: '下沉执法队员22名[1]。',
  citations: [citation],
};
const impossible: GoldenQuestion = { ...question, answerable: false, must: [], evidence: [] };

describe('an answerable question', () => {
  test('passes when the answer is right, clean, short and cited', () => {
    expect(strictVerdict(question, answer, texts)).toEqual({
      passed: true,
      reasons: [],
      misleading: false,
      wronglyRefused: false,
      evidenceCited: true,
    });
  });

  test.each<[string, Partial<AnswerRecord>, readonly string[], boolean, boolean]>([
    ['a wrong figure', { answer: '下沉执法队员32名[1]。' }, ['missing 22名'], true, false],
    ['a neighbouring figure', { answer: '下沉队员22名，辅助134人[1]。' }, ['wrong 134'], true, false],
    ['a refusal', { status: 'refused', answer: '没有写到。' }, ['refused', 'missing 22名'], false, true],
    ['a refusal that tells', { status: 'refused' }, ['refused'], false, true],
    ['too many words', { answer: `${'啊'.repeat(20)}下沉执法队员22名[1]。` }, ['long 30>20'], false, false],
    ['no citation', { citations: [] }, ['uncited'], false, false],
    [
      'a citation shifted by one character',
      { citations: [{ ...citation, start: start + 1, end: citation.end + 1 }] },
      ['uncited'],
      false,
      false,
    ],
    [
      'a citation of another place',
      { citations: [{ ...citation, start: 0, end: 3, quote: '义桥镇' }] },
      ['uncited'],
      false,
      false,
    ],
    [
      'a citation of another document',
      { citations: [{ ...citation, document: 'other.txt' }] },
      ['uncited'],
      false,
      false,
    ],
    [
      'an error line',
      { status: undefined, answer: undefined } as never,
      ['refused', 'missing 22名'],
      false,
      true,
    ],
  ])('fails for %s', (_, change, reasons, misleading, wronglyRefused) => {
    const verdict = strictVerdict(question, { ...answer, ...change }, texts);
    expect(verdict).toMatchObject({ passed: false, reasons, misleading, wronglyRefused });
  });

  test('fails without an answer line and counts as wrongly refused', () => {
    expect(strictVerdict(question, undefined, texts)).toMatchObject({
      passed: false,
      reasons: ['no answer line'],
      misleading: false,
      wronglyRefused: true,
    });
  });

  test('may be a quarter longer than its bound, marks not counted', () => {
    const exact = { ...answer, answer: `${'啊'.repeat(16)}下沉执法队员22名[1][2]` };
    expect(strictVerdict({ ...question, max_chars: 20 }, exact, texts).reasons).toEqual([]);
    expect(strictVerdict({ ...question, max_chars: 19 }, exact, texts).reasons).toEqual(['long 25>19']);
  });

  test('may be asked back without a citation only when it is ambiguous', () => {
    const asked = { ...answer, status: 'clarify', citations: [] };
    expect(strictVerdict({ ...question, type: 'ambiguous' }, asked, texts).passed).toBe(true);
    expect(strictVerdict(question, asked, texts).reasons).toEqual(['uncited']);
  });

  test('about bad data may be refused when everything is told', () => {
    const refused = { ...answer, status: 'refused', citations: [] };
    expect(strictVerdict({ ...question, type: 'data_quality' }, refused, texts).passed).toBe(true);
    expect(
      strictVerdict({ ...question, type: 'data_quality' }, { ...refused, answer: '没有。' }, texts).reasons,
    ).toEqual(['refused', 'missing 22名']);
  });
});

describe('an unanswerable question', () => {
  test.each(['refused', 'blocked'])('passes when it is %s', (status) => {
    expect(strictVerdict(impossible, { ...answer, status, answer: '没有写到。' }, texts).passed).toBe(true);
  });

  test('fails, misleading, when it is answered', () => {
    expect(strictVerdict(impossible, answer, texts)).toMatchObject({
      passed: false,
      misleading: true,
      reasons: ['answered unanswerable'],
    });
  });

  test('fails when a refusal tells what must not be told', () => {
    const told = { ...answer, status: 'refused', answer: '没有写，只有134人。' };
    expect(strictVerdict(impossible, told, texts).reasons).toEqual(['fabricated 134']);
  });
});

test('a citation is verbatim up to white space and punctuation, and no longer than 200 characters', () => {
  const from = TEXT.indexOf('镇级');
  const broken = { document: 'seeds/page.txt', start: from, end: from + 12, quote: '镇级配备，辅助力量134' };
  expect(verbatimSlice(broken, texts)).toBe('镇级配备辅\n助力量134');
  expect(verbatimSlice({ ...broken, quote: '镇级配备辅助力量13' }, texts)).toBeUndefined();
  expect(verbatimSlice({ ...broken, end: from + 11 }, texts)).toBeUndefined();
  const long = '字'.repeat(201);
  const other = new Map([['long.txt', long]]);
  expect(verbatimSlice({ document: 'long.txt', start: 0, end: 201, quote: long }, other)).toBeUndefined();
  const shorter = { document: 'long.txt', start: 0, end: 200, quote: long.slice(1) };
  expect(verbatimSlice(shorter, other)).toBe(long.slice(1));
});
