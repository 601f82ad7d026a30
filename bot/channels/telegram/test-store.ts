import { fakeStore } from '../../conversations/fake-store.ts';
import type { Store } from '../../conversations/store.ts';
import { BotError } from '../../errors.ts';

/** A store whose disk can be full for a while. */
export interface TestStore extends Store {
  isBroken: boolean;
}

const WRITES = new Set(['addFeedback', 'amendFeedback', 'addUnanswered', 'setValue', 'deleteValue']);

export function createTestStore(clock?: () => Date): TestStore {
  const state = { ...fakeStore(clock), isBroken: false };
  return new Proxy(state, {
    get(store, name: keyof TestStore) {
      if (!store.isBroken || !WRITES.has(name)) return store[name];
      return () => {
        throw new BotError('store_unavailable', 'the disk is full');
      };
    },
  });
}
