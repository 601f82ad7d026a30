import { inflateRawSync } from 'node:zlib';

/** What stands in a zip file, unpacked when it is asked for. */
export interface ZipArchive {
  has(name: string): boolean;
  /** Throws `ZipFault` when the entry is damaged, locked or larger than what is left of the limit. */
  read(name: string): Buffer;
}

/** Why a zip file can't be read. */
export class ZipFault extends Error {
  readonly reason: 'broken' | 'encrypted' | 'too_large';

  constructor(reason: ZipFault['reason'], options?: { cause?: unknown }) {
    super(`zip ${reason}`, options);
    this.name = 'ZipFault';
    this.reason = reason;
  }
}

interface Entry {
  readonly locked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly header: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip file of which no more than `largest` bytes are ever unpacked, all entries together, whatever sizes
 * it states: a few kilobytes can unpack to gigabytes. Throws `ZipFault`; `onFault` is told of every one first.
 */
export function openZip(bytes: Buffer, largest: number, onFault: (fault: ZipFault) => void): ZipArchive {
  const entries = readDirectory(bytes);
  let left = largest;
  return {
    has: (name) => entries.has(name),
    read(name) {
      try {
        const content = unpack(bytes, entries.get(name), left);
        left -= content.length;
        return content;
      } catch (error) {
        if (error instanceof ZipFault) onFault(error);
        throw error;
      }
    },
  };
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const end = endOfDirectory(bytes);
    let at = bytes.readUInt32LE(end + 16);
    for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipFault('broken');
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      entries.set(name, {
        locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        header: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (cause) {
    if (cause instanceof ZipFault) throw cause;
    throw new ZipFault('broken', { cause });
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new ZipFault('broken');
}

function unpack(bytes: Buffer, entry: Entry | undefined, left: number): Buffer {
  if (entry === undefined) throw new ZipFault('broken');
  if (entry.locked) throw new ZipFault('encrypted');
  const { header, method, packed } = entry;
  let content: Buffer;
  try {
    if (bytes.readUInt32LE(header) !== LOCAL_HEADER) throw new ZipFault('broken');
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    content = bytes.subarray(start, start + packed);
  } catch (cause) {
    throw new ZipFault('broken', { cause });
  }
  if (content.length < packed) throw new ZipFault('broken');
  if (method === STORED) {
    if (content.length > left) throw new ZipFault('too_large');
    return content;
  }
  if (method !== DEFLATED) throw new ZipFault('broken');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(tooLarge ? 'too_large' : 'broken', { cause });
  }
}
