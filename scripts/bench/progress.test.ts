import { expect, test } from 'vitest';
import { createLines } from './progress.ts';

test('without a terminal every stage is told once, and all that it turns to', () => {
  const lines: string[] = [];
  const progress = createLines((line) => lines.push(line));
  for (let done = 0; done < 3; done++) progress.update('input', done, 3);
  for (let done = 0; done < 2; done++) progress.update('engines', done, 2, `e${done}`);
  progress.update('telegram', 0, 1);
  progress.stop();
  expect(lines).toEqual(['准备语料……\n', '各引擎 0/2 e0\n', '各引擎 1/2 e1\n', 'Telegram……\n']);
});
