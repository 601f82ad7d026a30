import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type DocumentDescription,
  knownDate,
  lineOf,
  type Problem,
  type SourceDocument,
} from '../documents/document.ts';
import { claimOf } from '../facts/claim.ts';
import type { IndexedSentence, Passage } from '../passages/passage.ts';
import { type ArticleTitle, cutPassages } from '../passages/passages.ts';
import { readQuestions } from '../passages/questions.ts';
import { type ReviewedKind, reviewedFile } from '../passages/reviewed-file.ts';
import { readTitles } from '../passages/titles.ts';
import { bare } from '../text/characters.ts';
import { plainText, readLayout } from './layout.ts';

/** An everyday question with the stretch of the document that answers it. */
export interface IndexedQuestion {
  readonly id: string;
  readonly text: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** The names under which an article was printed, with their place. */
export interface Byline {
  readonly article: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that is known of one document, ready to be indexed. */
export interface DocumentContent {
  readonly name: string;
  /** Digest of all that it was made from: the file, its manifest entry, its everyday questions and titles. */
  readonly digest: string;
  readonly description: DocumentDescription;
  /** What offsets point into, as it is shown and quoted: markup has become blanks of the same length. */
  readonly text: string;
  /** Digest of its words alone, by which a second copy is known. */
  readonly words: string;
  readonly articles: number;
  readonly rows: number;
  readonly sentences: readonly IndexedSentence[];
  readonly passages: readonly Passage[];
  readonly questions: readonly IndexedQuestion[];
  /** Who wrote, took the pictures, drew: as printed, by article. */
  readonly bylines: readonly Byline[];
  /** What people wrote over articles that the page printed without a headline. */
  readonly titles: readonly ArticleTitle[];
  readonly problems: readonly Problem[];
}

const REVIEWED: readonly ReviewedKind[] = ['questions', 'titles'];

/** The digest that decides whether a document must be done again. */
export function contentDigest(folder: string, document: Pick<SourceDocument, 'name' | 'digest'>): string {
  const hash = createHash('sha256').update(document.digest);
  for (const kind of REVIEWED) {
    const path = reviewedFile(folder, kind, document.name);
    if (path !== undefined) hash.update(kind).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Reads one document's parts: articles, sentences with what they inherit, passages, everyday questions. */
export function readContent(folder: string, document: SourceDocument): DocumentContent {
  const { name, description } = document;
  const { articles, faults } = readLayout(document);
  const text = plainText(document, articles);
  const page = knownDate(description);
  const sentences: IndexedSentence[] = articles.flatMap((article) =>
    article.sentences.map((sentence) => ({
      ...sentence,
      id: 0,
      document: name,
      article: article.ordinal,
      headline: article.headline?.text ?? null,
      town: description.town,
      ...claimOf(sentence, page),
    })),
  );
  const numbered = sentences.map((sentence, id) => ({ ...sentence, id }));
  const problems: Problem[] = faults.map((fault) => ({
    document: name,
    line: lineOf(text, fault.start),
    kind: fault.kind,
    message: fault.message,
  }));
  const questions = questionsOf(folder, document, problems);
  const titles = titlesOf(folder, document, numbered, problems);
  return {
    name,
    digest: contentDigest(folder, document),
    description,
    text,
    words: createHash('sha256').update(bare(text)).digest('hex'),
    articles: articles.length,
    rows: articles.reduce((sum, article) => sum + article.rows.length, 0),
    sentences: numbered,
    passages: cutPassages(name, description, numbered, titles),
    questions,
    bylines: articles.flatMap(({ ordinal, byline }) =>
      byline === null ? [] : [{ article: ordinal, ...byline }],
    ),
    titles,
    problems,
  };
}

function questionsOf(folder: string, { name, text }: SourceDocument, problems: Problem[]): IndexedQuestion[] {
  const path = reviewedFile(folder, 'questions', name);
  if (path === undefined) return [];
  const { found, lost } = readQuestions(path, text);
  for (const quote of lost) {
    problems.push({
      document: name,
      line: null,
      kind: 'lost_quote',
      message: `everyday questions left out, their quote is not in the document: ${begun(quote)}`,
    });
  }
  return found.flatMap(({ start, end, questions }, entry) =>
    questions.map((asked, index) => ({
      id: `${name}?${entry}.${index}`,
      text: asked,
      document: name,
      start,
      end,
    })),
  );
}

/** A title is for an article without a headline only: what the page prints is never talked over. */
function titlesOf(
  folder: string,
  { name, text }: SourceDocument,
  sentences: readonly IndexedSentence[],
  problems: Problem[],
): ArticleTitle[] {
  const path = reviewedFile(folder, 'titles', name);
  if (path === undefined) return [];
  const { found, lost } = readTitles(path, text);
  const leave = (quote: string, why: string): void => {
    const message = `title left out, ${why}: ${begun(quote)}`;
    problems.push({ document: name, line: null, kind: 'lost_title', message });
  };
  for (const quote of lost) leave(quote, 'its quote is not in the document');
  return found.flatMap(({ quote, title, start, end }) => {
    const within = sentences.find((sentence) => sentence.start < end && start < sentence.end);
    if (within?.headline === null) return [{ article: within.article, title }];
    leave(quote, 'its article has a headline of its own');
    return [];
  });
}

function begun(quote: string): string {
  return quote.slice(0, 24);
}
