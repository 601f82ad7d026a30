import { isTableOfData, tableLines } from './html-table.ts';
import type { HtmlNode } from './html-tree.ts';
import type { RenditionBlock, RenditionLine } from './rendition.ts';

const UNSEEN =
  /^(?:head|title|script|style|noscript|template|nav|footer|aside|form|button|select|option|input|textarea|svg|math|iframe|object|embed|video|audio|canvas|map|dialog|rt|rp)$/;
const BLOCK =
  /^(?:html|body|main|article|section|header|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|pre|blockquote|figure|figcaption|address|details|summary|hr|center|fieldset|legend|menu)$/;
const FURNITURE_ROLE = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar)$/;
/** Names by which content management systems call what stands round an article. */
const FURNITURE_NAME =
  /^(?:nav|navbar|menu|footer|foot|sidebar|breadcrumbs?|crumbs?|copyright|share|pagination|friend-?links?)$/i;
const DISPLAY_NONE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Deeper than any page that people wrote; a deeper one would exhaust the stack. */
const DEEPEST = 400;

/** What a reader of the page sees, block by block; menus, footers, scripts and hidden parts are left out. */
export function htmlBlocks(root: HtmlNode): RenditionBlock[] {
  const writer = new BlockWriter();
  writer.walk(root, 0);
  writer.close();
  return writer.blocks;
}

/** Is this part of a page nothing that its article says? */
function isUnseen({ name = '', attribs = {} }: HtmlNode): boolean {
  return (
    UNSEEN.test(name) ||
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    DISPLAY_NONE.test(attribs.style ?? '') ||
    FURNITURE_ROLE.test(attribs.role ?? '') ||
    (name !== 'body' &&
      name !== 'html' &&
      `${attribs.class ?? ''} ${attribs.id ?? ''}`.split(/\s+/).some((word) => FURNITURE_NAME.test(word)))
  );
}

/** White space as a browser shows it; a line break between two Chinese characters is no blank. */
function collapsed(text: string): string {
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .replace(/[\t\r\n\f ]+/g, ' ')
    .replace(/\u00a0/g, ' ');
}

class BlockWriter {
  readonly blocks: RenditionBlock[] = [];
  #lines: RenditionLine[] = [];
  #words = '';
  #kind: RenditionBlock['kind'] = 'paragraph';
  #item: RenditionLine['item'];

  walk(node: HtmlNode, depth: number, preformatted = false): void {
    if (node.type === 'text') {
      this.#words += preformatted ? (node.data ?? '') : collapsed(node.data ?? '');
      return;
    }
    if (isUnseen(node) || depth > DEEPEST) return;
    const name = node.name ?? '';
    if (name === 'br') {
      this.#endLine(true);
    } else if (/^h[1-6]$/.test(name)) {
      this.#heading(node, depth);
    } else if (name === 'ul' || name === 'ol' || name === 'menu') {
      this.#list(node, depth, name === 'ol');
    } else if (name === 'table' && isTableOfData(node)) {
      this.close();
      for (const caption of (node.children ?? []).filter((child) => child.name === 'caption'))
        this.#heading(caption, depth);
      this.blocks.push({ kind: 'table', lines: tableLines(node, textOf) });
    } else if (isNoteMark(node)) {
      // A footnote's number in the text reads like a figure.
    } else if (BLOCK.test(name)) {
      const inItem = this.#kind === 'list';
      if (inItem) this.#endLine();
      else this.close();
      this.#children(node, depth, preformatted || name === 'pre');
      if (inItem) this.#endLine();
      else this.close();
    } else {
      this.#children(node, depth, preformatted);
    }
  }

  /** Ends the block that is being written. */
  close(): void {
    this.#endLine();
    if (this.#lines.length > 0) this.blocks.push({ kind: this.#kind, lines: this.#lines });
    this.#lines = [];
    this.#kind = 'paragraph';
  }

  #children(node: HtmlNode, depth: number, preformatted = false): void {
    for (const child of node.children ?? []) this.walk(child, depth + 1, preformatted);
  }

  #heading(node: HtmlNode, depth: number): void {
    this.close();
    this.#kind = 'heading';
    for (const child of node.children ?? [])
      this.walk({ ...child, name: inline(child.name) } as HtmlNode, depth + 1);
    this.close();
  }

  #list(node: HtmlNode, depth: number, numbered: boolean): void {
    const nested = this.#kind === 'list';
    if (nested) this.#endLine();
    else this.close();
    let number = Number(node.attribs?.start ?? 1);
    for (const child of node.children ?? []) {
      if (child.name !== 'li') {
        if (child.type !== 'text') this.walk(child, depth + 1);
        continue;
      }
      this.#kind = 'list';
      this.#item = numbered ? 'number' : 'bullet';
      const own = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳•·●■◆])/.test(textOf(child));
      if (!own) this.#words = numbered ? `（${number}）` : '• ';
      number++;
      this.#children(child, depth + 1);
      this.#endLine();
      this.#item = undefined;
    }
    if (!nested) this.close();
  }

  #endLine(ended = false): void {
    const kept = this.#kind === 'list' || this.#words.includes('\n') ? this.#words : this.#words.trim();
    for (const piece of kept.split('\n')) {
      const text = piece.trim();
      if (text === '' || /^(?:•|（\d+）)$/.test(text)) continue;
      this.#lines.push({ text, ended, ...(this.#item === undefined ? {} : { item: this.#item }) });
      this.#item = undefined;
    }
    this.#words = '';
  }
}

/** Blocks inside a heading are lines of it at most. */
function inline(name: string | undefined): string | undefined {
  return name !== undefined && BLOCK.test(name) ? 'span' : name;
}

function isNoteMark(node: HtmlNode): boolean {
  const [only, ...others] = (node.children ?? []).filter(
    (child) => child.type !== 'text' || child.data?.trim() !== '',
  );
  if (node.name === 'a') return /^#(?:foot|end)note-ref/.test(node.attribs?.href ?? '');
  return node.name === 'sup' && others.length === 0 && /^#(?:foot|end)note/.test(only?.attribs?.href ?? '');
}

/** The words of a part of a page, its lines parted by line breaks. */
export function textOf(node: HtmlNode): string {
  return htmlBlocks({ type: 'root', children: node.children ?? [] })
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('\n');
}
