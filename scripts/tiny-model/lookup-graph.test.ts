import { expect, test } from 'vitest';
import { lookupGraph } from './lookup-graph.ts';
import { bytes, whole } from './protobuf.ts';

test('numbers and texts are encoded as in the guide’s own examples', () => {
  expect(whole(1, 150).toString('hex')).toBe('089601');
  expect(bytes(2, 'testing').toString('hex')).toBe('120774657374696e67');
  expect(bytes(3, [whole(1, 150)]).toString('hex')).toBe('1a03089601');
});

test('a graph holds its table, lowest byte first, and names what goes in and out', () => {
  const rows = [Float32Array.of(1, 2), Float32Array.of(-0.5, 0)];
  const graph = lookupGraph({ rows, dimensions: 2 });
  const values = Buffer.concat(rows.map((row) => Buffer.from(row.buffer)));
  expect(values.toString('hex')).toBe('0000803f00000040000000bf00000000');
  expect(graph.includes(values)).toBe(true);
  for (const name of ['Gather', 'input_ids', 'last_hidden_state']) expect(graph.includes(name)).toBe(true);
});
