import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readTypedLines } from './typed-lines.ts';

function open(interactive: boolean) {
  const input = new PassThrough();
  const output = new PassThrough();
  const typed = readTypedLines({ input, output, interactive });
  return { input, typed, shown: () => output.read()?.toString() ?? '' };
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

it('reads a pipe to its end without asking for anything', async () => {
  const { input, typed, shown } = open(false);
  typed.prompt();
  input.end('一\n\n二');
  expect(await collect(typed.lines)).toEqual(['一', '', '二']);
  expect(shown()).toBe('');
});

it('asks a person for the next line', () => {
  const { typed, shown } = open(true);
  typed.prompt();
  expect(shown()).toContain('问> ');
  typed.close();
});

it('ends at Ctrl-D and does not ask again', async () => {
  const { input, typed, shown } = open(true);
  input.write('一\r\u0004');
  expect(await collect(typed.lines)).toEqual(['一']);
  shown();
  typed.prompt();
  expect(shown()).toBe('');
  expect(typed.signal.aborted).toBe(false);
});

it('ends at Ctrl-C, also what is being answered', async () => {
  const { input, typed } = open(true);
  input.write('\u0003');
  expect(await collect(typed.lines)).toEqual([]);
  expect(typed.signal.aborted).toBe(true);
});
