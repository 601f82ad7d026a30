import type { Act } from '../remote/scripted-http.ts';
import { sendsJson } from '../remote/scripted-http.ts';
import { FakeEmbeddings } from './fake-embeddings.ts';

/** A request for embeddings, as OpenAI's interface has it. */
export interface EmbeddingRequest {
  readonly model: string;
  readonly input: string | readonly string[];
  readonly encoding_format?: string;
  readonly dimensions?: number;
}

/** Longer than unit length, as some models give them. */
const LENGTH = 3;

/** For tests: answers as an embeddings server does, with vectors that count characters; `change` breaks the reply. */
export const embeds =
  (
    dimensions = 8,
    change: (data: { index: number; embedding: number[] }[]) => unknown = (data) => data,
  ): Act<EmbeddingRequest> =>
  (response, { path, body }) => {
    const texts = typeof body.input === 'string' ? [body.input] : [...body.input];
    void new FakeEmbeddings('scripted', body.dimensions ?? dimensions)
      .embedDocuments(texts)
      .then((vectors) => {
        const data = vectors.map((vector, index) => ({
          object: 'embedding',
          index,
          embedding: vector.map((value) => value * LENGTH),
        }));
        sendsJson({
          object: 'list',
          model: body.model,
          data: path === '/v1/embeddings' ? change(data) : [],
          usage: { prompt_tokens: texts.join('').length, total_tokens: texts.join('').length },
        })(response);
      });
  };
