import { ModelFault } from './model-fault.ts';

/** Far more than an answer with a model's thoughts before it; what is longer has no end. */
const MOST_BYTES = 1_000_000;

/**
 * A `fetch` that reads the whole reply before it hands it on, never more than `mostBytes` of it, and turns
 * whatever is no chat completion into a `ModelFault`.
 */
export function createBoundedFetch(mostBytes = MOST_BYTES, now: () => number = Date.now): typeof fetch {
  return async (input, init) => {
    const reply = await fetch(input, init).catch((cause: unknown) => {
      throw init?.signal?.aborted
        ? new ModelFault('timeout', { cause })
        : new ModelFault('unreachable', { cause });
    });
    if (!reply.ok) {
      await reply.body?.cancel().catch(() => undefined);
      throw new ModelFault(reasonOf(reply.status), {
        status: reply.status,
        retryAfterMs: retryAfter(reply.headers.get('retry-after'), now()),
      });
    }
    const text = await readAll(reply, mostBytes, init?.signal ?? undefined);
    const choice = firstChoice(text);
    if (choice === undefined) throw new ModelFault('malformed', { status: reply.status });
    if (choice.finish_reason === 'content_filter' || typeof choice.message.refusal === 'string')
      throw new ModelFault('refused');
    return new Response(text, { status: reply.status, headers: { 'content-type': 'application/json' } });
  };
}

function reasonOf(status: number): ModelFault['reason'] {
  if (status === 429) return 'rate_limited';
  if (status === 401 || status === 403) return 'key_rejected';
  return status >= 500 ? 'server_error' : 'request_rejected';
}

/** Milliseconds from a Retry-After header: seconds, or a date. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

async function readAll(reply: Response, mostBytes: number, signal: AbortSignal | undefined): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for await (const part of reply.body ?? []) {
      bytes += (part as Uint8Array).byteLength;
      if (bytes > mostBytes) throw new ModelFault('oversized', { status: reply.status });
      text += decoder.decode(part as Uint8Array, { stream: true });
    }
  } catch (cause) {
    if (cause instanceof ModelFault) throw cause;
    throw new ModelFault(signal?.aborted ? 'timeout' : 'cut_off', { status: reply.status, cause });
  }
  return text + decoder.decode();
}

interface Choice {
  readonly finish_reason?: unknown;
  readonly message: {
    readonly refusal?: unknown;
    readonly tool_calls?: readonly { readonly function?: { readonly arguments?: unknown } }[] | null;
  };
}

/** The first choice of a completion; undefined when the body or a tool's arguments are no JSON. */
function firstChoice(text: string): Choice | undefined {
  try {
    const value = JSON.parse(text) as { choices?: Partial<Choice>[] } | null;
    const choice = value?.choices?.[0];
    if (typeof choice?.message !== 'object' || choice.message === null) return undefined;
    for (const call of choice.message.tool_calls ?? []) JSON.parse(String(call.function?.arguments));
    return choice as Choice;
  } catch {
    return undefined;
  }
}
