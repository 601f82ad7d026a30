import { bare } from '../text/characters.ts';
import { readDateLine } from './date-line.ts';

const LONGEST_TITLE = 60;
const SHORTEST_TITLE = 6;
/** Lines that frame a page or sign a report. */
const NO_TITLE =
  /记者|通讯员|^本报|讯[（(]|编辑|责编|校对|组版|审读|电话|热线|邮箱|地址|公众号|准印证|刊号|内部资料|主办|主管|导读|图片|[（(]摄|摄[）)]?$|^[■□◎●▲]|^第.{1,4}版|\d版$|版·|……\d|总第|单位[:：]|[:：]\d{6,}/u;

/** A title for a document without a manifest entry: its first lines that read like a headline. */
export function inferTitle(name: string, text: string): string {
  const chunks = text.split(/(?:\r?\n[^\S\r\n]*){2,}/).map((chunk) =>
    chunk
      .split(/\r?\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
  );
  const alone = chunks.find(
    (lines) => lines.length > 0 && lines.length <= 3 && isTitle(lines.join('')) && lines.every(isLine),
  );
  if (alone !== undefined) return alone.join('');
  return chunks.flat().find((line) => isLine(line) && isTitle(line)) ?? name.replace(/\.[^.]+$/, '');
}

function isLine(line: string): boolean {
  return (
    !NO_TITLE.test(line) && !/[。；;]$/.test(line) && !line.includes('\t') && readDateLine(line) === null
  );
}

function isTitle(words: string): boolean {
  return (
    bare(words).length >= SHORTEST_TITLE && words.length <= LONGEST_TITLE && !/[。；;，,、]$/.test(words)
  );
}
