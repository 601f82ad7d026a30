import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import {
  CONFIDENCE,
  CONFIDENCE_WITHOUT_QUESTIONS,
  type ConfidenceSigns,
  confidence,
  confidenceSigns,
  type WordSources,
  weightsFor,
} from './confidence.ts';
import { candidateFor, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

/** Every sign at 0, whichever there are. */
const { bias: _bias, ...signs } = CONFIDENCE;
const NOTHING = Object.fromEntries(Object.keys(signs).map((name) => [name, 0])) as unknown as ConfidenceSigns;
const weights = { ...NOTHING, bias: -1, like: 2, unsupported: -3 };

describe('confidence', () => {
  test('is the logistic of the weighted sum', () => {
    expect(confidence(weights, NOTHING)).toBeCloseTo(1 / (1 + Math.E), 10);
    expect(confidence(weights, { ...NOTHING, like: 0.5 })).toBeCloseTo(0.5, 10);
    expect(confidence({ ...NOTHING, bias: 0, type: 4 }, { ...NOTHING, type: 1 })).toBeCloseTo(0.982, 3);
  });

  test.each(Object.keys(NOTHING) as (keyof ConfidenceSigns)[])('weighs the sign %s', (name) => {
    const weighing = { ...NOTHING, bias: 0, [name]: 3 };
    expect(confidence(weighing, { ...NOTHING, [name]: 1 })).toBeCloseTo(1 / (1 + Math.exp(-3)), 10);
  });

  test('is a probability, whatever the signs', () => {
    for (const sign of [-1e6, -1, 0, 1, 1e6]) {
      const value = confidence(CONFIDENCE, { ...NOTHING, like: sign });
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  test('as it is shipped grows with likeness and falls with words that nothing supports', () => {
    const plain = confidence(CONFIDENCE, NOTHING);
    expect(confidence(CONFIDENCE, { ...NOTHING, like: 1 })).toBeGreaterThan(plain);
    expect(confidence(CONFIDENCE, { ...NOTHING, unsupported: 1 })).toBeLessThan(plain);
  });
});

describe('the weights for a page', () => {
  test('are its own where no everyday question points at it', () => {
    const index = readTestPages();
    const without = candidateFor(sentenceWith(index, '现有队员30名'));
    expect(index.documents.get(without.sentence.document)?.questions).toHaveLength(0);
    expect(weightsFor(index, without)).toBe(CONFIDENCE_WITHOUT_QUESTIONS);
    expect(weightsFor(index, candidateFor(sentenceWith(index, '现有队员22名')))).toBe(CONFIDENCE);
  });

  test('rest on no likeness to everyday questions where there are none', () => {
    const sure = { ...NOTHING, coverage: 1, passage: 1, type: 1, meaning: 1 };
    const alone = confidence(CONFIDENCE_WITHOUT_QUESTIONS, sure);
    expect(confidence(CONFIDENCE_WITHOUT_QUESTIONS, { ...sure, like: 1, votes: 1 })).toBe(alone);
    expect(confidence(CONFIDENCE, { ...sure, like: 1, votes: 1 })).toBeGreaterThan(
      confidence(CONFIDENCE, sure),
    );
    expect(alone).toBeGreaterThan(confidence(CONFIDENCE_WITHOUT_QUESTIONS, { ...sure, unsupported: 1 }));
  });
});

describe('words that nothing around a sentence supports', () => {
  let index: CorpusIndex;
  let sources: WordSources;

  beforeAll(() => {
    index = readTestPages();
    sources = {
      index,
      thesaurus: createThesaurus([{ everyday: '饭堂', official: ['食堂'] }]),
      isStopWord: (word) => word === '多少',
    };
  });

  const unsupported = (question: string, words: string): number => {
    const understanding = understandingOf(question);
    return confidenceSigns(sources, understanding, candidateFor(sentenceWith(index, words)), []).unsupported;
  };

  test('are none when the sentence says them', () => {
    expect(unsupported('老年食堂有几家', '新建老年食堂6家')).toBe(0);
  });

  test('are none when an official word stands for them', () => {
    expect(unsupported('饭堂有几家', '新建老年食堂6家')).toBe(0);
  });

  test('are none when an everyday question that the sentence answers says them', () => {
    expect(unsupported('借书', '共享书房位于沿河路')).toBe(0);
    expect(unsupported('借书', '新建老年食堂6家')).toBe(1);
  });

  test('are none when the row or the town says them', () => {
    expect(unsupported('养老服务', '新建老年食堂6家')).toBe(0);
    expect(unsupported('莲塘镇', '累计送餐')).toBe(0);
  });

  test('are all when it is about something else', () => {
    expect(unsupported('游泳馆', '新建老年食堂6家')).toBe(1);
  });

  test('are a share when it says some of them', () => {
    const share = unsupported('老年食堂游泳馆', '新建老年食堂6家');
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });

  test('are none when nothing but asking is left', () => {
    expect(unsupported('多少', '新建老年食堂6家')).toBe(0);
  });

  test('come with the signs of the search', () => {
    const candidate = candidateFor(sentenceWith(index, '新建老年食堂6家'), {
      like: 0.4,
      coverage: 0.5,
      type: 1,
      unmet: 0.3,
    });
    expect(confidenceSigns(sources, understandingOf('食堂'), candidate, [])).toMatchObject({
      like: 0.4,
      coverage: 0.5,
      type: 1,
      unmet: 0.3,
    });
  });
});

describe('the margin', () => {
  test('is what the candidate scores above the best other one', () => {
    const index = readTestPages();
    const sources = {
      index,
      thesaurus: createThesaurus([]),
      isStopWord: () => false,
    };
    const best = candidateFor(sentenceWith(index, '新建老年食堂6家'), {}, { score: 1.2 });
    const next = candidateFor(sentenceWith(index, '现有队员30名'), {}, { score: 0.9 });
    const marginOf = (candidate: typeof best, all: readonly (typeof best)[]): number =>
      confidenceSigns(sources, understandingOf('食堂'), candidate, all).margin;
    expect(marginOf(best, [best, next])).toBeCloseTo(0.3, 10);
    expect(marginOf(next, [best, next])).toBeCloseTo(-0.3, 10);
    expect(marginOf(best, [best])).toBe(1.2);
    // It goes by the order, in which what is unlikely to tell it counts for more than in the score.
    const unlikely = { ...next, order: 0.5 };
    expect(marginOf(best, [best, unlikely])).toBeCloseTo(0.7, 10);
  });
});
