import type { SearchResult } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { AskRequest } from '../questions/request.ts';

const MOST = 3;
/** Questions about headings and rows help who checks a page, not who asks on. */
const ABOUT_THE_PAGE = /标题|题目|[这那]段|部分|第.{1,3}[项行]|报道|原文|那句/;

/**
 * Questions to go on with: everyday questions that the documents answer, from the passages found, each
 * about another stretch than the ones that the question itself is like.
 */
export function suggest(index: CorpusIndex, result: SearchResult | undefined, request: AskRequest): string[] {
  if (result === undefined) return [];
  const asked = new Set(
    result.questions.slice(0, 3).map(({ question }) => `${question.document}:${question.start}`),
  );
  const offers: string[] = [];
  const used = new Set<string>();
  for (const { passage } of result.hits.slice(0, 4)) {
    const questions = index.documents.get(passage.document)?.questions ?? [];
    for (const question of questions) {
      if (question.start < passage.start || question.start >= passage.end) continue;
      const place = `${question.document}:${question.start}`;
      if (ABOUT_THE_PAGE.test(question.text)) continue;
      if (asked.has(place) || used.has(place) || question.text === request.question) continue;
      used.add(place);
      offers.push(question.text);
      break;
    }
    if (offers.length >= MOST) break;
  }
  return offers;
}
