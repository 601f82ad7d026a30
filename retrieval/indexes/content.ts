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
import { cutPassages } from '../passages/passages.ts';
import { questionsFile, readQuestions } from '../passages/questions.ts';
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

/** Everything that is known of one document, ready to be indexed. */
export interface DocumentContent {
  readonly name: string;
  /** Digest of all that it was made from: the file, its manifest entry, its everyday questions. */
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
  readonly problems: readonly Problem[];
}

/** The digest that decides whether a document must be done again. */
export function contentDigest(folder: string, document: Pick<SourceDocument, 'name' | 'digest'>): string {
  const questions = questionsFile(folder, document.name);
  const hash = createHash('sha256').update(document.digest);
  if (questions !== undefined) hash.update(readFileSync(questions));
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
  const questions: IndexedQuestion[] = [];
  const path = questionsFile(folder, name);
  if (path !== undefined) {
    const { found, lost } = readQuestions(path, document.text);
    for (const [entry, { start, end, questions: asked }] of found.entries()) {
      for (const [index, question] of asked.entries()) {
        questions.push({ id: `${name}?${entry}.${index}`, text: question, document: name, start, end });
      }
    }
    for (const quote of lost) {
      problems.push({
        document: name,
        line: null,
        kind: 'lost_quote',
        message: `everyday questions left out, their quote is not in the document: ${quote.slice(0, 24)}`,
      });
    }
  }
  return {
    name,
    digest: contentDigest(folder, document),
    description,
    text,
    words: createHash('sha256').update(bare(text)).digest('hex'),
    articles: articles.length,
    rows: articles.reduce((sum, article) => sum + article.rows.length, 0),
    sentences: numbered,
    passages: cutPassages(name, description, numbered),
    questions,
    problems,
  };
}
