import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Desk } from '../../desk/desk.ts';
import type { CheckedText, TextAbout } from '../../desk/fact-check.ts';
import { WaitingLine } from '../waiting-line.ts';
import { addressLimit } from './address-limit.ts';
import type { Assets } from './assets.ts';
import { type Failure, setRetryAfter, statusOf } from './failures.ts';
import type { WebLimits } from './limits.ts';
import { checkPage, type TypedText } from './pages/check-page.ts';
import { failurePage } from './pages/failure-page.ts';
import type { RateLimiter } from './rate-limiter.ts';

const PATH = '/check';
/** A check is dozens of look-ups; more at once would keep questions waiting. */
const AT_ONCE = { places: 2, waiting: 20 };

/** `/check`: a text is pasted and comes back figure by figure. Posted, so that it ends up in no address or log. */
export function check(desk: () => Desk, limiter: RateLimiter, limits: WebLimits, assets: Assets): Hono {
  const app = new Hono();
  const line = new WaitingLine(AT_ONCE);
  const respond = (c: Context, failure: Failure): Response | Promise<Response> => {
    setRetryAfter(c, failure);
    return c.html(failurePage(assets, failure), statusOf(failure));
  };
  const tooLarge = (c: Context) =>
    respond(c, { code: 'body_too_large', values: { kilobytes: Math.round(limits.bodyBytes / 1024) } });
  const page = (c: Context, typed: TypedText, checked: CheckedText | null) =>
    c.html(checkPage(assets, { typed, checked, choices: desk().choices() }));

  app.use(PATH, async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.get(PATH, (c) => page(c, { text: '', town: '', year: '' }, null));
  app.post(
    PATH,
    addressLimit(limiter, limits, respond),
    bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge }),
    async (c) => {
      const fields = await c.req.parseBody().catch(() => null);
      if (fields === null) return respond(c, { code: 'invalid_request', values: { fields: 'text' } });
      const { text, town, year } = fields;
      const typed = { text: textOf(text), town: textOf(town), year: textOf(year) };
      const leave = await line.enter(c.req.raw.signal);
      if (leave === undefined) return respond(c, { code: 'busy', retryAfterSeconds: 5 });
      try {
        const { text: pasted } = typed;
        const checked = pasted.trim() === '' ? null : await desk().check(pasted, aboutOf(desk(), typed));
        return page(c, typed, checked);
      } finally {
        leave();
      }
    },
  );
  return app;
}

function textOf(field: unknown): string {
  return typeof field === 'string' ? field : '';
}

/** Only towns and years that the form offers count. */
function aboutOf(desk: Desk, { town, year }: { town: string; year: string }): TextAbout {
  const { towns, years } = desk.choices();
  const known = years.find((choice) => String(choice) === year);
  return { ...(towns.includes(town) ? { town } : {}), ...(known === undefined ? {} : { year: known }) };
}
