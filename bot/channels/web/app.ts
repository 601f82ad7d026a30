import { type Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Assistant } from '../../assistant.ts';
import type { Logger } from '../../logger.ts';
import { measured } from '../../metrics/measured.ts';
import { createMetrics, type Metrics } from '../../metrics/metrics.ts';
import { askApi } from './ask-api.ts';
import { createAskDesk } from './ask-desk.ts';
import { askForm } from './ask-form.ts';
import { loadAssets } from './assets.ts';
import { check } from './check.ts';
import { documents } from './documents.ts';
import { type Failure, failureJson, statusOf } from './failures.ts';
import { WEB_LIMITS, type WebLimits } from './limits.ts';
import { type MetricsAudience, operations } from './operations.ts';
import { chatPage } from './pages/chat-page.ts';
import { failurePage } from './pages/failure-page.ts';
import { RateLimiter } from './rate-limiter.ts';
import { securityHeaders } from './security-headers.ts';
import { targets } from './targets.ts';
import { turnedAway } from './turned-away.ts';

export interface WebAppDependencies extends Partial<WebLimits> {
  readonly assistant: Assistant;
  readonly logger: Logger;
  readonly now?: () => number;
  /** Where the figures are kept; a set of its own when none is given. */
  readonly metrics?: Metrics;
  /** `loopback` by default. */
  readonly metricsFor?: MetricsAudience;
}

/** The web channel: the chat page, the question API, the documents, the cadres’ desk and a health check. */
export function createWebApp(dependencies: WebAppDependencies): Hono {
  const {
    logger,
    now = Date.now,
    metrics = createMetrics(),
    metricsFor = 'loopback',
    ...given
  } = dependencies;
  const assistant = measured(dependencies.assistant, { channel: 'web', metrics });
  const limits: WebLimits = { ...WEB_LIMITS, ...given };
  const assets = loadAssets();
  const limiter = new RateLimiter({
    perMinute: limits.asksPerMinute,
    addresses: limits.trackedAddresses,
    now,
  });
  const desk = createAskDesk(assistant, limits, logger, metrics);
  metrics.watchWaiting('web', () => desk.waiting());

  const app = new Hono();
  const respond = (c: Context, failure: Failure): Response | Promise<Response> =>
    c.req.path.startsWith('/api/')
      ? failureJson(c, failure)
      : c.html(failurePage(assets, failure), statusOf(failure));

  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    // The pattern, not the path or the query: those may hold what a person wrote.
    const route = routePath(c, -1);
    logger.debug(
      { method: c.req.method, route, status: c.res.status, ms: Math.round(performance.now() - started) },
      'request',
    );
  });
  app.use(securityHeaders());
  app.get('/', (c) =>
    c.html(chatPage(assets, assistant.firstQuestions()), 200, { 'Cache-Control': 'no-cache' }),
  );
  app.route('/', operations({ assistant, metrics, audience: metricsFor }));
  app.use(turnedAway(metrics));
  app.route('/', askApi(desk, limiter, limits));
  app.route('/', askForm(desk, limiter, limits, assets));
  app.route('/', documents(assistant, assets));
  app.route(
    '/',
    targets(() => assistant.desk, assets),
  );
  app.route(
    '/',
    check(() => assistant.desk, limiter, limits, assets),
  );
  app.route('/', assets.routes);
  app.notFound((c) => respond(c, { code: 'not_found' }));
  app.onError((error, c) => {
    // Whoever hangs up in the middle of a question is no fault of ours, and could fill the log.
    const level = c.req.raw.signal.aborted || isHangUp(error) ? 'debug' : 'error';
    logger[level]({ err: error, route: routePath(c, -1) }, 'request failed');
    return respond(c, { code: 'internal' });
  });
  return app;
}

function isHangUp(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'ABORT_ERR');
}
