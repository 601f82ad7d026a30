import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRounds } from './kill-test/rounds.ts';

const MOST_ROUNDS = 100_000;
const typed = process.argv[2] ?? '200';
const rounds = /^\d+$/.test(typed) ? Number(typed) : 0;

/** `npm run kill-test -- ROUNDS`: is everything there that was confirmed, however often the process is killed? */
async function main(): Promise<number> {
  if (rounds < 1 || rounds > MOST_ROUNDS || process.argv.length > 3) {
    process.stderr.write(`usage: npm run kill-test -- [ROUNDS], from 1 to ${MOST_ROUNDS}\n`);
    return 2;
  }
  const directory = mkdtempSync(join(tmpdir(), 'wenqiao-kill-test-'));
  const onRound = (round: number, confirmed: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\rround ${round} of ${rounds}, ${confirmed} confirmed`);
  };
  const { confirmed, faults } = await killRounds({ directory, rounds, random: Math.random, onRound });
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\nthe store is kept in ${directory}\n`);
    return 1;
  }
  rmSync(directory, { recursive: true });
  process.stdout.write(`${rounds} kills, ${confirmed} confirmed writes, none lost\n`);
  return 0;
}

process.exitCode = await main();
