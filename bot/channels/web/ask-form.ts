import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addressLimit } from './address-limit.ts';
import { type AskDesk, BUSY } from './ask-desk.ts';
import type { Assets } from './assets.ts';
import { type Failure, setRetryAfter, statusOf } from './failures.ts';
import type { FeedbackDesk } from './feedback-desk.ts';
import type { WebLimits } from './limits.ts';
import { answerPage } from './pages/answer-page.ts';
import { failurePage } from './pages/failure-page.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { readFormQuestion } from './read-question.ts';

const PATH = '/ask';

/** `/ask`: one question and its answer as a plain page, for links and for browsers without JavaScript. */
export function askForm(
  desk: AskDesk,
  feedbackDesk: FeedbackDesk | null,
  limiter: RateLimiter,
  limits: WebLimits,
  assets: Assets,
): Hono {
  const app = new Hono();
  const respond = (c: Context, failure: Failure): Response | Promise<Response> => {
    setRetryAfter(c, failure);
    return c.html(failurePage(assets, failure), statusOf(failure));
  };
  const tooLarge = (c: Context) =>
    respond(c, { code: 'body_too_large', values: { kilobytes: Math.round(limits.bodyBytes / 1024) } });

  const answer = async (c: Context, fields: Readonly<Record<string, unknown>>): Promise<Response> => {
    const reading = readFormQuestion(fields);
    if ('failure' in reading) return respond(c, reading.failure);
    const admitted = await desk.admit(c.req.raw.signal);
    if (admitted === undefined) return respond(c, BUSY);
    const person = feedbackDesk?.personOf(c);
    const outcome = await admitted.ask(reading.request, person === undefined ? {} : { person });
    if ('failure' in outcome) return respond(c, outcome.failure);
    const receipt = feedbackDesk?.receiptFor(outcome.answer) ?? null;
    return c.html(answerPage(assets, outcome.answer, receipt));
  };

  app.use(PATH, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.get(PATH, async (c, next) => (c.req.query('q') === undefined ? c.redirect('/', 303) : next()));
  app.use(PATH, addressLimit(limiter, limits, respond));
  app.get(PATH, (c) => answer(c, c.req.query()));
  app.post(PATH, bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge }), async (c) => {
    const fields = await c.req.parseBody().catch(() => null);
    return fields === null
      ? respond(c, { code: 'invalid_request', values: { fields: 'q' } })
      : answer(c, fields);
  });
  return app;
}
