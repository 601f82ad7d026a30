import { bytes, type Field, whole } from './protobuf.ts';

/** Numbers of fields and of types as `onnx.proto3` of ONNX 1.14 has them. */
const IR_VERSION = 8;
const OPERATORS = 13;
const FLOAT = 1;
const INT64 = 7;

/** One row of numbers per token; all rows are of one length. */
export interface TokenTable {
  readonly rows: readonly Float32Array[];
  readonly dimensions: number;
}

/**
 * A model in ONNX form that does one thing: every token's number (`input_ids`, batch × length, 64-bit whole
 * numbers) is replaced by the token's row (`last_hidden_state`, batch × length × dimensions, 32-bit floats).
 */
export function lookupGraph({ rows, dimensions }: TokenTable): Buffer {
  const values = new Float32Array(rows.length * dimensions);
  for (const [at, row] of rows.entries()) values.set(row, at * dimensions);
  const table = [
    whole(1, rows.length),
    whole(1, dimensions),
    whole(2, FLOAT),
    bytes(8, 'rows'),
    bytes(9, new Uint8Array(values.buffer)),
  ];
  const gather = [bytes(1, 'rows'), bytes(1, 'input_ids'), bytes(2, 'last_hidden_state'), bytes(4, 'Gather')];
  const graph = [
    bytes(1, gather),
    bytes(2, 'lookup'),
    bytes(5, table),
    bytes(11, tensor('input_ids', INT64, ['batch', 'length'])),
    bytes(12, tensor('last_hidden_state', FLOAT, ['batch', 'length', dimensions])),
  ];
  return Buffer.concat([whole(1, IR_VERSION), bytes(7, graph), bytes(8, [whole(2, OPERATORS)])]);
}

function tensor(name: string, type: number, shape: readonly (string | number)[]): Field[] {
  const sizes = shape.map((size) => bytes(1, [typeof size === 'number' ? whole(1, size) : bytes(2, size)]));
  return [bytes(1, name), bytes(2, [bytes(1, [whole(1, type), bytes(2, sizes)])])];
}
