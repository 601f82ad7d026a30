import { expect, test } from 'vitest';
import { trecLines } from './trec-run.ts';

test('scores go down with every rank, so that a tool cannot order equals its own way', () => {
  const lines = trecLines('q1', [
    { id: 'a', score: 1.25 },
    { id: 'b', score: 0.5 },
    { id: 'c', score: 0.5 },
    { id: 'd', score: 0.5 },
  ]);
  expect(lines).toBe(
    [
      'q1 Q0 a 1 1.250000 wenqiao-hybrid',
      'q1 Q0 b 2 0.500000 wenqiao-hybrid',
      'q1 Q0 c 3 0.499999 wenqiao-hybrid',
      'q1 Q0 d 4 0.499998 wenqiao-hybrid\n',
    ].join('\n'),
  );
});
