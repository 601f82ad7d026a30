import { RemoteFault, type RemoteReason } from './remote-fault.ts';

export interface BoundedFetchOptions {
  /** A reply of more bytes than this has no end. */
  readonly mostBytes: number;
  readonly now?: () => number;
  /** Throws a `RemoteFault` where the whole body is not what was asked for; what it returns is handed on. */
  readonly check?: (body: string, status: number) => string;
}

/**
 * A `fetch` that reads the whole reply before it hands it on, never more than `mostBytes` of it. Throws only
 * `RemoteFault`, unless `check` throws something else.
 */
export function createBoundedFetch(options: BoundedFetchOptions): typeof fetch {
  const { mostBytes, now = Date.now, check = (body) => body } = options;
  return async (input, init) => {
    const reply = await openReply(input, init, now);
    const body = check(await readAll(reply, mostBytes, init?.signal ?? undefined), reply.status);
    return new Response(body, { status: reply.status, headers: { 'content-type': 'application/json' } });
  };
}

/** A reply with a good status, its body still to come. Throws `RemoteFault`. */
export async function openReply(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  now: () => number = Date.now,
): Promise<Response> {
  const reply = await fetch(input, init).catch((cause: unknown) => {
    throw new RemoteFault(init?.signal?.aborted ? 'timeout' : 'unreachable', { cause });
  });
  if (reply.ok) return reply;
  await reply.body?.cancel().catch(() => undefined);
  throw new RemoteFault(reasonOf(reply.status), {
    status: reply.status,
    retryAfterMs: retryAfter(reply.headers.get('retry-after'), now()),
  });
}

function reasonOf(status: number): RemoteReason {
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
      if (bytes > mostBytes) throw new RemoteFault('oversized', { status: reply.status });
      text += decoder.decode(part as Uint8Array, { stream: true });
    }
  } catch (cause) {
    if (cause instanceof RemoteFault) throw cause;
    throw new RemoteFault(signal?.aborted ? 'timeout' : 'cut_off', { status: reply.status, cause });
  }
  return text + decoder.decode();
}
