import { expect, it } from 'vitest';
import { RemoteFault } from './remote-fault.ts';
import { retried } from './retried.ts';

/** Fails with the given faults in turn, then succeeds; tells the waits between the attempts. */
async function attemptWith(faults: RemoteFault[], tries: number) {
  const waits: number[] = [];
  let attempts = 0;
  const result = await retried(
    async () => {
      const fault = faults[attempts++];
      if (fault !== undefined) throw fault;
      return 'done';
    },
    { tries, firstWaitMs: 100, longestWaitMs: 5_000, wait: async (ms) => waits.push(ms) },
  ).catch((error: RemoteFault) => error.reason);
  return { result, waits, attempts };
}

const broken = new RemoteFault('server_error');

it('waits longer before each attempt', async () => {
  expect(await attemptWith([broken, broken, broken], 4)).toEqual({
    result: 'done',
    waits: [100, 200, 400],
    attempts: 4,
  });
});

it('waits as long as the server asks', async () => {
  const { waits } = await attemptWith([new RemoteFault('rate_limited', { retryAfterMs: 3_000 })], 2);
  expect(waits).toEqual([3_000]);
});

it.each([
  ['after the last attempt', [broken, broken], 2, 'server_error', 2],
  ['a wrong key at once', [new RemoteFault('key_rejected')], 5, 'key_rejected', 1],
  [
    'a server that asks for too long a wait',
    [new RemoteFault('rate_limited', { retryAfterMs: 6_000 })],
    5,
    'rate_limited',
    1,
  ],
])('gives up %s', async (_, faults, tries, result, attempts) => {
  expect(await attemptWith(faults as RemoteFault[], tries as number)).toMatchObject({ result, attempts });
});
