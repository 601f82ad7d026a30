import type { Context, MiddlewareHandler } from 'hono';

/**
 * Turns away what a page of another site sends. A browser that tells nothing is let through: over plain HTTP and
 * with our `Referrer-Policy: no-referrer` it has nothing to tell (`Origin: null`), which is why Hono's own `csrf`
 * would turn our forms away; what is sent there needs a receipt that no other site can know.
 */
export function sameOrigin(refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  return async (c, next) => (isForeign(c) ? refuse(c) : next());
}

function isForeign(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return false;
  // The host alone: a proxy in front may speak TLS, of which we know nothing.
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host');
}
