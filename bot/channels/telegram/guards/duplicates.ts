import type { Middleware } from 'grammy';
import type { TelegramContext } from '../context.ts';
import { RecentMap } from '../recent-map.ts';

const MOST_UPDATES = 5_000;
/** Telegram keeps an update for no longer. */
const LIFETIME_MS = 24 * 3_600_000;

/** Lets every update through once, also when Telegram sends it again. */
export function duplicates(clock: () => Date): Middleware<TelegramContext> {
  const seen = new RecentMap<true>({ most: MOST_UPDATES, lifetimeMs: LIFETIME_MS, clock });
  return async (context, next) => {
    const update = String(context.update.update_id);
    if (seen.get(update)) return;
    seen.set(update, true);
    await next();
  };
}
