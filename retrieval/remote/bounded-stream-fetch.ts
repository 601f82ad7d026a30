import { openReply } from './bounded-fetch.ts';
import { RemoteFault } from './remote-fault.ts';

/**
 * A `fetch` for event streams: hands the reply on as it comes in, at most `mostBytes` of it. A server that sends
 * no events, or whose stream breaks, becomes a `RemoteFault`.
 */
export function createBoundedStreamFetch(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const reply = await openReply(input, init);
    const { status, headers, body } = reply;
    if (body === null || !(headers.get('content-type') ?? '').includes('text/event-stream')) {
      await body?.cancel().catch(() => undefined);
      // As good as a server that says it does not stream: it can be asked for the whole instead.
      throw new RemoteFault('request_rejected', { status });
    }
    return new Response(bounded(body, mostBytes, init?.signal ?? undefined), { status, headers });
  };
}

function bounded(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        bytes += value.byteLength;
        if (bytes > mostBytes) {
          await reader.cancel().catch(() => undefined);
          return controller.error(new RemoteFault('oversized'));
        }
        controller.enqueue(value);
      } catch (cause) {
        controller.error(new RemoteFault(signal?.aborted ? 'timeout' : 'cut_off', { cause }));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
