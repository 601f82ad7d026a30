const WIDE = '\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’…—';
const BREAK_BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}])\\s+(?=[${WIDE}])`, 'gu');

/** Undoes a page's line breaks for reading on a phone: nothing between Chinese characters, one blank elsewhere. */
export function onOneLine(text: string): string {
  return text.replace(BREAK_BETWEEN_WIDE, '').replace(/\s+/g, ' ').trim();
}
