import { Hono } from 'hono';
import type { Assistant } from '../../assistant.ts';
import { EXPOSITION_TYPE } from '../../metrics/exposition.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { isFromThisMachine } from './client-address.ts';

/** Who may read the figures: those on this machine, nobody, or everybody who reaches the page. */
export type MetricsAudience = 'loopback' | 'off' | 'public';

export interface Operations {
  readonly assistant: Pick<Assistant, 'health'>;
  readonly metrics: Metrics;
  readonly audience: MetricsAudience;
}

/**
 * For those who run the service: `/livez` (the process answers; restart it when this fails), `/healthz` (questions
 * are answered; send nobody here while it is 503) and `/metrics`.
 */
export function operations({ assistant, metrics, audience }: Operations): Hono {
  const app = new Hono();
  const fresh = { 'Cache-Control': 'no-store' };
  app.get('/livez', (c) => c.json({ status: 'ok' }, 200, fresh));
  app.get('/healthz', (c) => {
    const health = assistant.health();
    return health.ready
      ? c.json({ status: 'ok', ...health }, 200, fresh)
      : c.json({ status: 'not_ready', ...health }, 503, fresh);
  });
  app.get('/metrics', async (c, next) => {
    const allowed = audience === 'public' || (audience === 'loopback' && isFromThisMachine(c));
    // As if there were no such page: whoever may not read it need not know of it.
    return allowed ? c.body(metrics.read(), 200, { 'Content-Type': EXPOSITION_TYPE, ...fresh }) : next();
  });
  return app;
}
