import { describe, expect, it } from 'vitest';
import { readGapsArguments } from './arguments.ts';

const FOLDER = '/home/reader';

describe('the words after npm run gaps', () => {
  it('ask for everything when there are none', () => {
    expect(readGapsArguments([], FOLDER)).toEqual({ kind: 'gaps', json: false });
  });

  it('name a day and places, relative to the caller', () => {
    expect(
      readGapsArguments(['--since', '2026-11-01', '--store', 's', '--seeds', '/t', '--json'], FOLDER),
    ).toEqual({
      ...{ kind: 'gaps', json: true, since: new Date(2026, 10, 1) },
      ...{ store: '/home/reader/s', seeds: '/t' },
    });
  });

  it('say what a reviewer knows', () => {
    const words = [
      '--to-golden',
      '7',
      '--type',
      'number',
      '--evidence',
      'p.txt:共120个：新',
      '--must',
      '120|百二',
    ];
    expect(
      readGapsArguments([...words, '--must', '个', '--derived', '百二', '--note', '看过'], FOLDER),
    ).toEqual({
      ...{ kind: 'golden', words: ['7'] },
      review: {
        ...{ persona: 'resident', type: 'number', note: '看过' },
        evidence: [{ seed: 'p.txt', quote: '共120个：新' }],
        ...{ must: [['120', '百二'], ['个']], must_not: [], derived: ['百二'] },
      },
    });
  });

  it.each([
    [['--since', 'soon'], '--since 要写日期'],
    [['--since', '2026-11-31'], '--since 要写日期'],
    [['--to-golden'], '--to-golden 后面要写一个值'],
    [['--to-golden', ' '], '--to-golden 后面要写一个值'],
    [['--must', '120'], '--must 要和 --to-golden 一起用'],
    [['--json', '--to-golden', '1'], '--json 和 --to-golden 不能一起用'],
    [['--to-golden', '1', '--type', 'riddle'], '--type 要写'],
    [['--to-golden', '1', '--persona', 'x'], '--persona 要写'],
    [['--to-golden', '1', '--evidence', '原文'], '--evidence 要写成'],
    [['--to-golden', '1', '--evidence', 'page.txt:夜市'], '有出处时要写 --type'],
    [['--to-golden', '1', '2', '--type', 'number', '--evidence', 'page.txt:夜市'], '一次只能转一个问题'],
    [['more'], '多了 more'],
  ])('are refused in one line: %j', (words, said) => {
    expect(() => readGapsArguments(words, FOLDER)).toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringMatching(/^用法不对：[^\n]+npm run gaps -- --help$/),
      }),
    );
    expect(() => readGapsArguments(words, FOLDER)).toThrow(said);
  });
});
