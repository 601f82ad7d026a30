import { proposal } from '../../bot/wording/model.ts';
import type { DocumentContent } from '../../retrieval/indexes/content.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { askModel, type ProposeOptions } from './ask-model.ts';
import { isWithin } from './proposed-line.ts';

/** A title for an article that the page printed without a headline, as `seeds/titles/` has it. */
export interface ProposedTitle {
  readonly quote: string;
  readonly title: string;
}

const LENGTHS = { shortest: 4, longest: 40 };
/** What an article is about stands at its beginning; more would only cost. */
const MOST_SENTENCES = 12;
/** Enough of a sentence to find it again. */
const QUOTE = 40;
/** One line under a table, a page number that was not known for one: nothing to give a title to. */
const FEWEST_CHARACTERS = 40;

/**
 * Asks a model what the articles without a headline are about, each once; those with a title already are left
 * out, and so is a title with a figure that does not stand in the article.
 */
export async function proposeTitles(
  content: DocumentContent,
  options: ProposeOptions,
): Promise<ProposedTitle[]> {
  const articles = headless(content);
  const proposed: ProposedTitle[] = [];
  for (const [done, sentences] of articles.entries()) {
    options.onProgress(done, articles.length);
    const [draft] = await askModel(proposal.titles, content.description.title, sentences, options);
    const title = draft?.text.trim() ?? '';
    const [{ start, end }] = sentences as [IndexedSentence];
    const quote = content.text.slice(start, end).replace(/\s+/g, '').slice(0, QUOTE);
    if (isWithin(title, sentences, LENGTHS)) proposed.push({ quote, title });
  }
  options.onProgress(articles.length, articles.length);
  return proposed;
}

function headless({ sentences, titles }: DocumentContent): IndexedSentence[][] {
  const titled = new Set(titles.map(({ article }) => article));
  const articles = new Map<number, IndexedSentence[]>();
  for (const sentence of sentences) {
    if (sentence.headline !== null || titled.has(sentence.article)) continue;
    articles.set(sentence.article, [...(articles.get(sentence.article) ?? []), sentence]);
  }
  return [...articles.values()]
    .filter((members) => members.reduce((sum, { text }) => sum + text.length, 0) >= FEWEST_CHARACTERS)
    .map((members) => members.slice(0, MOST_SENTENCES));
}
