/** Bytes of a text file as text: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; undefined for binary. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  return decodeStrictly(bytes, 'utf-8') ?? decodeDamaged(bytes) ?? decodeStrictly(bytes, 'gb18030');
}

function decodeStrictly(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of characters that may be damaged in a UTF-8 text; GB18030 read as UTF-8 is damaged nearly everywhere. */
const MOST_DAMAGED = 0.05;

/** UTF-8 with a character cut in half (a file copied in part): read as GB18030 all of it would turn into others. */
function decodeDamaged(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return damaged <= foreign * MOST_DAMAGED ? text : undefined;
}
