import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStaticTable } from './static-table.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'table-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(units: string[], scales: number[], values: number[], dimensions = 2): URL {
  writeFileSync(
    join(directory, 'table.json'),
    JSON.stringify({ name: 'toy', version: 1, dimensions, units: units.length }),
  );
  writeFileSync(join(directory, 'units.txt'), units.map((unit) => `${unit}\n`).join(''));
  const vectors = Buffer.alloc(scales.length * 4 + values.length);
  for (const [row, scale] of scales.entries()) vectors.writeFloatLE(scale, row * 4);
  for (const [i, value] of values.entries()) vectors.writeInt8(value, scales.length * 4 + i);
  writeFileSync(join(directory, 'vectors.bin'), vectors);
  return pathToFileURL(`${directory}/`);
}

test('units, scales and values come back as they were written', () => {
  const table = readStaticTable(write(['医', '学'], [0.5, 2], [1, -2, 3, -127]));
  expect([...table.rows]).toEqual([
    ['医', 0],
    ['学', 1],
  ]);
  expect([...table.scales]).toEqual([0.5, 2]);
  expect([...table.values]).toEqual([1, -2, 3, -127]);
});

test('the digest changes with a single value', () => {
  const one = readStaticTable(write(['医'], [1], [1, 2])).digest;
  const other = readStaticTable(write(['医'], [1], [1, 3])).digest;
  expect(other).not.toBe(one);
});

test('a table cut off in the middle is refused, and the message says what is missing', () => {
  expect(() => readStaticTable(write(['医', '学'], [1, 1], [1, 2, 3]))).toThrow(/damaged.*11 bytes of 12/);
});

test('the table that ships stays within 12 MB', () => {
  const table = readStaticTable(new URL('./data/', import.meta.url));
  const bytes = table.values.length + table.scales.length * 4 + [...table.rows.keys()].join('\n').length * 3;
  expect(table.rows.size).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThan(12e6);
});
