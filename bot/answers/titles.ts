import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { asksForHeading, asksForTitle } from '../questions/titles.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { LONGEST_QUOTE, type Statement, takeStatement } from './statement.ts';

/**
 * 那条新闻的标题是什么: the headline over the article in which the best candidate stands, or, where a heading within it is
 * asked for, the one that the candidate stands under. Undefined when no title is asked for, or there is none.
 */
export function titleAsked(
  index: CorpusIndex,
  { text }: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
  isSure: (candidate: Candidate) => boolean,
): Statement[] | undefined {
  const [best] = near;
  if (best === undefined || !asksForTitle(text) || !isSure(best)) return undefined;
  // 某报以《…》为题报道: the title of somebody else's article stands in the sentence.
  if (near.some(({ sentence }) => /为题|题为/.test(sentence.text))) return undefined;
  const { document, article, section } = best.sentence;
  const own = index.documents.get(document)!.sentences.filter((sentence) => sentence.article === article);
  const heading = own.find(
    ({ kind, row, text: words }) => kind === 'heading' && row === null && words === section,
  );
  const titles =
    asksForHeading(text) && heading !== undefined ? [heading] : own.filter(({ kind }) => kind === 'headline');
  const take = (sentence: IndexedSentence): Statement =>
    takeStatement(
      index,
      { ...best, sentence, focus: [] },
      { ...memberNeeds(needs, sentence.text, LONGEST_QUOTE), tight: false },
    );
  return titles.length === 0 ? undefined : titles.map(take);
}
