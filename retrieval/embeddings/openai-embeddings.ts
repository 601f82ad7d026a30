import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { z } from 'zod';
import { createBoundedFetch } from '../remote/bounded-fetch.ts';
import { RemoteFault, remoteFaultOf } from '../remote/remote-fault.ts';
import { retried } from '../remote/retried.ts';
import type { OpenAiEmbeddingSettings } from './embedding-settings.ts';
import { ModelEmbeddings, type ModelEmbeddingsParts, unavailable } from './model-embeddings.ts';

/** A hundred vectors of four thousand numbers as text; what is longer has no end. */
const MOST_BYTES = 16_000_000;
/** A batch of passages may take so many times as long as one question. */
const PATIENCE = 10;
/** What is embedded to learn how long the vectors are. */
const PROBE = '镇';

const embeddings = z.looseObject({
  data: z.array(z.looseObject({ index: z.number().int().optional(), embedding: z.array(z.number()) })),
});

export type OpenAiServices = Pick<ModelEmbeddingsParts, 'maskQuestion' | 'onQuestionFault' | 'now' | 'wait'>;

/**
 * Embeddings of any OpenAI-compatible server, through LangChain. `known` is what an index says of the model it
 * was made with: where it is this one, nothing is asked before the first question. Throws
 * `embeddings_unavailable` when the model has to be asked and does not answer.
 */
export async function loadOpenAiEmbeddings(
  settings: OpenAiEmbeddingSettings,
  known: { readonly identity: string; readonly dimensions: number } | undefined,
  services: OpenAiServices = {},
): Promise<ModelEmbeddings> {
  // Loaded only where it is used: it costs a good part of the time to start.
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const clientFor = (timeoutMs: number): EmbeddingsInterface =>
    new OpenAIEmbeddings({
      model: settings.model,
      // Never the key that stands in the environment for another server.
      apiKey: settings.apiKey ?? 'none',
      batchSize: settings.batch,
      maxRetries: 0,
      timeout: timeoutMs,
      // Servers that know nothing of base64 send numbers all the same, and then they would be misread.
      encodingFormat: 'float',
      ...(settings.dimensions === undefined ? {} : { dimensions: settings.dimensions }),
      configuration: {
        baseURL: settings.baseUrl,
        organization: null,
        project: null,
        logLevel: 'off',
        fetch: createTimedFetch(timeoutMs),
      },
    });
  const passages = clientFor(settings.timeoutMs * PATIENCE);
  const name = `openai/${settings.model}`;
  const dimensions =
    settings.dimensions ??
    (known !== undefined && known.identity === `${name}/${known.dimensions}`
      ? known.dimensions
      : await probe(passages, name, services));
  return new ModelEmbeddings({
    ...services,
    passages,
    questions: clientFor(settings.timeoutMs),
    identity: `${name}/${dimensions}`,
    dimensions,
    batch: settings.batch,
    queryPrefix: settings.queryPrefix,
  });
}

async function probe(passages: EmbeddingsInterface, name: string, { wait }: OpenAiServices): Promise<number> {
  const attempt = async (): Promise<number> => (await passages.embedDocuments([PROBE]))[0]?.length ?? 0;
  const dimensions = await retried(attempt, { tries: 2, ...(wait === undefined ? {} : { wait }) }).catch(
    (error: unknown) => {
      throw unavailable(name, remoteFaultOf(error));
    },
  );
  if (dimensions === 0) throw unavailable(name, new RemoteFault('malformed'));
  return dimensions;
}

/** LangChain's client would only measure the time to a reply's head; this one bounds the whole of it. */
function createTimedFetch(timeoutMs: number): typeof fetch {
  const bounded = createBoundedFetch({ mostBytes: MOST_BYTES, check: inOrder });
  return (input, init) => {
    const signals = [AbortSignal.timeout(timeoutMs), ...(init?.signal == null ? [] : [init.signal])];
    return bounded(input, { ...init, signal: AbortSignal.any(signals) });
  };
}

/** The reply with its vectors in the order of the texts, whatever order a server sends them in. */
function inOrder(body: string, status: number): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new RemoteFault('malformed', { status, cause });
  }
  const reply = embeddings.safeParse(value);
  if (!reply.success) throw new RemoteFault('malformed', { status });
  const data = reply.data.data.map((item, position) => ({ ...item, index: item.index ?? position }));
  return JSON.stringify({ ...reply.data, data: data.sort((one, other) => one.index - other.index) });
}
