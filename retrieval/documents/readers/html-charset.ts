import { decodeText } from '../decode.ts';

/** How far into a page its encoding is looked for; browsers look at 1,024 bytes, old pages need more. */
const HEAD = 4096;
const STATED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;

/**
 * The text of an HTML file: by its BOM, else by the encoding that it states (GBK and GB2312 are read as GB18030,
 * which holds both), else as any text. A statement that its own bytes belie is passed over.
 */
export function decodeHtml(bytes: Uint8Array): string | undefined {
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe || (bytes[0] === 0xef && bytes[1] === 0xbb);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const label = head
    .match(STATED)
    ?.slice(1)
    .find((found) => found !== undefined);
  if (!marked && label !== undefined && !bytes.includes(0)) {
    const encoding = /^(?:gb2312|gbk|gb18030|cp936)$/i.test(label) ? 'gb18030' : label;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // An unknown label, or bytes of another encoding than the page says.
    }
  }
  return decodeText(bytes)?.replace(/^\ufeff/, '');
}
