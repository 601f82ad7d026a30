import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Candidate } from './candidates.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

/** Credits that a question can ask for, and the words by which a byline gives them. */
const CREDITS: readonly (readonly [asked: RegExp, given: RegExp])[] = [
  [
    /(?:照片|相片|图片|配图|片子)[^,，。?？]{0,8}(?:谁|哪位|什么人)|(?:谁|哪位|什么人)(?:拍|摄)|摄影(?:师|者|是)/,
    /摄|图片|照片/,
  ],
  [/(?:谁|哪位|什么人)(?:制|画|绘)|图[^,，。?？]{0,4}(?:谁|哪位|什么人)|制图/, /制图|绘图|绘制|漫画/],
  [
    /(?:稿|报道|文章|新闻|这篇|那篇)[^,，。?？]{0,10}(?:(?:谁|哪位|什么人|哪些人)|作者|记者|通讯员)|(?:记者|通讯员|作者)(?:是|叫)?(?:谁|哪|什么)|(?:谁|哪位)(?:写|采写)/,
    /记者|通讯员|文|作者/,
  ],
];

/** 照片谁拍的: the byline of the article that the question is about. Undefined when no credit is asked for or given. */
export function credited(
  index: CorpusIndex,
  asked: string,
  near: readonly Candidate[],
  needs: StatementNeeds,
): Statement[] | undefined {
  const [best] = near;
  const credit = CREDITS.find(([question]) => question.test(asked));
  if (credit === undefined || best === undefined) return undefined;
  const { document, article } = best.sentence;
  const byline = index.documents.get(document)!.bylines.find((one) => one.article === article);
  if (byline === undefined || !credit[1].test(byline.text)) return undefined;
  const { start, end, text } = byline;
  const sentence = { ...best.sentence, start, end, text, row: null, cut: false, modality: 'plain' as const };
  return [{ ...takeStatement(index, { ...best, sentence, focus: [] }, needs), text: names(text) }];
}

/** ■记者 甲 通讯员 乙, 本报讯（记者 甲）: without the sign and the opening formula; blanks stay, they part the names. */
function names(byline: string): string {
  return byline
    .replace(/^\s*[■□●◆▲★]\s*/u, '')
    .replace(/^本报讯\s*[（(](.*)[）)]$/u, '$1')
    .replace(/\s+/g, ' ');
}
