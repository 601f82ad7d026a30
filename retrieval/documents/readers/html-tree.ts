/** A node of a page, as far as its text is concerned. */
export interface HtmlNode {
  readonly type: string;
  readonly name?: string;
  /** The words of a text node. */
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly HtmlNode[];
}

/** The only door to cheerio: the page as a tree. Loaded when the first page comes, since it takes a moment. */
export async function parseHtml(markup: string): Promise<HtmlNode> {
  const { load } = await import('cheerio');
  return load(markup).root()[0] as unknown as HtmlNode;
}

/** Every node of a tree in order of the page, without recursion: pages nest as deep as they like. */
export function* nodesOf(root: HtmlNode): Generator<HtmlNode> {
  const open: HtmlNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    open.push(...[...(node.children ?? [])].reverse());
  }
}

/** Elements that stay open until they are closed; the others end by themselves. */
const CONTAINER =
  /<(\/?)(?:a|abbr|article|aside|b|big|blockquote|center|code|div|dl|em|fieldset|figure|font|footer|form|header|i|main|nav|ol|section|small|span|strong|sub|sup|table|u|ul)\b/gi;
const DEEPEST = 1000;

/** The time to parse a page grows with the square of its depth: a few kilobytes could hold everything up for hours. */
export function nestsTooDeep(markup: string): boolean {
  let depth = 0;
  for (const [, closing] of markup.matchAll(CONTAINER)) {
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
