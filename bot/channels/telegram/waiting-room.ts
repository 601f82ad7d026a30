export interface WaitingRoomOptions {
  readonly most: number;
  readonly mostPerChat: number;
}

export type Admission =
  | { readonly admitted: true; leave(): void }
  | { readonly admitted: false; readonly full: 'chat' | 'everywhere'; readonly waiting: number };

/** Counts what has been taken in and not been answered yet, so that the queue has an end. */
export class WaitingRoom {
  readonly #options: WaitingRoomOptions;
  readonly #perChat = new Map<number, number>();
  #total = 0;

  constructor(options: WaitingRoomOptions) {
    this.#options = options;
  }

  /** How many have been taken in and not been answered yet. */
  get waiting(): number {
    return this.#total;
  }

  enter(chat: number): Admission {
    const here = this.#perChat.get(chat) ?? 0;
    if (here >= this.#options.mostPerChat) return { admitted: false, full: 'chat', waiting: here };
    if (this.#total >= this.#options.most)
      return { admitted: false, full: 'everywhere', waiting: this.#total };
    this.#count(chat, 1);
    return { admitted: true, leave: () => this.#count(chat, -1) };
  }

  #count(chat: number, change: 1 | -1): void {
    this.#total += change;
    const here = (this.#perChat.get(chat) ?? 0) + change;
    if (here === 0) this.#perChat.delete(chat);
    else this.#perChat.set(chat, here);
  }
}
