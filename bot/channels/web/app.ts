import { type Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Assistant } from '../../assistant.ts';
import type { Secrets } from '../../conversations/pseudonym.ts';
import type { Store } from '../../conversations/store.ts';
import type { Logger } from '../../logger.ts';
import { measured } from '../../metrics/measured.ts';
import { createMetrics, type Metrics } from '../../metrics/metrics.ts';
import type { Webhook } from '../webhook.ts';
import { askApi } from './ask-api.ts';
import { createAskDesk } from './ask-desk.ts';
import { askForm } from './ask-form.ts';
import { loadAssets } from './assets.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { documents } from './documents.ts';
import { type Failure, failureJson, statusOf } from './failures.ts';
import { feedback } from './feedback.ts';
import { createFeedbackDesk } from './feedback-desk.ts';
import { WEB_LIMITS, type WebLimits } from './limits.ts';
import { type MetricsAudience, operations } from './operations.ts';
import { chatPage } from './pages/chat-page.ts';
import { failurePage } from './pages/failure-page.ts';
import { RateLimiter } from './rate-limiter.ts';
import { securityHeaders } from './security-headers.ts';
import { targets } from './targets.ts';
import { turnedAway } from './turned-away.ts';
import { webhookRoute } from './webhook-route.ts';

export interface WebAppDependencies extends Partial<WebLimits> {
  readonly assistant: Assistant;
  readonly logger: Logger;
  /** Where verdicts are kept and under which names people stand there; without it nobody is asked for any. */
  readonly records?: { readonly store: Store; readonly secrets: Secrets };
  readonly now?: () => number;
  /** Where the figures are kept; a set of its own when none is given. */
  readonly metrics?: Metrics;
  /** `loopback` by default. */
  readonly metricsFor?: MetricsAudience;
  /** Where Telegram sends updates to, when it does. */
  readonly webhook?: Webhook;
}

/** The web channel: the chat page, the question API, the documents, the cadres’ desk and a health check. */
export function createWebApp(dependencies: WebAppDependencies): Hono {
  const { logger, records, webhook, now = Date.now, ...rest } = dependencies;
  const { metrics = createMetrics(), metricsFor = 'loopback', ...given } = rest;
  const assistant = measured(dependencies.assistant, { channel: 'web', metrics });
  const limits: WebLimits = { ...WEB_LIMITS, ...given };
  const assets = loadAssets();
  const limiterOf = (perMinute: number): RateLimiter =>
    new RateLimiter({ perMinute, addresses: limits.trackedAddresses, now });
  const limiter = limiterOf(limits.asksPerMinute);
  const desk = createAskDesk(assistant, limits, logger, metrics);
  metrics.watchWaiting('web', () => desk.waiting());
  const feedbackDesk =
    records === undefined ? null : createFeedbackDesk({ ...records, limits, now, logger, metrics });

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
  if (webhook !== undefined) app.route('/', webhookRoute(webhook));
  app.get('/', (c) =>
    c.html(chatPage(assets, assistant.firstQuestions()), 200, { 'Cache-Control': 'no-cache' }),
  );
  app.route('/', operations({ assistant, metrics, audience: metricsFor }));
  app.use(turnedAway(metrics));
  app.route('/', askApi(desk, feedbackDesk, limiter, limits));
  app.route('/', askForm(desk, feedbackDesk, limiter, limits, assets));
  if (feedbackDesk !== null)
    app.route('/', feedback(feedbackDesk, limiterOf(limits.feedbackPerMinute), limits, assets));
  app.route('/', documents(assistant, assets));
  app.route(
    '/',
    targets(() => assistant.desk, assets),
  );
  app.route(
    '/',
    compare(() => assistant.desk, limiter, limits, assets),
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
