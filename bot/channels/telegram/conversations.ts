import { maskBeforeKeeping, maskPersonalNumbers } from '../../questions/mask.ts';
import type { Turn } from '../../questions/request.ts';
import type { Remember, Remembered } from './remember.ts';

/** Only the latest turns can be meant by a follow-up. */
export const TURNS_KEPT = 10;
/** After this long a new message starts a new conversation. */
export const MINUTES_KEPT = 30;

const MOST_CONVERSATIONS = 10_000;

/** What was said before, so that a follow-up such as 那瓜沥呢 can be understood. */
export class Conversations {
  readonly #turns: Remembered<readonly Turn[]>;

  constructor(remember: Remember) {
    this.#turns = remember('turns', { most: MOST_CONVERSATIONS, lifetimeMs: MINUTES_KEPT * 60_000 });
  }

  history(conversation: string): readonly Turn[] {
    return this.#turns.get(conversation) ?? [];
  }

  add(conversation: string, question: string, answer: string): void {
    const said: Turn[] = [
      { role: 'user', text: maskBeforeKeeping(question) },
      { role: 'assistant', text: maskPersonalNumbers(answer) },
    ];
    this.#turns.set(conversation, [...this.history(conversation), ...said].slice(-TURNS_KEPT));
  }

  forget(conversation: string): void {
    this.#turns.delete(conversation);
  }
}
