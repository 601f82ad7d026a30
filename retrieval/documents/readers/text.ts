import { decodeText } from '../decode.ts';
import type { Fault, Reading } from './reading.ts';

/** A text file: its words are all there is, its line ends stay as they are. */
export function readText(bytes: Buffer): Reading | Fault {
  const text = decodeText(bytes);
  if (text === undefined) return NOT_TEXT;
  return { text: text.replace(/^\ufeff/, '') };
}

/** What is told of bytes that are no text in any encoding that is read. */
export const NOT_TEXT: Fault = {
  kind: 'not_text',
  message: 'neither UTF-8 nor GB18030 text; skipped, save it as UTF-8',
};
