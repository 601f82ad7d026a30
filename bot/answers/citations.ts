import { lineOf } from '../../retrieval/documents/document.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { bare } from '../../retrieval/text/characters.ts';
import type { Citation } from './answer.ts';

/** A stretch of a document that an answer rests on. */
export interface Source {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly headline: string | null;
}

/** Gives sources their marks in order of first use; the same stretch keeps its mark. */
export class Citations {
  readonly #index: CorpusIndex;
  readonly #list: Citation[] = [];

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  get list(): readonly Citation[] {
    return this.#list;
  }

  /** The mark of a source, newly given or known. */
  mark(source: Source): number {
    const known = this.#list.find(
      (citation) =>
        citation.document === source.document &&
        citation.start === source.start &&
        citation.end === source.end,
    );
    if (known !== undefined) return known.mark;
    const { text, description } = this.#index.documents.get(source.document)!;
    const mark = this.#list.length + 1;
    this.#list.push({
      mark,
      document: source.document,
      title: source.headline ?? description.title,
      town: description.town,
      period: description.period,
      start: source.start,
      end: source.end,
      line: lineOf(text, source.start),
      quote: text
        .slice(source.start, source.end)
        .replace(/\s*[\r\n]+\s*/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    });
    return mark;
  }
}

/** Is a citation's quote what stands at its place, up to white space and punctuation, and short enough? */
export function isVerbatim(index: CorpusIndex, citation: Citation): boolean {
  const text = index.documents.get(citation.document)?.text;
  if (text === undefined) return false;
  const printed = bare(text.slice(citation.start, citation.end));
  return printed !== '' && printed === bare(citation.quote) && printed.length <= 200;
}
