import { Embeddings } from '@langchain/core/embeddings';
import type { IdentifiedEmbeddings } from './identified.ts';

/**
 * For tests: a few dimensions, each the count of the characters that fall to it. The same text always gives
 * the same vector of length 1, texts with common characters are near, and every embedded text is remembered.
 */
export class FakeEmbeddings extends Embeddings implements IdentifiedEmbeddings {
  readonly identity: string;
  readonly dimensions: number;
  /** Every text that was embedded for an index, in order. */
  readonly embedded: string[] = [];

  constructor(identity = 'fake@1', dimensions = 8) {
    super({});
    this.identity = identity;
    this.dimensions = dimensions;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.embedded.push(...texts);
    return texts.map((text) => this.#vectorOf(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#vectorOf(text);
  }

  #vectorOf(text: string): number[] {
    const counts = new Array<number>(this.dimensions).fill(0);
    for (const character of text) counts[character.codePointAt(0)! % this.dimensions]! += 1;
    const length = Math.hypot(...counts);
    return length === 0 ? counts : counts.map((count) => count / length);
  }
}
