import type { Remember, Remembered } from './remember.ts';

export interface AllowanceOptions {
  /** How many may come at once. */
  readonly burst: number;
  /** How many may come in a minute, once the burst is used up. */
  readonly perMinute: number;
  readonly clock: () => Date;
}

export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly seconds: number;
      /** Whether this one was told already to wait; told once, not for every message of a flood. */
      readonly told: boolean;
    };

interface Account {
  readonly left: number;
  readonly at: number;
  readonly told: boolean;
}

const MOST_ACCOUNTS = 20_000;

/** How many messages a person or a group may send: a bucket that refills evenly. */
export class Allowance {
  readonly #accounts: Remembered<Account>;
  readonly #options: AllowanceOptions;

  constructor(remember: Remember, name: string, options: AllowanceOptions) {
    this.#options = options;
    const untilFullAgain = (options.burst / options.perMinute) * 60_000;
    this.#accounts = remember(name, { most: MOST_ACCOUNTS, lifetimeMs: untilFullAgain });
  }

  take(key: string): Verdict {
    const { burst, perMinute, clock } = this.#options;
    const now = clock().getTime();
    const account = this.#accounts.get(key) ?? { left: burst, at: now, told: false };
    const left = Math.min(burst, account.left + ((now - account.at) / 60_000) * perMinute);
    if (left >= 1) {
      this.#accounts.set(key, { left: left - 1, at: now, told: false });
      return { allowed: true };
    }
    this.#accounts.set(key, { left, at: now, told: true });
    return { allowed: false, seconds: Math.ceil(((1 - left) / perMinute) * 60), told: account.told };
  }
}
