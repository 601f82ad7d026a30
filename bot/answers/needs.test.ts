import { describe, expect, test } from 'vitest';
import type { AnswerKind } from '../questions/kinds.ts';
import { LONG, needsOf } from './needs.ts';
import { understandingOf } from './test-pages.ts';

const given = { terms: new Map([['食堂', 1]]), persons: ['方志远'] };
const KINDS: readonly AnswerKind[] = [
  'number',
  'date',
  'place',
  'person',
  'list',
  'definition',
  'yesno',
  'howto',
  'reason',
  'comparison',
  'wording',
  'fact',
];

describe('what a statement must be like', () => {
  test.each(KINDS)('leaves room for town, year and mark in an answer of the sort %s', (kind) => {
    const { limit } = needsOf(understandingOf('食堂', { kind, wants: 2 }), given);
    expect(limit).toBeGreaterThanOrEqual(60);
    expect(limit).toBeLessThanOrEqual(LONG.has(kind) || kind === 'wording' ? 200 : 160 - 20);
  });

  test('has more room when several things are asked for at once', () => {
    const one = needsOf(understandingOf('食堂', { kind: 'number', wants: 1 }), given);
    const two = needsOf(understandingOf('食堂', { kind: 'number', wants: 2 }), given);
    expect(two.limit).toBeGreaterThan(one.limit);
  });

  test('is tight where one figure is asked for, wide where a list goes on', () => {
    expect(needsOf(understandingOf('食堂', { kind: 'number' }), given).tight).toBe(true);
    expect(needsOf(understandingOf('食堂', { kind: 'list' }), given).tight).toBe(false);
  });

  test('counts items for lists only', () => {
    expect(needsOf(understandingOf('食堂', { kind: 'list', items: 6 }), given).items).toBe(6);
    expect(needsOf(understandingOf('食堂', { kind: 'list', items: null }), given).items).toBeGreaterThan(1);
    expect(needsOf(understandingOf('食堂', { kind: 'number', items: 6 }), given).items).toBeUndefined();
  });

  test('asks about all of several when the question does', () => {
    const asksAll = (question: string): boolean | undefined =>
      needsOf(understandingOf(question), given).asksAll;
    expect(asksAll('七家食堂是不是统统开门了')).toBe(true);
    expect(asksAll('食堂开门了吗')).toBe(false);
    expect(asksAll('食堂统统有几家')).toBe(false);
  });

  test('carries on what the search and the vocabulary give', () => {
    const understanding = understandingOf('镇长是谁');
    expect(needsOf(understanding, given)).toMatchObject({
      ...given,
      offices: ['镇长'],
      attributes: ['person'],
    });
  });
});
