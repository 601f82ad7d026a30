import type { Context, MiddlewareHandler } from 'hono';
import { clientAddress } from './client-address.ts';
import type { Failure } from './failures.ts';
import type { WebLimits } from './limits.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Turns an address away that asks faster than the limit; `respond` words it as its route speaks. */
export function addressLimit(
  limiter: RateLimiter,
  limits: WebLimits,
  respond: (c: Context, failure: Failure) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    const address = clientAddress(c, limits.clientAddressHeader);
    const seconds = address === null ? 0 : limiter.take(address);
    if (seconds === 0) return next();
    return respond(c, { code: 'rate_limited', values: { seconds }, retryAfterSeconds: seconds });
  };
}
