import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Embeddings that say who they are: an index made with one identity is never read with another. */
export interface IdentifiedEmbeddings extends EmbeddingsInterface {
  /** Name, version, dimensions and digest of the model. */
  readonly identity: string;
  readonly dimensions: number;
  /**
   * How many texts are embedded at once, where that costs time or money; what such a model made is kept at
   * once. Missing where it costs nothing.
   */
  readonly batch?: number;
}

/**
 * The model without its version: our own vectors of an older program give way to newer ones by themselves,
 * other models only when a maintainer says so.
 */
export function modelOf(identity: string): string {
  return /^([^/@]+)@/.exec(identity)?.[1] ?? identity;
}
