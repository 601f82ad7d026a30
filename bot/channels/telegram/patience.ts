interface Abortable {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Patience {
  /** Waits before the next attempt: longer after every failure, and at least `leastMs`. Ends early when aborted. */
  wait(failures: number, leastMs: number, signal?: Abortable): Promise<void>;
  /** Waits so long, or until aborted. */
  pause(milliseconds: number, signal?: Abortable): Promise<void>;
}

export interface PatienceOptions {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Doubling waits between attempts, for a server that may be gone for seconds or for hours. */
export function createPatience({ firstMs, longestMs }: PatienceOptions): Patience {
  return {
    wait: (failures, leastMs, signal) =>
      pause(Math.max(leastMs, Math.min(longestMs, firstMs * 2 ** Math.min(failures, 30))), signal),
    pause,
  };
}

function pause(milliseconds: number, signal?: Abortable): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
