import { expect, it } from 'vitest';
import { printable, printableLine } from './printable.ts';

it.each([
  ['a colour', '\u001b[31m红\u001b[0m', '[31m红[0m'],
  ['a bell and a deletion', '桥\u0007\u007f', '桥'],
  ['an eight-bit sequence', '\u009b2J桥', '2J桥'],
  ['a reversed writing direction', '\u202e桥\u2069', '桥'],
  ['a line that overwrites itself', '假\r真', '假\n真'],
  ['line breaks and tabs', '一\r\n二\t三', '一\n二\t三'],
  ['characters beyond the first plane', '𠮷😀', '𠮷😀'],
])('leaves of %s only what is to be read', (_, text, expected) => {
  expect(printable(text)).toBe(expected);
});

it('puts broken lines together', () => {
  expect(printableLine(' 义桥\n  大桥\u3000开工\t')).toBe('义桥 大桥 开工');
});
