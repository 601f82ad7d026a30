import { expect, test } from 'vitest';
import { SUITES } from '../../evals/suites/result.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

const read = (...words: string[]) => readArguments(words, '/here');

test('without words every suite is run over all questions', () => {
  expect(read()).toEqual({
    kind: 'suites',
    suites: SUITES,
    parts: ['tuned', 'aside'],
    updateBaseline: false,
    json: null,
  });
});

test('suites, part, baseline and JSON are read; paths are relative to the folder', () => {
  expect(
    read(
      '--suite',
      'answers',
      '--suite',
      'refusal',
      '--part',
      'tuned',
      '--update-baseline',
      '--json',
      'out.json',
    ),
  ).toEqual({
    kind: 'suites',
    suites: ['answers', 'refusal'],
    parts: ['tuned'],
    updateBaseline: true,
    json: { file: '/here/out.json' },
  });
  expect(read('--json')).toMatchObject({ json: 'stdout' });
  expect(read('--json', '--part', 'aside')).toMatchObject({ json: 'stdout', parts: ['aside'] });
});

test('stored answers, BEIR and SQuAD are tasks of their own', () => {
  expect(read('--score', 'a.jsonl')).toEqual({
    kind: 'score',
    file: '/here/a.jsonl',
    suites: undefined,
    parts: undefined,
    json: null,
  });
  expect(read('--beir', '/data/set', '--run', 'r.trec')).toEqual({
    kind: 'beir',
    directory: '/data/set',
    run: '/here/r.trec',
    json: null,
  });
  expect(read('--squad', 's.json')).toEqual({ kind: 'squad', file: '/here/s.json', json: null });
});

test('both modes side by side are a task of its own, with prices if they are given', () => {
  expect(read('--mode', 'llm', '--part', 'tuned', '--prices', '2,8.5', '--json', 'm.json')).toEqual({
    kind: 'modes',
    parts: ['tuned'],
    prices: { input: 2, output: 8.5 },
    json: { file: '/here/m.json' },
  });
  expect(read('--mode', 'llm')).toMatchObject({ parts: ['tuned', 'aside'], prices: null });
  expect(read('--mode', 'extractive')).toMatchObject({ kind: 'suites' });
});

test('help tells every option in Chinese', () => {
  expect(read('--help')).toMatchObject({ kind: 'help', text: expect.stringContaining('用法：') });
});

test.each([
  [['--suite', 'speed'], '--suite 只能是'],
  [['--part', 'some'], '--part 只能是'],
  [['--part', 'constructor'], '--part 只能是'],
  [['--run', 'r.trec'], '--run 要和 --beir 一起用'],
  [['--beir', 'd', '--squad', 'f'], '--beir 和 --squad 不能一起用'],
  [['--beir', 'd', '--suite', 'answers'], '--beir 和 --suite 不能一起用'],
  [['--score', 'a', '--update-baseline'], '--score 和 --update-baseline 不能一起用'],
  [['--mode', 'both'], '--mode 只能是'],
  [['--mode', 'llm', '--suite', 'answers'], '--mode llm 和 --suite 不能一起用'],
  [['--mode', 'llm', '--update-baseline'], '--mode llm 和 --update-baseline 不能一起用'],
  [['--mode', 'llm', '--score', 'a'], '--score 和 --mode 不能一起用'],
  [['--mode', 'llm', '--prices', 'cheap'], '--prices 要写成'],
  [['--prices', '2,8'], '--prices 要和 --mode llm 一起用'],
  [['--nothing'], '没有 --nothing 这个选项'],
  [['--score'], '--score 后面要写一个值'],
  [['words'], '用法不对'],
])('%j is refused in one line', (words, fault) => {
  expect(() => read(...words)).toThrow(UsageError);
  expect(() => read(...words)).toThrow(fault);
  try {
    read(...words);
  } catch (error) {
    expect((error as Error).message).not.toContain('\n');
  }
});
