import type { MiddlewareHandler } from 'hono';
import type { Limit, Metrics } from '../../metrics/metrics.ts';

/** The statuses that mean so; who waits too long may have been sent a status before, and is counted at the desk. */
const LIMIT_OF: ReadonlyMap<number, Limit> = new Map([
  [413, 'size'],
  [429, 'rate'],
  [503, 'queue'],
]);

/** Counts whoever a limit leaves without an answer. */
export function turnedAway(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const limit = LIMIT_OF.get(c.res.status);
    if (limit !== undefined) metrics.turnedAway('web', limit);
  };
}
