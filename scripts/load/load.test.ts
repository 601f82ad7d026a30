import { describe, expect, test } from 'vitest';
import { UsageError } from '../desk/usage-error.ts';
import { readArguments } from './arguments.ts';
import { growthOf } from './memory.ts';
import { loadFaults, renderReport } from './render-report.ts';
import type { LoadReport } from './run-load.ts';
import { Tally } from './tally.ts';

describe('the command line', () => {
  test('nothing given is fifty people for a minute', () => {
    expect(readArguments([])).toEqual({ kind: 'load', people: 50, minutes: 1, json: false });
  });

  test('people, minutes and JSON', () => {
    expect(readArguments(['--people', '200', '--minutes=0.5', '--json'])).toEqual({
      ...{ kind: 'load', people: 200, minutes: 0.5, json: true },
    });
  });

  test.each([
    [['--people', '0'], '--people 要写 1 到 9999'],
    [['--minutes', 'ten'], '--minutes 要写大于 0'],
    [['--minutes', '0'], '--minutes 要写大于 0'],
    [['--faster'], '--faster'],
  ])('%j is wrong usage, said in one line', (words, fault) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(fault);
  });
});

test('a tally gives percentiles of what was answered, and counts errors apart', () => {
  const tally = new Tally();
  for (let ms = 1; ms <= 100; ms += 1) tally.answered(ms);
  tally.failed('ECONNRESET');
  expect(tally.figures(10)).toEqual({
    ...{
      answered: 100,
      errors: 1,
      reasons: { ECONNRESET: 1 },
      perSecond: 10,
      p50Ms: 50,
      p95Ms: 95,
      p99Ms: 99,
    },
  });
  expect(new Tally().figures(10)).toMatchObject({ answered: 0, p99Ms: 0 });
});

describe('growth', () => {
  const samples = (heaps: readonly number[]) => heaps.map((heapMb, at) => ({ minute: at / 2, heapMb }));

  test('is that of the lowest points after the first third, in which caches fill', () => {
    expect(growthOf(samples([50, 90, 120, 100, 190, 130, 180, 100, 170]))).toBe(0);
    expect(growthOf(samples([50, 90, 120, 100, 190, 130, 180, 120, 170]))).toBe(10);
  });

  test('is none where there are too few samples', () => {
    expect(growthOf(samples([100]))).toBe(0);
    expect(growthOf([])).toBe(0);
  });
});

describe('a report', () => {
  const channel = { answered: 90, errors: 0, reasons: {}, perSecond: 9, p50Ms: 20, p95Ms: 40, p99Ms: 60 };
  const memory = [
    { minute: 0, residentMb: 400, heapMb: 100 },
    { minute: 5, residentMb: 402, heapMb: 101 },
  ];
  const good: LoadReport = {
    ...{ people: 50, seconds: 300, web: channel, telegram: channel, memory, growthMb: 1, exitCode: 0 },
  };

  test('is a table with a line a channel', () => {
    const text = renderReport(good);
    expect(text).toContain('| 网页 | 90 | 9 | 20 | 40 | 60 | 0 |\n| Telegram | 90 |');
    expect(text).toContain('热身后 400 MB，结束时 402 MB');
    expect(text).not.toContain('!');
    expect(loadFaults(good)).toEqual([]);
  });

  test.each<[string, Partial<LoadReport>, string]>([
    ['errors', { web: { ...channel, errors: 2, reasons: { timeout: 2 } } }, '出错 2：timeout ×2'],
    ['memory that grows', { growthMb: 12 }, '内存一直在涨'],
    ['a bad end', { exitCode: null }, '没有正常停下，退出码 无'],
  ])('says no to %s', (_, different, fault) => {
    expect(loadFaults({ ...good, ...different })).toEqual([fault]);
    expect(renderReport({ ...good, ...different })).toContain(`! ${fault}`);
  });

  test('says nothing of growth over a short time', () => {
    expect(loadFaults({ ...good, seconds: 60, growthMb: 50 })).toEqual([]);
  });
});
