import { fakeStore } from '../../conversations/fake-store.ts';
import type { Store } from '../../conversations/store.ts';
import { BotError } from '../../errors.ts';
import { createLogger } from '../../logger.ts';
import { type Remember, rememberIn } from './remember.ts';

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

/** What is remembered in a store of its own. */
export function testRemember(clock: () => Date): Remember {
  const logger = createLogger({ level: 'silent' });
  return rememberIn({ store: createTestStore(clock), clock, logger, seal: (key) => key });
}
