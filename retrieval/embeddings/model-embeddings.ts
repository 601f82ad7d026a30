import { Embeddings, type EmbeddingsInterface } from '@langchain/core/embeddings';
import { RetrievalError } from '../errors.ts';
import { RemoteFault, remoteFaultOf } from '../remote/remote-fault.ts';
import { retried } from '../remote/retried.ts';
import type { IdentifiedEmbeddings } from './identified.ts';

export interface ModelEmbeddingsParts {
  /** The model for passages, one request a call. Throws `RemoteFault`, or errors around one. */
  readonly passages: EmbeddingsInterface;
  /** The same model for questions; it gives up sooner. */
  readonly questions: EmbeddingsInterface;
  readonly identity: string;
  readonly dimensions: number;
  readonly batch: number;
  readonly queryPrefix?: string | undefined;
  /** What a question looks like when it leaves the machine. */
  readonly maskQuestion?: (text: string) => string;
  /** Told of every question that is searched without a vector, and why. */
  readonly onQuestionFault?: (fault: RemoteFault) => void;
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Attempts for a batch of passages: half a minute of waiting in all before the ingest is given up. */
const TRIES = 6;
/** After a fault questions are searched without a vector for so long, rather than each waiting in vain. */
const REST_MS = 30_000;

/**
 * A model that somebody else made, made fit for the index: vectors of the right number and length, brought to
 * unit length. A fault stops an ingest (`embeddings_unavailable`, `embeddings_unfit`), but never a question:
 * that one gets a vector of zeros, which is near to nothing, and is answered by its words.
 */
export class ModelEmbeddings extends Embeddings implements IdentifiedEmbeddings {
  readonly identity: string;
  readonly dimensions: number;
  readonly batch: number;
  readonly #parts: ModelEmbeddingsParts;
  readonly #now: () => number;
  #restUntil = Number.NEGATIVE_INFINITY;

  constructor(parts: ModelEmbeddingsParts) {
    super({});
    this.identity = parts.identity;
    this.dimensions = parts.dimensions;
    this.batch = parts.batch;
    this.#parts = parts;
    this.#now = parts.now ?? (() => performance.now());
  }

  /** Throws `embeddings_unavailable` or `embeddings_unfit`. */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const { passages, wait } = this.#parts;
    const vectors: number[][] = [];
    for (let from = 0; from < texts.length; from += this.batch) {
      const batch = texts.slice(from, from + this.batch);
      const made = await retried(() => passages.embedDocuments(batch), {
        tries: TRIES,
        ...(wait === undefined ? {} : { wait }),
      }).catch((error: unknown) => {
        throw unavailable(this.identity, remoteFaultOf(error));
      });
      vectors.push(...this.#fit(made, batch.length));
    }
    return vectors;
  }

  /** Never throws. */
  override async embedQuery(text: string): Promise<number[]> {
    const { questions, queryPrefix = '', maskQuestion = (same) => same, onQuestionFault } = this.#parts;
    if (this.#now() < this.#restUntil) return this.#nowhere();
    try {
      const vector = await questions.embedQuery(`${queryPrefix}${maskQuestion(text)}`);
      return this.#fit([vector], 1)[0]!;
    } catch (error) {
      this.#restUntil = this.#now() + REST_MS;
      onQuestionFault?.(
        error instanceof RetrievalError ? new RemoteFault('malformed') : remoteFaultOf(error),
      );
      return this.#nowhere();
    }
  }

  #nowhere(): number[] {
    return new Array<number>(this.dimensions).fill(0);
  }

  #fit(vectors: readonly number[][], count: number): number[][] {
    const wrong = vectors.find((vector) => vector.length !== this.dimensions);
    if (vectors.length !== count || wrong !== undefined || !vectors.flat().every(Number.isFinite)) {
      const what =
        wrong === undefined
          ? `${vectors.length} vectors for ${count} texts, or some that are no numbers`
          : `vectors of ${wrong.length} dimensions instead of ${this.dimensions}`;
      throw new RetrievalError(
        'embeddings_unfit',
        `${this.identity} gave ${what}; check EMBEDDINGS_MODEL, then run npm run ingest`,
      );
    }
    return vectors.map(toUnitLength);
  }
}

/** A fault of the server in words for who set it up. */
export function unavailable(name: string, fault: RemoteFault): RetrievalError {
  const status = fault.status === undefined ? '' : ` ${fault.status}`;
  const advice =
    fault.reason === 'key_rejected'
      ? 'check EMBEDDINGS_API_KEY'
      : fault.reason === 'request_rejected'
        ? 'check EMBEDDINGS_BASE_URL, EMBEDDINGS_MODEL and EMBEDDINGS_BATCH'
        : 'check EMBEDDINGS_BASE_URL and whether the server runs';
  return new RetrievalError(
    'embeddings_unavailable',
    `the embedding model ${name} gave no vectors (${fault.reason}${status}); ${advice}, then run npm run ingest: what was embedded is kept`,
    { cause: fault },
  );
}

function toUnitLength(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
