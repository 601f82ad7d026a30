import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test.each([
  ['nothing', [], {}],
  ['a corpus', ['--corpus', 'a.txt'], { corpus: '/home/me/a.txt', limitSeconds: 300 }],
  ['sizes in any order', ['--sizes', '5000, 200,5000'], { sizes: [200, 5_000] }],
  ['a limit', ['--limit', '20'], { limitSeconds: 20 }],
  ['JSON to the screen', ['--json'], { json: 'stdout' }],
  ['JSON to a file', ['--json', 'b.json'], { json: { file: '/home/me/b.json' } }],
])('%s is understood', (_, words, expected) => {
  const usual = { corpus: undefined, sizes: [1_000, 10_000, 100_000], limitSeconds: 45, json: null };
  expect(readArguments(words, '/home/me')).toEqual({ kind: 'bench', ...usual, ...expected });
});

test.each([
  [['--size', '1'], '没有 --size 这个选项'],
  [['--sizes', '1000,viele'], '--sizes 要写'],
  [['--sizes', '99'], '--sizes 要写'],
  [['--limit', '0'], '--limit 要写'],
  [['--corpus'], '--corpus 后面要写一个值'],
  [['extra'], '用法不对'],
])('%j is refused in one line', (words, complaint) => {
  expect(() => readArguments(words, '/')).toThrow(complaint);
});

test('help is shown in Chinese', () => {
  expect(readArguments(['--help'], '/')).toMatchObject({
    kind: 'help',
    text: expect.stringContaining('用法：'),
  });
});
