import { expect, test } from 'vitest';
import { understandingOf } from './test-pages.ts';
import { typeFit } from './type-fit.ts';

const fitOf = (question: string, text: string): number => typeFit(understandingOf(question), text, []);

test('a procedure is told by its steps', () => {
  const question = '助餐卡怎么办理';
  expect(fitOf(question, '老人先提出申请，由村里审核后发卡。')).toBe(1);
  expect(fitOf(question, '老人向村里提出申请。')).toBe(0.5);
  expect(fitOf(question, '助餐卡是方便老人的好办法。')).toBe(0);
});

test('a figure is told by one of its sort', () => {
  expect(fitOf('消防站总投资多少钱', '总投资1200万元')).toBe(1);
  expect(fitOf('消防站总投资多少钱', '占地1800平方米')).toBe(0);
});
