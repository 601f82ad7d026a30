import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Answer } from '../../answers/answer.ts';
import type { AskRequest } from '../../questions/request.ts';
import { addressLimit } from './address-limit.ts';
import { type AskDesk, BUSY } from './ask-desk.ts';
import { errorObject, type Failure, failureJson } from './failures.ts';
import type { FeedbackDesk } from './feedback-desk.ts';
import type { WebLimits } from './limits.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { readJsonQuestion } from './read-question.ts';

const PATH = '/api/ask';

/** What comes out for a question. */
type Answering = (
  request: AskRequest,
  onSentence?: (sentence: string) => void,
) => Promise<{ readonly answer: Answer } | { readonly failure: Failure }>;

/**
 * `POST /api/ask`: the contract's question in, the contract's answer out, whole or as a stream of events. Who
 * asks with `Prefer: feedback-receipt`, as the page does, finds a `receipt` on it, to send feedback with.
 */
export function askApi(
  desk: AskDesk,
  feedbackDesk: FeedbackDesk | null,
  limiter: RateLimiter,
  limits: WebLimits,
): Hono {
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
      const person = feedbackDesk?.personOf(c);
      const receiptOf = wantsReceipt(c) ? feedbackDesk?.receiptFor : undefined;
      const answering: Answering = async (request, onSentence) => {
        const outcome = await admitted.ask(request, {
          ...(person === undefined ? {} : { person }),
          ...(onSentence === undefined ? {} : { onSentence }),
        });
        const receipt = 'answer' in outcome ? (receiptOf?.(outcome.answer) ?? null) : null;
        return 'answer' in outcome && receipt !== null ? { answer: { ...outcome.answer, receipt } } : outcome;
      };
      return wantsEvents(c)
        ? answerEvents(c, answering, reading.request)
        : answerJson(c, answering, reading.request);
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

function wantsReceipt(c: Context): boolean {
  return (c.req.header('prefer') ?? '').split(',').some((part) => part.trim() === 'feedback-receipt');
}

async function answerJson(c: Context, answering: Answering, request: AskRequest): Promise<Response> {
  const outcome = await answering(request);
  return 'answer' in outcome ? c.json(outcome.answer) : failureJson(c, outcome.failure);
}

/** `event: sentence` with `{"text"}` for each verified sentence, then `event: answer`, or `event: error`. */
function answerEvents(c: Context, answering: Answering, request: AskRequest): Response {
  // A proxy that collects the response would turn the stream into one late block.
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    let written = Promise.resolve();
    const outcome = await answering(request, (text) => {
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
