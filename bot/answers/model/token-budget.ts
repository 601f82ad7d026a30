import type { Prompt, TokenUsage } from './chat-model.ts';

/**
 * What may be spent on a model in a day of the machine's calendar. It lives in memory: a restart begins a new
 * day, and several processes have one each.
 */
export class TokenBudget {
  readonly #perDay: number;
  readonly #clock: () => Date;
  #day = '';
  #spent = 0;

  /** `perDay`: tokens read and written together; 0 sets no limit. */
  constructor(perDay: number, clock: () => Date) {
    this.#perDay = perDay;
    this.#clock = clock;
  }

  get isSpent(): boolean {
    this.#turnDay();
    return this.#perDay > 0 && this.#spent >= this.#perDay;
  }

  spend({ inputTokens, outputTokens }: TokenUsage): void {
    this.#turnDay();
    this.#spent += inputTokens + outputTokens;
  }

  /** Where nobody says what a request took: no more than a token a character of Chinese was read. */
  spendUnknown({ system, user }: Prompt): void {
    this.spend({ inputTokens: system.length + user.length, outputTokens: 0 });
  }

  #turnDay(): void {
    const day = this.#clock().toDateString();
    if (day === this.#day) return;
    this.#day = day;
    this.#spent = 0;
  }
}
