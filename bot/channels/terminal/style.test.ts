import { expect, it } from 'vitest';
import { styleFor } from './style.ts';

it.each([
  ['a terminal', true, {}, true],
  ['a file or a pipe', false, {}, false],
  ['a terminal of a person who wants none', true, { NO_COLOR: '1' }, false],
  ['a terminal with an empty wish', true, { NO_COLOR: '' }, true],
  ['a terminal that knows none', true, { TERM: 'dumb' }, false],
])('colours text on %s: %#', (_, isTerminal, environment, coloured) => {
  const style = styleFor(isTerminal, environment);
  for (const part of [style.heading, style.mark, style.faint]) expect(part('出处') !== '出处').toBe(coloured);
});

it('ends every colour it begins', () => {
  expect(styleFor(true, {}).heading('出处')).toBe('\u001b[1m出处\u001b[0m');
});
