import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { DocumentContent } from '../indexes/content.ts';
import type { Searcher, SearchQuery } from './search.ts';

/** What stands beside a passage's text; `start` and `end` are UTF-16 offsets into the document. */
export interface PassageMetadata {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly title: string;
  readonly town: string | null;
}

export interface PassageRetrieverFields {
  readonly searcher: Pick<Searcher, 'search'>;
  /** The documents of the index that is searched, by name. */
  readonly documents: ReadonlyMap<string, Pick<DocumentContent, 'description'>>;
  /** How many passages to return; 10 by default. */
  readonly k?: number;
  /** The town and the years to prefer. */
  readonly filters?: Pick<SearchQuery, 'town' | 'years'>;
}

/** Our search behind LangChain's retriever interface, for chains that others build on it. */
export class PassageRetriever extends BaseRetriever<PassageMetadata & Record<string, unknown>> {
  readonly lc_namespace = ['wenqiao', 'retrievers'];
  readonly #fields: PassageRetrieverFields;

  static override lc_name(): string {
    return 'PassageRetriever';
  }

  constructor(fields: PassageRetrieverFields) {
    super();
    this.#fields = fields;
  }

  override async _getRelevantDocuments(
    query: string,
  ): Promise<Document<PassageMetadata & Record<string, unknown>>[]> {
    const { searcher, documents, k = 10, filters } = this.#fields;
    const { hits } = await searcher.search({ text: query, ...filters }, k);
    return hits.map(({ passage: { id, text, document, start, end, town }, score }) => {
      const title = documents.get(document)?.description.title ?? document;
      return new Document({ id, pageContent: text, metadata: { document, start, end, score, title, town } });
    });
  }
}
