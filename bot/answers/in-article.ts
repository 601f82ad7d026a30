import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Statement } from './statement.ts';

/** Do two statements stand in one article, one or two sentences apart? */
export function isNear(
  { candidate: { sentence: one } }: Statement,
  { candidate: { sentence: other } }: Statement,
): boolean {
  return one.document === other.document && one.article === other.article && Math.abs(one.id - other.id) <= 2;
}

/** How many sentences later the matter may be taken up again. */
const TAKEN_UP_WITHIN = 5;

/** 此次入选得益于…: a sentence that takes up what one before it in the article tells. */
export function goesBack(
  { candidate: { sentence: one } }: Statement,
  { candidate: { sentence: other } }: Statement,
): boolean {
  const later = one.id - other.id;
  return (
    one.document === other.document &&
    one.article === other.article &&
    later > 0 &&
    later <= TAKEN_UP_WITHIN &&
    /^(?:此次|这次|此举|对此|为此|因此|之所以)/.test(one.text)
  );
}

/** What stands in one article is told in the page's order; between articles the better one comes first. */
export function inOrder(statements: readonly Statement[]): Statement[] {
  const [first] = statements;
  if (first === undefined) return [];
  const { document, article } = first.candidate.sentence;
  const beside = ({ candidate: { sentence } }: Statement): boolean =>
    sentence.document === document &&
    sentence.article === article &&
    Math.abs(sentence.id - first.candidate.sentence.id) <= 1;
  const near = statements.filter(beside).sort((a, b) => a.start - b.start);
  return [...near, ...statements.filter((statement) => !beside(statement))];
}

/** The sentences of an article at most `reach` away from one of them, itself included, the nearest first. */
export function sentencesAround(
  index: CorpusIndex,
  { document, article, id: at }: IndexedSentence,
  reach: number,
): IndexedSentence[] {
  return index.documents
    .get(document)!
    .sentences.filter(
      ({ article: own, kind, id }) => own === article && kind !== 'headline' && Math.abs(id - at) <= reach,
    )
    .sort((one, other) => Math.abs(one.id - at) - Math.abs(other.id - at));
}
