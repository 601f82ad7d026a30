import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { AskRequest } from '../../questions/request.ts';
import { addressLimit } from './address-limit.ts';
import { type Admitted, type AskDesk, BUSY } from './ask-desk.ts';
import { errorObject, failureJson } from './failures.ts';
import type { WebLimits } from './limits.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { readJsonQuestion } from './read-question.ts';

const PATH = '/api/ask';

/** `POST /api/ask`: the contract's question in, the contract's answer out, whole or as a stream of events. */
export function askApi(desk: AskDesk, limiter: RateLimiter, limits: WebLimits): Hono {
  const app = new Hono();
  const tooLarge = (c: Context) =>
    failureJson(c, { code: 'body_too_large', values: { kilobytes: Math.round(limits.bodyBytes / 1024) } });

  app.use(PATH, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.post(
    PATH,
    addressLimit(limiter, limits, failureJson),
    bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge }),
    async (c) => {
      const reading = readJsonQuestion(await c.req.text());
      if ('failure' in reading) return failureJson(c, reading.failure);
      const admitted = await desk.admit(c.req.raw.signal);
      if (admitted === undefined) return failureJson(c, BUSY);
      return wantsEvents(c)
        ? answerEvents(c, admitted, reading.request)
        : answerJson(c, admitted, reading.request);
    },
  );
  app.all(PATH, (c) => {
    c.header('Allow', 'POST');
    return failureJson(c, { code: 'method_not_allowed' });
  });
  return app;
}

function wantsEvents(c: Context): boolean {
  return (c.req.header('accept') ?? '').toLowerCase().includes('text/event-stream');
}

async function answerJson(c: Context, admitted: Admitted, request: AskRequest): Promise<Response> {
  const outcome = await admitted.ask(request);
  return 'answer' in outcome ? c.json(outcome.answer) : failureJson(c, outcome.failure);
}

/** `event: sentence` with `{"text"}` for each verified sentence, then `event: answer`, or `event: error`. */
function answerEvents(c: Context, admitted: Admitted, request: AskRequest): Response {
  // A proxy that collects the response would turn the stream into one late block.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    let written = Promise.resolve();
    const outcome = await admitted.ask(request, (text) => {
      written = written.then(() => send(stream, 'sentence', { text }));
    });
    await written;
    if ('answer' in outcome) await send(stream, 'answer', outcome.answer);
    else await send(stream, 'error', errorObject(outcome.failure));
  });
}

function send(stream: SSEStreamingApi, event: string, value: object): Promise<void> {
  return stream.writeSSE({ event, data: JSON.stringify(value) });
}
