import { expect, test } from 'vitest';
import { createLines } from './progress.ts';

test('without a terminal every stage is told once', () => {
  const lines: string[] = [];
  const progress = createLines((line) => lines.push(line));
  for (let done = 0; done < 3; done++) progress.update('engines', done, 3);
  progress.update('telegram', 0, 1);
  progress.stop();
  expect(lines).toEqual(['各引擎……\n', 'Telegram……\n']);
});
