import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processIsAlive, withLock } from './lock.mjs';

let parent = '';
const folder = () => join(parent, 'lock');
const options = (alive: number[] = []) => ({
  processIsAlive: (id: number) => id === process.pid || alive.includes(id),
  onWait: vi.fn(),
  pauseMs: 5,
  patienceMs: 50,
});

function leaveLock(owner: { host: string; processes: number[] } | null, ageMs = 0): void {
  mkdirSync(folder());
  const time = new Date(Date.now() - ageMs);
  if (owner !== null) {
    writeFileSync(join(folder(), 'owner.json'), JSON.stringify(owner));
    utimesSync(join(folder(), 'owner.json'), time, time);
  }
  utimesSync(folder(), time, time);
}

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'wenqiao-lock-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('the set-up lock', () => {
  it('lets only one of several work at a time', async () => {
    let working = 0;
    let most = 0;
    const work = async () => {
      working += 1;
      most = Math.max(most, working);
      await pause(10);
      working -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(folder(), work, { ...options(), patienceMs: 5_000 })));
    expect(most).toBe(1);
    expect(existsSync(folder())).toBe(false);
  });

  it('says once that it waits', async () => {
    const second = options();
    const first = withLock(folder(), () => pause(30), options());
    await withLock(folder(), async () => undefined, { ...second, patienceMs: 5_000 });
    await first;
    expect(second.onWait).toHaveBeenCalledOnce();
  });

  it('is given back when the work fails', async () => {
    const failing = withLock(folder(), () => Promise.reject(new Error('no disk')), options());
    await expect(failing).rejects.toThrow('no disk');
    expect(existsSync(folder())).toBe(false);
  });

  it('counts a named helper among its holders', async () => {
    await withLock(
      folder(),
      async (alsoHeldBy) => {
        alsoHeldBy(4711);
        const owner = JSON.parse(readFileSync(join(folder(), 'owner.json'), 'utf8'));
        expect(owner).toEqual({ host: hostname(), processes: [process.pid, 4711] });
      },
      options(),
    );
    expect.assertions(1);
  });

  it.each([
    ['whose processes are gone', () => leaveLock({ host: hostname(), processes: [1_000_001] })],
    [
      'whose holder on another machine has been silent for long',
      () => leaveLock({ host: 'elsewhere', processes: [1] }, 200_000),
    ],
    ['whose holder died while making it', () => leaveLock(null, 20_000)],
  ])('is taken over from a holder %s', async (_, leave) => {
    leave();
    expect(await withLock(folder(), async () => 'done', options())).toBe('done');
  });

  it.each([
    ['whose helper still runs', () => leaveLock({ host: hostname(), processes: [1_000_001, 77] })],
    ['that runs on another machine', () => leaveLock({ host: 'elsewhere', processes: [1] })],
    ['that is just making it', () => leaveLock(null)],
    [
      'that is just taking it over',
      () => {
        leaveLock({ host: hostname(), processes: [1_000_001] });
        writeFileSync(join(folder(), `inherited-from-${hostname()}-1000001`), '');
      },
    ],
  ])('is left to a holder %s, and the wait ends with what to do', async (_, leave) => {
    leave();
    const attempt = withLock(folder(), async () => 'done', options([77]));
    await expect(attempt).rejects.toThrow(`delete ${folder()}`);
  });

  it('goes to one of two that find it abandoned', async () => {
    leaveLock({ host: hostname(), processes: [1_000_001] });
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await pause(20);
      order.push(`${name} out`);
    };
    const patient = { ...options(), patienceMs: 5_000 };
    await Promise.all([withLock(folder(), work('a'), patient), withLock(folder(), work('b'), patient)]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
  });
});

it('knows a running process from a gone one', () => {
  expect(processIsAlive(process.pid)).toBe(true);
  expect(processIsAlive(2 ** 30)).toBe(false);
});
