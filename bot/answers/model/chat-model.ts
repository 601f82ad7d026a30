import { z } from 'zod';
import { remoteFaultOf } from '../../../retrieval/remote/remote-fault.ts';
import { tool } from '../../wording/model.ts';
import { createCompletionFetch } from './completion-fetch.ts';
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

/** One chat completion, not streamed. Throws only `RemoteFault`. */
export type ChatModel = (
  prompt: Prompt,
  signal: AbortSignal,
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
 * then and from then on.
 */
export async function loadChatModel(settings: ModelSettings): Promise<ChatModel> {
  const [{ initChatModel }, { BaseCallbackHandler }] = await Promise.all([
    import('langchain/chat_models/universal'),
    import('@langchain/core/callbacks/base'),
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
    configuration: {
      baseURL: settings.baseUrl,
      fetch: createCompletionFetch(),
      organization: null,
      project: null,
      logLevel: 'off',
    },
  } as const;
  const offered = (await initChatModel(settings.model, { ...shared, temperature: 0 })).withStructuredOutput(
    sentences,
    {
      name: tool.name,
      method: 'functionCalling',
      includeRaw: true,
    },
  );
  // Some models take no temperature but their own; the plain way leaves it out with the tool.
  const plain = await initChatModel(settings.model, shared);
  let takesTools = true;

  const askForTool = async (prompt: Prompt, signal: AbortSignal) =>
    read((await offered.invoke(messages(prompt), { signal, callbacks })).raw);
  const askForText = async (prompt: Prompt, signal: AbortSignal) =>
    read(await plain.invoke(messages(prompt), { signal, callbacks }));
  return async (prompt, signal) => {
    try {
      if (!takesTools) return await askForText(prompt, signal);
      return await askForTool(prompt, signal).catch(async (error: unknown) => {
        if (remoteFaultOf(error).reason !== 'request_rejected') throw error;
        const reply = await askForText(prompt, signal);
        takesTools = false;
        return reply;
      });
    } catch (error) {
      throw remoteFaultOf(error);
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
