import { expect, test } from 'vitest';
import { createLines } from './progress.ts';

test('without a terminal a stage is told at every quarter, once', () => {
  const lines: string[] = [];
  const progress = createLines((line) => lines.push(line));
  for (let done = 1; done <= 8; done++) progress.update('answers', done, 8);
  progress.update('left-out', 1, 1);
  progress.stop();
  expect(lines).toEqual([
    '答案 1/8\n',
    '答案 2/8\n',
    '答案 4/8\n',
    '答案 6/8\n',
    '答案 8/8\n',
    '抽走原文再问 1/1\n',
  ]);
});
