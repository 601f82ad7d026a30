import type { BaseMessageChunk } from '@langchain/core/messages';
import { z } from 'zod';
import { createBoundedStreamFetch } from '../../../retrieval/remote/bounded-stream-fetch.ts';
import { RemoteFault, remoteFaultOf } from '../../../retrieval/remote/remote-fault.ts';
import { tool } from '../../wording/model.ts';
import { createCompletionFetch, MOST_BYTES } from './completion-fetch.ts';
import type { ModelReply } from './draft.ts';

export interface ModelSettings {
  /** Root of an OpenAI-compatible interface, such as http://127.0.0.1:11434/v1. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
}

export interface Prompt {
  readonly system: string;
  readonly user: string;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * One chat completion. With `onDraft` it is streamed where the server can, and `onDraft` is given what can be
 * read of the JSON so far, each time there is more. Throws only `RemoteFault`.
 */
export type ChatModel = (
  prompt: Prompt,
  signal: AbortSignal,
  onDraft?: (value: unknown) => void,
) => Promise<ModelReply & { readonly usage: TokenUsage }>;

/** Enough for 400 characters and for the thoughts of a model that thinks first. */
const MOST_TOKENS = 4_000;

const sentences = z.object({
  sentences: z
    .array(
      z.object({
        text: z.string().describe(tool.text),
        evidence: z.array(z.number().int()).describe(tool.evidence),
      }),
    )
    .describe(tool.sentences),
});

/**
 * A model behind LangChain; the packages are loaded here and nowhere else, so that a start without a model
 * does not pay for them. The tool is offered first; a server that rejects tools is asked for plain JSON,
 * then and from then on. The same goes for streaming.
 */
export async function loadChatModel(settings: ModelSettings): Promise<ChatModel> {
  const [{ initChatModel }, { BaseCallbackHandler }, { parsePartialJson }] = await Promise.all([
    import('langchain/chat_models/universal'),
    import('@langchain/core/callbacks/base'),
    import('@langchain/core/output_parsers'),
  ]);
  /** Under the tracer's own name it keeps LangChain from sending what people ask to a tracing service. */
  class NoTracing extends BaseCallbackHandler {
    override readonly name = 'langchain_tracer';
    getRunTreeWithTracingConfig(): undefined {
      return undefined;
    }
  }
  const callbacks = [new NoTracing()];
  const shared = {
    modelProvider: 'openai',
    // Never the key that stands in the environment for another server.
    apiKey: settings.apiKey ?? 'none',
    streaming: false,
    maxRetries: 0,
    maxTokens: MOST_TOKENS,
  } as const;
  const through = (fetch: typeof globalThis.fetch) => ({
    configuration: { baseURL: settings.baseUrl, fetch, organization: null, project: null, logLevel: 'off' },
  });
  const whole = { ...shared, ...through(createCompletionFetch()) };
  const offered = (await initChatModel(settings.model, { ...whole, temperature: 0 })).withStructuredOutput(
    sentences,
    {
      name: tool.name,
      method: 'functionCalling',
      includeRaw: true,
    },
  );
  // Some models take no temperature but their own; the plain way leaves it out with the tool.
  const plain = await initChatModel(settings.model, whole);
  const streaming = await initChatModel(settings.model, {
    ...shared,
    ...through(createBoundedStreamFetch(MOST_BYTES)),
    streaming: true,
    temperature: 0,
  });
  const streamed = streaming.bindTools(
    [
      {
        type: 'function',
        function: {
          name: tool.name,
          description: tool.description,
          parameters: z.toJSONSchema(sentences),
        },
      },
    ],
    { tool_choice: { type: 'function', function: { name: tool.name } } },
  );
  let takesTools = true;
  let streams = true;

  const askForTool = async (prompt: Prompt, signal: AbortSignal) =>
    read((await offered.invoke(messages(prompt), { signal, callbacks })).raw);
  const askForText = async (prompt: Prompt, signal: AbortSignal) =>
    read(await plain.invoke(messages(prompt), { signal, callbacks }));
  const askForWhole = async (prompt: Prompt, signal: AbortSignal) => {
    if (!takesTools) return askForText(prompt, signal);
    return askForTool(prompt, signal).catch(async (error: unknown) => {
      if (remoteFaultOf(error).reason !== 'request_rejected') throw error;
      const reply = await askForText(prompt, signal);
      takesTools = false;
      return reply;
    });
  };
  return async (prompt, signal, onDraft) => {
    try {
      if (onDraft === undefined || !streams || !takesTools) return await askForWhole(prompt, signal);
      const chunks = await streamed.stream(messages(prompt), { signal, callbacks });
      return await readStream(chunks, (json) => {
        // Thoughts before it are no JSON, and half a thought might look like it.
        if (json.trimStart().startsWith('{')) onDraft(parsePartialJson(json));
      });
    } catch (error) {
      const fault = remoteFaultOf(error);
      if (onDraft === undefined || !streams || fault.reason !== 'request_rejected') throw fault;
      const reply = await askForWhole(prompt, signal).catch((second: unknown) => {
        throw remoteFaultOf(second);
      });
      streams = false;
      return reply;
    }
  };
}

function messages({ system, user }: Prompt) {
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}

/** The part of LangChain's message that is used here. */
interface RawMessage {
  readonly content: unknown;
  readonly tool_calls?: readonly { readonly args: unknown }[];
  readonly usage_metadata?: { readonly input_tokens?: number; readonly output_tokens?: number };
}

function read(raw: unknown): ModelReply & { usage: TokenUsage } {
  const message = raw as RawMessage;
  return {
    toolArguments: message.tool_calls?.[0]?.args,
    text: typeof message.content === 'string' ? message.content : '',
    usage: {
      inputTokens: message.usage_metadata?.input_tokens ?? 0,
      outputTokens: message.usage_metadata?.output_tokens ?? 0,
    },
  };
}

/** The part of a streamed piece that is used here. */
type RawChunk = BaseMessageChunk & {
  readonly tool_call_chunks?: readonly { readonly index?: number; readonly args?: string }[];
  readonly usage_metadata?: RawMessage['usage_metadata'];
};

async function readStream(
  chunks: AsyncIterable<BaseMessageChunk>,
  onJson: (json: string) => void,
): Promise<ModelReply & { usage: TokenUsage }> {
  let args = '';
  let text = '';
  let ending: unknown;
  const usage = { inputTokens: 0, outputTokens: 0 };
  for await (const chunk of chunks as AsyncIterable<RawChunk>) {
    for (const { index = 0, args: more = '' } of chunk.tool_call_chunks ?? []) if (index === 0) args += more;
    if (typeof chunk.content === 'string') text += chunk.content;
    ending = chunk.response_metadata.finish_reason ?? ending;
    if (typeof chunk.additional_kwargs.refusal === 'string') throw new RemoteFault('refused');
    usage.inputTokens += chunk.usage_metadata?.input_tokens ?? 0;
    usage.outputTokens += chunk.usage_metadata?.output_tokens ?? 0;
    onJson(args === '' ? text : args);
  }
  if (ending === undefined) throw new RemoteFault('cut_off');
  if (ending === 'content_filter') throw new RemoteFault('refused');
  return { toolArguments: args === '' ? undefined : parsed(args), text, usage };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new RemoteFault('malformed', { cause });
  }
}
