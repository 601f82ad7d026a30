import { setTimeout } from 'node:timers/promises';
import { openStore } from '../../bot/conversations/open-store.ts';
import { createLogger } from '../../bot/logger.ts';
import { confirmedWrites, emptyLedger, faultsOf } from './ledger.ts';
import { load } from './load.ts';
import { startVictim, type VictimOptions } from './victim.ts';

export interface RoundsOptions extends Pick<VictimOptions, 'directory' | 'late'> {
  readonly rounds: number;
  /** From 0 to 1; decides when each process is killed. */
  readonly random: () => number;
  readonly onRound?: (round: number, confirmed: number) => void;
}

export interface RoundsReport {
  readonly rounds: number;
  readonly confirmed: number;
  /** Confirmed writes that are gone, and rows that nobody sent. */
  readonly faults: readonly string[];
}

/** Every so many rounds the process is killed while it starts. */
const START_ROUNDS = 5;
/** In the others it is killed after up to so many more refused questions, each with its verdict and comment, … */
const MOST_QUESTIONS = 40;
/** … and up to so much later, in the midst of whatever it does then. */
const MOST_LATER_MS = 20;

/**
 * Kills a server under load at random moments, time after time over the same store, opens the store after each
 * kill (which reads it over) and compares it with all that was ever confirmed. SIGKILL takes the process, not
 * the machine: what a power cut would take is left to `synchronous = FULL`.
 */
export async function killRounds(options: RoundsOptions): Promise<RoundsReport> {
  const { rounds, random, onRound, ...victimOptions } = options;
  const ledger = emptyLedger();
  const faults: string[] = [];
  let startMs = 1_000;
  for (let round = 1; round <= rounds; round++) {
    const spawned = performance.now();
    const victim = startVictim(victimOptions);
    if (round % START_ROUNDS === 0) await setTimeout(random() * startMs);
    else {
      const address = await victim.address;
      if (address === undefined) return { rounds: round, confirmed: 0, faults: ['the server did not start'] };
      startMs = performance.now() - spawned;
      const stop = new AbortController();
      let ended = false;
      const loading = load(address, ledger, stop.signal).finally(() => {
        ended = true;
      });
      const enough = ledger.refused.size + random() * MOST_QUESTIONS;
      while (ledger.refused.size < enough && !ended) await setTimeout(1);
      await setTimeout(random() * MOST_LATER_MS);
      await victim.kill();
      stop.abort();
      await loading;
    }
    await victim.kill();
    const store = openStore(victimOptions.directory, {
      clock: () => new Date(),
      logger: createLogger({ level: 'warn' }),
    });
    faults.push(...faultsOf(store, ledger).map((fault) => `round ${round}: ${fault}`));
    store.close();
    onRound?.(round, confirmedWrites(ledger));
    if (faults.length > 0) break;
  }
  return { rounds, confirmed: confirmedWrites(ledger), faults };
}
