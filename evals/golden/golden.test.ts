import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPlaces, type Place } from '../documents/places.ts';
import { bodyOf, readArticleTruth } from '../documents/truth.ts';
import { pairShare } from '../metrics/pair-share.ts';
import { type GoldenQuestion, QUESTION_TYPES } from './question.ts';
import { questionFaults, repeatedIds } from './question-faults.ts';
import { readGoldenSet } from './read-questions.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const texts = new Map(
  readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(join(SEEDS, name), 'utf8').replace(/^\ufeff/, '')]),
);
const { tuned, aside, mustFail } = readGoldenSet(import.meta.dirname);
const all = [...tuned, ...aside];
const near = readGoldenSet(join(import.meta.dirname, '../near-misses'));

describe('the golden questions', () => {
  test('are sound each by itself: verbatim evidence, founded expectations, fields that agree', () => {
    expect(all.flatMap((question) => questionFaults(question, texts))).toEqual([]);
  });

  test('have ids of their own', () => {
    expect(repeatedIds([...all, ...mustFail])).toEqual([]);
  });

  test('are 300 or more, of which 50 or more can not be answered, and a part stands aside', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(all.filter(({ answerable }) => !answerable).length).toBeGreaterThanOrEqual(50);
    expect(aside.length).toBeGreaterThanOrEqual(100);
  });

  test('are of every type and of both personas in both parts', () => {
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(QUESTION_TYPES));
    for (const part of [tuned, aside]) expect(new Set(part.map(({ persona }) => persona)).size).toBe(2);
  });

  test('of residents hardly overlap with their evidence: a quarter or less of the pairs for 70 % of them', () => {
    const shares = all
      .filter(({ persona, answerable }) => persona === 'resident' && answerable)
      .map(({ question, evidence }) =>
        pairShare(
          question,
          evidence.map(({ quote }) => quote),
        ),
      );
    expect(shares.filter((share) => share <= 0.25).length / shares.length).toBeGreaterThanOrEqual(0.7);
  });

  test('touch every article of every document', () => {
    const untouched = [...texts].flatMap(([name, text]) => {
      const places = createPlaces(text);
      return readArticleTruth(join(import.meta.dirname, '../documents'), name)
        .map((article) => ({ ...article, body: bodyOf(places, article) }))
        .filter(({ body }) => !all.some((question) => touches(question, name, text, body)))
        .map(({ headline }) => headline);
    });
    expect(untouched).toEqual([]);
  });
});

/** Does a question's evidence stand within a stretch of a document? The first place of a quote counts. */
function touches({ evidence }: GoldenQuestion, name: string, text: string, body: Place): boolean {
  return evidence.some(({ seed, quote }) => {
    const place = text.indexOf(quote);
    return seed === name && place >= body.start && place + quote.length <= body.end;
  });
}

test('the near misses are sound, have no answer, and none is a golden question again', () => {
  const misses = [...near.tuned, ...near.aside];
  expect(near.tuned.length).toBeGreaterThanOrEqual(50);
  expect(near.aside.length).toBeGreaterThanOrEqual(50);
  expect(misses.flatMap((question) => questionFaults(question, texts))).toEqual([]);
  expect(misses.filter(({ answerable }) => answerable)).toEqual([]);
  expect(repeatedIds([...all, ...misses])).toEqual([]);
});

test('the questions that must fail are asked with verbatim evidence', () => {
  expect(mustFail.length).toBeGreaterThan(0);
  for (const { evidence } of mustFail) {
    for (const { seed, quote } of evidence) expect(texts.get(seed)).toContain(quote);
  }
});

describe('the validator says no', () => {
  const sound: GoldenQuestion = {
    id: 'q1',
    persona: 'resident',
    type: 'number',
    question: '几个人',
    answerable: true,
    must: [['22名', '二十二']],
    must_not: ['134'],
    evidence: [{ seed: 'page.txt', quote: '执法队员22名' }],
    max_chars: 100,
    derived: [],
  };
  const page = new Map([['page.txt', '共有执法队员22名，\n辅助134人']]);

  test('but not to a sound question', () => {
    expect(questionFaults(sound, page)).toEqual([]);
  });

  test.each<[string, Partial<GoldenQuestion>, string]>([
    [
      'an unknown document',
      { evidence: [{ seed: 'other.txt', quote: '执法队员22名' }] },
      'evidence 0 names no document',
    ],
    [
      'a changed quote',
      { evidence: [{ seed: 'page.txt', quote: '执法队员共22名' }] },
      'evidence 0 is not verbatim',
    ],
    [
      'a quote over two lines',
      { evidence: [{ seed: 'page.txt', quote: '22名，\n辅助' }] },
      'evidence 0 has a line break',
    ],
    [
      'an expectation out of the air',
      { must: [['22名'], ['四十名']] },
      'must 1 is neither in the evidence nor derived',
    ],
    ['a must that is a must_not', { must_not: ['22', '二十'] }, 'must 0 holds a must_not'],
    ['an answerable question without expectations', { must: [] }, 'answerable without must or evidence'],
    ['an unanswerable one with them', { answerable: false }, 'unanswerable with must or evidence'],
    ['a follow-up without history', { type: 'followup' }, 'history and followup do not go together'],
  ])('to %s', (_, change, fault) => {
    expect(questionFaults({ ...sound, ...change }, page)).toContain(`q1: ${fault}`);
  });

  test('but not to an expectation that is marked as derived', () => {
    expect(questionFaults({ ...sound, must: [['四十名']], derived: ['四十名'] }, page)).toEqual([]);
  });

  test('to an id that comes twice', () => {
    expect(repeatedIds([sound, { ...sound, id: 'q2' }, sound])).toEqual(['q1']);
  });
});
