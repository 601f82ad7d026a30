/** 标题是什么, 标题原样给我: at the end of a question; 标题印成“…”，究竟第几年 asks for something else. */
const TITLE_ASKED =
  /(?:那|这)?一?[条篇则版块个]?(?:报道|新闻|稿子?|文章|消息)?的?[,，]?(?:(?:正确|规范|完整)的?)?[大小主总]?(?:标题|题目|篇名)[^,，。?？“”]{0,12}[?？]?$/u;

/** What remains must still say which article is meant. */
const SHORTEST_MATTER = 5;

/** Is the title itself what a question asks for? */
export function asksForTitle(text: string): boolean {
  return TITLE_ASKED.test(text);
}

/** A question for a title without the words that ask for it: what the article is about. */
export function withoutTitle(text: string): string {
  const matter = text.replace(TITLE_ASKED, '');
  return matter.length >= SHORTEST_MATTER ? matter : text;
}

/** 第一大板块的标题, 那个小标题: the heading within an article, not the article's own. */
export function asksForHeading(text: string): boolean {
  return /板块|大块|部分|章节|小标题|段落?的/.test(text);
}
