import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Embeddings that say who they are: an index made with one identity is never read with another. */
export interface IdentifiedEmbeddings extends EmbeddingsInterface {
  /** Name, version, dimensions and digest of the model. */
  readonly identity: string;
  readonly dimensions: number;
}
