import { describe, expect, test } from 'vitest';
import { withoutManner } from './manner.ts';

describe('a question without what it says of the answer', () => {
  test.each([
    ['食堂有几家？请一一列出', '食堂有几家'],
    ['食堂投入多少？要带上限定词', '食堂投入多少'],
    ['食堂有哪几家，名单给全，年份标清', '食堂有哪几家'],
    ['食堂是6家，我材料这样写可以吗', '食堂是6家'],
    ['食堂是6家，请核一下这句对不对？', '食堂是6家'],
    ['食堂那一段，原文怎么写的', '食堂那一段'],
  ])('%s: %s', (question, rest) => {
    expect(withoutManner(question)).toBe(rest);
  });

  test.each([
    '食堂有几家，书房几家',
    '没评上，还要给钱吗',
    '要带上什么材料',
    '食堂对外营业吗，老人要带卡吗',
    '请列出食堂',
  ])('is the question itself: %s', (question) => {
    expect(withoutManner(question)).toBe(question);
  });

  test('is the question itself, and at once, where a clause goes on and on', () => {
    const long = `食堂，${'请一个不漏'.repeat(400)}，${'把它都'.repeat(400)}`;
    expect(withoutManner(long)).toBe(long);
  });
});
