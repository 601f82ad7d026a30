import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Webhook } from '../webhook.ts';

/** The longest update is a long message that replies to a long message, with an entity for every character. */
const MOST_BYTES = 1024 * 1024;
const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token';
const AGAIN_AFTER_SECONDS = '5';

/** Where Telegram sends updates to: heard at once, dealt with later. Telegram sends again what is not answered with 200. */
export function webhookRoute(webhook: Webhook): Hono {
  const app = new Hono();
  const end = (c: Context, status: 200 | 400 | 401 | 413 | 503): Response => c.body(null, status);
  app.post(
    webhook.path,
    async (c, next) => {
      // Before the body is looked at: a stranger costs as little as can be.
      if (!webhook.isKnown(c.req.header(SECRET_HEADER))) return end(c, 401);
      return next();
    },
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => end(c, 413) }),
    async (c) => {
      const update: unknown = await c.req.json().catch(() => undefined);
      switch (webhook.receive(update)) {
        case 'taken':
          return end(c, 200);
        case 'malformed':
          return end(c, 400);
        case 'busy':
          c.header('Retry-After', AGAIN_AFTER_SECONDS);
          return end(c, 503);
      }
    },
  );
  return app;
}
