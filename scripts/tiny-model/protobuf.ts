/** A field of a Protocol Buffers message, encoded; a message is its fields one after the other. */
export type Field = Buffer;

const LENGTH_DELIMITED = 2;
const VARINT = 0;

/** A whole number field. Encoding: https://protobuf.dev/programming-guides/encoding/ */
export function whole(field: number, value: number): Field {
  return Buffer.concat([varint(field * 8 + VARINT), varint(value)]);
}

/** A field of bytes, of text in UTF-8, or of another message. */
export function bytes(field: number, value: string | Uint8Array | readonly Field[]): Field {
  const content = Array.isArray(value) ? Buffer.concat(value) : Buffer.from(value as string);
  return Buffer.concat([varint(field * 8 + LENGTH_DELIMITED), varint(content.length), content]);
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. Not for negative numbers. */
function varint(value: number): Buffer {
  const parts: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    parts.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Buffer.from([...parts, rest]);
}
