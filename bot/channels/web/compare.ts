import { type Context, Hono } from 'hono';
import type { Desk } from '../../desk/desk.ts';
import { addressLimit } from './address-limit.ts';
import type { Assets } from './assets.ts';
import { type Failure, setRetryAfter, statusOf } from './failures.ts';
import type { WebLimits } from './limits.ts';
import { comparePage } from './pages/compare-page.ts';
import { failurePage } from './pages/failure-page.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { readCompareQuery } from './read-compare-query.ts';

const PATH = '/compare';

/** `/compare`: two towns or years side by side. Limited like questions: it compares every row with every other. */
export function compare(desk: () => Desk, limiter: RateLimiter, limits: WebLimits, assets: Assets): Hono {
  const app = new Hono();
  const respond = (c: Context, failure: Failure): Response | Promise<Response> => {
    setRetryAfter(c, failure);
    return c.html(failurePage(assets, failure), statusOf(failure));
  };
  app.get(PATH, addressLimit(limiter, limits, respond), (c) => {
    const choices = desk().choices();
    const { typed, sides, ignored } = readCompareQuery(c.req.query(), choices);
    const compared =
      typeof sides === 'string' ? sides : { sides, found: desk().sideBySide(sides, typed.measure) };
    return c.html(comparePage(assets, { typed, compared, ignored, choices }), 200, {
      'Cache-Control': 'no-cache',
    });
  });
  return app;
}
