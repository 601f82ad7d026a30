import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addressLimit } from './address-limit.ts';
import type { Assets } from './assets.ts';
import { type Failure, failureJson, setRetryAfter, statusOf } from './failures.ts';
import type { FeedbackDesk } from './feedback-desk.ts';
import type { WebLimits } from './limits.ts';
import { failurePage } from './pages/failure-page.ts';
import { thanksPage } from './pages/feedback-page.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { readFeedback, readJsonFeedback } from './read-feedback.ts';
import { sameOrigin } from './same-origin.ts';

const PATH = '/api/feedback';

/**
 * `POST /api/feedback`: what a person says of an answer, as JSON from the page (`{"kept": true}` once it is on
 * disk) or from a plain form, which gets a page.
 */
export function feedback(desk: FeedbackDesk, limiter: RateLimiter, limits: WebLimits, assets: Assets): Hono {
  const app = new Hono();
  const respond = (c: Context, failure: Failure): Response | Promise<Response> => {
    if (!isForm(c)) return failureJson(c, failure);
    setRetryAfter(c, failure);
    return c.html(failurePage(assets, failure), statusOf(failure));
  };
  const tooLarge = (c: Context) =>
    respond(c, { code: 'body_too_large', values: { kilobytes: Math.round(limits.bodyBytes / 1024) } });

  app.use(PATH, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.post(
    PATH,
    sameOrigin((c) => respond(c, { code: 'foreign_origin' })),
    addressLimit(limiter, limits, respond),
    bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge }),
    async (c) => {
      const reading = isForm(c)
        ? readFeedback(await c.req.parseBody().catch(() => ({})))
        : readJsonFeedback(await c.req.text());
      if ('failure' in reading) return respond(c, reading.failure);
      const outcome = desk.keep(reading.given, desk.personOf(c));
      if (outcome !== 'kept') return respond(c, { code: outcome });
      return isForm(c) ? c.html(thanksPage(assets, reading.given)) : c.json({ kept: true });
    },
  );
  app.all(PATH, (c) => {
    c.header('Allow', 'POST');
    return failureJson(c, { code: 'method_not_allowed' });
  });
  return app;
}

function isForm(c: Context): boolean {
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header('content-type') ?? '',
  );
}
