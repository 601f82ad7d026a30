import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

const read = (...words: string[]) => readArguments(words, '/home/li');
const NOTHING = { json: false, explain: false };

describe('the words after the command', () => {
  it.each([
    ['nothing is a conversation', [], { kind: 'chat' }],
    [
      'a question is answered once',
      ['食堂在哪里？'],
      { kind: 'question', question: '食堂在哪里？', ...NOTHING },
    ],
    [
      'several words are one question',
      ['食堂', '在哪里'],
      { kind: 'question', question: '食堂 在哪里', ...NOTHING },
    ],
    ['an empty question is a question', [''], { kind: 'question', question: '', ...NOTHING }],
    ['JSON', ['--json', '问'], { kind: 'question', question: '问', json: true, explain: false }],
    [
      'JSON asked for afterwards',
      ['问', '--json'],
      { kind: 'question', question: '问', json: true, explain: false },
    ],
    ['an explanation', ['问', '--explain'], { kind: 'question', question: '问', json: false, explain: true }],
    [
      'filters',
      ['问', '--town', ' 义桥镇 ', '--year', '2023'],
      { kind: 'question', question: '问', ...NOTHING, town: '义桥镇', year: 2023 },
    ],
    ['a year as people write it', ['--year', '2023年'], { kind: 'chat', year: 2023 }],
    ['passages', ['--hits', '10'], { kind: 'chat', hits: 10 }],
    [
      'folders of the caller',
      ['--index', 'i', '--seeds', '/data/s'],
      { kind: 'chat', index: '/home/li/i', seeds: '/data/s' },
    ],
    [
      'a batch',
      ['--batch', 'q.jsonl', '--out', '../a.jsonl'],
      { kind: 'batch', input: '/home/li/q.jsonl', output: '/home/a.jsonl' },
    ],
    [
      'a batch to the screen',
      ['--batch', 'q.jsonl', '--hits=5', '--json'],
      { kind: 'batch', input: '/home/li/q.jsonl', output: null, hits: 5 },
    ],
    ['a batch out of a pipe', ['--batch', '-'], { kind: 'batch', input: null, output: null }],
    [
      'a question that begins with a dash',
      ['--', '--json 是什么'],
      { kind: 'question', question: '--json 是什么', ...NOTHING },
    ],
  ])('%s', (_, words, expected) => {
    expect(read(...words)).toEqual(expected);
  });

  it.each([
    [['--colour'], '没有 --colour 这个选项'],
    [['-x'], '没有 -x 这个选项'],
    [['问', '--town'], '--town 后面要写一个值'],
    [['--town', ' '], '--town 要写镇名'],
    [['--year', '去年'], '--year 要写四位数的年份，不是 去年'],
    [['--year', '20230'], '--year 要写四位数的年份，不是 20230'],
    [['--hits', 'ten'], '--hits 要写 0 到 1000 的整数，不是 ten'],
    [['--hits', '-1'], '--hits'],
    [['--hits', '1001'], '--hits 要写 0 到 1000 的整数'],
    [['--json'], '--json 后面要有问题'],
    [['--explain'], '--explain 后面要有问题'],
    [['--out', 'a.jsonl'], '--out 要和 --batch 一起用'],
    [['--batch', 'q.jsonl', '问'], '不能一起用'],
    [['--batch', 'q.jsonl', '--explain'], '不能一起用'],
  ])('%j is wrong usage, said in one line', (words, fault) => {
    let message = '';
    try {
      read(...words);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      message = (error as Error).message;
    }
    expect(message).toContain(fault);
    expect(message).toMatch(/^用法不对：[^\n]+--help$/u);
  });

  it('explains itself in Chinese', () => {
    const task = read('--help');
    expect(task.kind).toBe('help');
    const { text } = task as { text: string };
    expect(text).toMatch(/^用法： npm run ask -- \[选项\] \[问题\.\.\.\]\n/u);
    for (const option of [
      '--json',
      '--explain',
      '--town',
      '--year',
      '--hits',
      '--index',
      '--seeds',
      '--batch',
      '--out',
    ]) {
      expect(text).toMatch(new RegExp(`${option} .*\\p{Script=Han}`, 'u'));
    }
  });

  it('lines its options up', () => {
    const { text } = read('--help') as { text: string };
    const columns = text
      .match(/^ +-[^\n]*? {2,}(?=\S)/gmu)
      ?.map((start) => [...start].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0));
    expect(new Set(columns).size).toBe(1);
  });
});
