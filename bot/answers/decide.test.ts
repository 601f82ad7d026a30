import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Candidate, Signs } from './candidates.ts';
import { type Refusal, refusePlace, THRESHOLDS } from './decide.ts';
import { candidateFor, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

describe('a refusal by place', () => {
  const NEAR: Partial<Signs> = { like: 0.5, coverage: 0.5 };
  const refused = (question: string, candidates: readonly Candidate[]): Refusal | undefined => {
    const understanding = understandingOf(question);
    return refusePlace(understanding, understanding.aspects[0]!, candidates);
  };
  const candidate = (signs: Partial<Signs>): Candidate =>
    candidateFor(sentenceWith(index, '累计送餐'), { ...NEAR, ...signs });

  test('names the town that no document covers', () => {
    expect(refused('梅浦镇有几家食堂', [candidate({})])).toEqual({ reason: 'other_town', about: '梅浦镇' });
  });

  test('is none when a covered town is named beside it', () => {
    expect(refused('竹川镇和梅浦镇的食堂', [candidate({})])).toBeUndefined();
  });

  test('names the town that a comparison cannot do without', () => {
    expect(refused('竹川镇和梅浦镇的食堂哪个更多', [candidate({})])).toEqual({
      reason: 'other_town',
      about: '梅浦镇',
    });
  });

  test('names the town asked for when only another has it', () => {
    expect(refused('竹川镇送餐几份', [candidate({ town: -1 })])).toEqual({
      reason: 'other_town',
      about: '竹川镇',
    });
    expect(refused('竹川镇送餐几份', [candidate({ town: -1 }), candidate({ town: 0 })])).toBeUndefined();
  });

  test('is not put off by a far candidate of the right town', () => {
    const far = candidate({ town: 0, like: 0.05, coverage: 0.05 });
    expect(refused('竹川镇送餐几份', [candidate({ town: -1 }), far])?.reason).toBe('other_town');
  });

  test('names the year asked for when only another has it', () => {
    expect(refused('2020年送餐几份', [candidate({ year: -1 })])).toEqual({
      reason: 'other_year',
      about: '2020年',
    });
    expect(refused('2020年送餐几份', [candidate({ year: -0.3 })])).toBeUndefined();
  });

  test('is none for a premise, which is corrected instead', () => {
    expect(refused('2020年送餐4.6万份吗', [candidate({ year: -1 })])).toBeUndefined();
    expect(refused('莲塘镇送餐4.6万份对吗', [candidate({ town: -1 })])).toBeUndefined();
  });

  test('is the town of an open question, though yes or no answers it', () => {
    expect(refused('竹川镇送餐是否超过4万份', [candidate({ town: -1 })])?.reason).toBe('other_town');
    expect(refused('竹川镇有没有送餐', [candidate({ town: 0 })])).toBeUndefined();
  });

  test('says that the documents hold nothing when nothing is found', () => {
    expect(refused('送餐几份', [])).toEqual({ reason: 'not_in_documents', about: '' });
  });

  test('has thresholds between 0 and 1', () => {
    for (const threshold of Object.values(THRESHOLDS)) {
      expect(threshold).toBeGreaterThanOrEqual(0);
      expect(threshold).toBeLessThan(1);
    }
  });
});
