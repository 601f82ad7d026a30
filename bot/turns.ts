import { setImmediate } from 'node:timers/promises';

/**
 * Lets one piece of work begin per turn of the event loop, in the order in which they came. Composing an answer keeps
 * the thread: without a pause between answers whatever arrives meanwhile stays unread, and connections that have said
 * all they had to say are closed as silent ones.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is this caller's turn; what has arrived by then has been read. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => setImmediate());
    return this.#last;
  }
}
