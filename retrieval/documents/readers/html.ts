import { bare } from '../../text/characters.ts';
import { htmlBlocks, textOf } from './html-blocks.ts';
import { decodeHtml } from './html-charset.ts';
import { nestsTooDeep, nodesOf, parseHtml } from './html-tree.ts';
import { mendRadicals } from './radicals.ts';
import type { Fault, Reading } from './reading.ts';
import { renderBlocks } from './rendition.ts';
import { NOT_TEXT } from './text.ts';

const TOO_DEEP: Fault = {
  kind: 'broken',
  message: 'nests deeper than any page should; skipped, copy its words into a .txt file',
};

/** A page of a web site. */
export async function readHtml(bytes: Buffer): Promise<Reading | Fault> {
  const markup = decodeHtml(bytes);
  if (markup === undefined) return NOT_TEXT;
  return nestsTooDeep(markup) ? TOO_DEEP : readMarkup(markup);
}

/** The text of a page, as a browser would show its main part, and what it calls itself. */
export async function readMarkup(markup: string, stated?: string): Promise<Reading> {
  const root = await parseHtml(markup);
  const nodes = [...nodesOf(root)];
  const main = nodes.find(({ name, attribs }) => name === 'main' || attribs?.role === 'main');
  const inMain = main === undefined ? [] : htmlBlocks(main);
  const { text, layout } = renderBlocks(mended(inMain.length > 0 ? inMain : htmlBlocks(root)));
  const headings = nodes.filter(({ name }) => name === 'h1').map((node) => textOf(node).replace(/\n/g, ''));
  const titles = nodes
    .filter(({ name }) => name === 'title')
    .map(({ children }) => children?.[0]?.data ?? '');
  const title = [...(headings.length === 1 ? headings : []), stated ?? '', ...titles.flatMap(titleParts)]
    .map((candidate) => mendRadicals(candidate).replace(/\s+/g, ' ').trim())
    .find((candidate) => isPrinted(candidate, text));
  return { text, layout, ...(title === undefined ? {} : { title }) };
}

function mended(blocks: ReturnType<typeof htmlBlocks>): ReturnType<typeof htmlBlocks> {
  return blocks.map(({ kind, lines }) => ({
    kind,
    lines: lines.map((line) => ({ ...line, text: mendRadicals(line.text) })),
  }));
}

/** 村里办起食堂_柳溪镇人民政府: the whole, then its parts, the longest first. */
function titleParts(title: string): string[] {
  const parts = title
    .split(/[|_]|\s[-–—]+\s|[—–]{2}|-(?=[^-]*(?:政府|网|报|门户)[^-]*$)/u)
    .map((part) => part.trim());
  return [title, ...parts.sort((one, other) => other.length - one.length)];
}

/**
 * Does the text print a title? What a file states of itself is often left over from a template (文档1, Microsoft
 * Word - 1.doc), so only what can be seen counts.
 */
export function isPrinted(title: string, text: string): boolean {
  const words = bare(title);
  return words.length >= 4 && title.length <= 80 && bare(text).includes(words);
}
