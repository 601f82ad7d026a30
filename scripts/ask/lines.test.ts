import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

async function split(bytes: Uint8Array, chunk: number): Promise<string[]> {
  async function* chunks() {
    for (let start = 0; start < bytes.length; start += chunk) yield bytes.subarray(start, start + chunk);
  }
  const lines: string[] = [];
  for await (const line of linesOf(chunks())) lines.push(line);
  return lines;
}

it('cuts a line off that is too long, and reads the next one whole', async () => {
  const text = `${'一'.repeat(50)}\n二\n${'三'.repeat(50)}`;
  async function* chunks() {
    const bytes = new TextEncoder().encode(text);
    for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
  }
  const lines: string[] = [];
  for await (const line of linesOf(chunks(), 20)) lines.push(line);
  expect(lines).toEqual(['一'.repeat(20), '二', '三'.repeat(20)]);
});

it('reads a line of thirty megabytes in a moment', async () => {
  const chunk = new Uint8Array(64 * 1024).fill(97);
  async function* chunks() {
    for (let count = 0; count < 480; count++) yield chunk;
  }
  const begun = performance.now();
  for await (const line of linesOf(chunks())) expect(line.length).toBe(480 * 64 * 1024);
  expect(performance.now() - begun).toBeLessThan(3_000);
});

it.each([
  ['no text', '', []],
  ['a last line with its end', '一\n二\n', ['一', '二']],
  ['a last line without its end', '一\n二', ['一', '二']],
  ['lines of Windows', '一\r\n二\r\n', ['一', '二']],
  ['blank lines', '一\n\n二\n', ['一', '', '二']],
  ['a byte order mark', '\ufeff一\n', ['一']],
  ['line separators inside a line', '"一\u2028二"\n', ['"一\u2028二"']],
])('%s', async (_, text, expected) => {
  const bytes = new TextEncoder().encode(text);
  for (const chunk of [1, 2, 5, 1_000]) expect(await split(bytes, chunk)).toEqual(expected);
});
