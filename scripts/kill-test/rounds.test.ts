import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../bot/conversations/open-store.ts';
import { createLogger } from '../../bot/logger.ts';
import { confirmedWrites, emptyLedger, faultsOf } from './ledger.ts';
import { load } from './load.ts';
import { killRounds } from './rounds.ts';
import { startVictim } from './victim.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wenqiao-kill-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const LONGEST_MS = 240_000;

test(
  'a process that is killed twenty times under load loses nothing that it confirmed',
  async () => {
    const report = await killRounds({ directory, rounds: 20, random: Math.random });
    expect(report.faults).toEqual([]);
    expect(report.confirmed).toBeGreaterThan(100);
  },
  LONGEST_MS,
);

test(
  'one that confirms before it writes is found out',
  async () => {
    const { faults } = await killRounds({ directory, rounds: 4, random: () => 1, late: true });
    expect(faults).toContainEqual(expect.stringMatching(/^round \d: lost (?:question|verdict)/));
  },
  LONGEST_MS,
);

test(
  'on a full disk people go on getting answers, are thanked for nothing that is not kept, and lose nothing',
  async () => {
    const victim = startVictim({ directory, mostBlocks: 4_096 });
    const address = await victim.address;
    expect(address).toBeDefined();
    const ledger = emptyLedger();
    const stop = new AbortController();
    const loading = load(address!, ledger, stop.signal);
    const health = async () =>
      (await (await fetch(new URL('/healthz', address))).json()) as { status: string; unrecorded: number };
    while ((await health()).unrecorded < 20) await setTimeout(50);
    stop.abort();
    const { statuses } = await loading;
    expect((await health()).status).toBe('ok');
    await victim.kill();
    // Answers never failed; only feedback did, and said so.
    expect([...statuses.keys()]).toEqual([503]);
    expect(confirmedWrites(ledger)).toBeGreaterThan(100);

    const store = openStore(directory, { clock: () => new Date(), logger: createLogger({ level: 'warn' }) });
    const kept = store.unanswered().length;
    const verdicts = { ...ledger, refused: new Set<string>() };
    expect(faultsOf(store, verdicts)).toEqual([]);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(ledger.refused.size);
    // There is room again: the same store goes on.
    store.addUnanswered({ channel: 'web', person: 'p', question: '有了', reason: 'x', answer: 'y' });
    expect(store.unanswered()).toHaveLength(kept + 1);
    store.close();
  },
  LONGEST_MS,
);
