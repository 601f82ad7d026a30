import { terminalWording } from '../../bot/wording/terminal.ts';
import { tellingFaults } from './file-error.ts';

/** Three times the longest question that anybody has sent; what is longer is cut off, so that memory lasts. */
const LONGEST_LINE = 32 * 1024 * 1024;

/**
 * The lines of a stream of UTF-8, one after the other, without their line ends. Only `\n` ends a line: Node's own
 * reader also breaks at U+2028, which may stand inside a JSON string.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = LONGEST_LINE,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string): void => {
    if (length < longest) parts.push(part.slice(0, longest - length));
    length += part.length;
  };
  const take = (): string => {
    const line = parts.join('').replace(/\r$/u, '');
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      keep(piece);
      yield take();
    }
    keep(last);
  }
  keep(decoder.decode());
  if (length > 0) yield take();
}

/** The chunks of a file; throws a `FileError` when it can't be read. */
export async function* chunksOf(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await tellingFaults(
      () => chunks.next(),
      (code) => terminalWording.batch.unreadable(path, code),
    );
    if (next.done === true) return;
    yield next.value;
  }
}
