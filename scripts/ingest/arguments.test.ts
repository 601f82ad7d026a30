import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

test.each([
  ['nothing takes the configured folders', [], { kind: 'ingest', json: false }],
  ['JSON', ['--json'], { kind: 'ingest', json: true }],
  [
    'folders of the caller',
    ['--seeds', 's', '--index=/data/i'],
    { kind: 'ingest', json: false, seeds: '/home/li/s', index: '/data/i' },
  ],
])('%s', (_, words, expected) => {
  expect(readArguments(words, '/home/li')).toEqual(expected);
});

test.each([
  [['--colour'], '没有 --colour 这个选项'],
  [['-x'], '没有 -x 这个选项'],
  [['--seeds'], '--seeds 后面要写一个值'],
  [['seeds'], '选项之外不用写别的'],
])('%j is wrong usage, said in one line', (words, fault) => {
  const read = () => readArguments(words, '/home/li');
  expect(read).toThrow(UsageError);
  expect(read).toThrow(new RegExp(`^用法不对：${fault}。[^\\n]*--help$`, 'u'));
});

test('explains itself in Chinese', () => {
  const task = readArguments(['--help'], '/home/li');
  expect(task.kind === 'help' && task.text).toMatch(
    /^用法： npm run ingest -- \[选项\]\n[\s\S]*--seeds .*资料/u,
  );
});
