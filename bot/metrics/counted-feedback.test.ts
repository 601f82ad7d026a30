import { expect, test } from 'vitest';
import { fakeStore } from '../conversations/fake-store.ts';
import type { Feedback } from '../conversations/store.ts';
import { BotError } from '../errors.ts';
import { countedFeedback } from './counted-feedback.ts';
import { createMetrics } from './metrics.ts';
import { readExposition } from './read-exposition.ts';

function counted(store = fakeStore()) {
  const metrics = createMetrics();
  const read = (name: string): readonly (readonly [...string[], number])[] =>
    (readExposition(metrics.read()).get(name)?.samples ?? []).map(
      ({ labels, value }) => [...Object.values(labels), value] as const,
    );
  return {
    book: countedFeedback(store, metrics),
    verdicts: () => read('wenqiao_feedback_total'),
    reasons: () => read('wenqiao_feedback_reasons_total'),
  };
}

function feedback(different: Partial<Feedback>): Feedback {
  const none = { reason: null, comment: null, question: '几点开门？', answer: '八点。' };
  return { channel: 'web', person: 'p1', verdict: 'bad', ...none, ...different };
}

test('verdicts and words are counted by channel, reasons apart from them', () => {
  const { book, verdicts, reasons } = counted();
  book.addFeedback(feedback({ verdict: 'good' }));
  book.addFeedback(feedback({ reason: 'outdated' }));
  book.addFeedback(feedback({ channel: 'telegram' }));
  book.addFeedback(feedback({ channel: 'telegram', verdict: null, comment: '很好' }));
  expect(verdicts()).toEqual([
    ['web', 'good', 1],
    ['web', 'bad', 1],
    ['telegram', 'bad', 1],
    ['telegram', 'words', 1],
  ]);
  expect(reasons()).toEqual([['web', 'outdated', 1]]);
});

test('a reason that follows its verdict is one verdict and one reason', () => {
  const { book, verdicts, reasons } = counted();
  const { id } = book.addFeedback(feedback({}));
  book.amendFeedback(id, { verdict: 'bad', reason: 'wrong' });
  book.amendFeedback(id, { verdict: 'bad', reason: 'wrong' });
  book.amendFeedback(id, { comment: '门牌号错了' });
  expect(verdicts()).toEqual([['web', 'bad', 1]]);
  expect(reasons()).toEqual([['web', 'wrong', 1]]);
});

test('a change of mind counts at both verdicts', () => {
  const { book, verdicts, reasons } = counted();
  const { id } = book.addFeedback(feedback({ reason: 'wrong' }));
  book.amendFeedback(id, { verdict: 'good', reason: null });
  expect(verdicts()).toEqual([
    ['web', 'bad', 1],
    ['web', 'good', 1],
  ]);
  expect(reasons()).toEqual([['web', 'wrong', 1]]);
});

test('what was not kept is not counted', () => {
  const full = (): never => {
    throw new BotError('store_unavailable', 'the disk is full');
  };
  const { book, verdicts } = counted({ ...fakeStore(), addFeedback: full });
  expect(() => book.addFeedback(feedback({}))).toThrow('the disk is full');
  expect(book.amendFeedback(99, { verdict: 'good' })).toBeUndefined();
  expect(verdicts()).toEqual([]);
});
