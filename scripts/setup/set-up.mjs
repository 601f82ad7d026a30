import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, thisMachine } from './installed.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Makes the project in `root` ready to run; returns the exit code. What it says goes to standard error.
 * @param {string} root
 * @returns {Promise<number>}
 */
export async function setUp(root = ROOT) {
  const lock = join(root, '.setup-lock');
  const ready = () => isInstalled(root, thisMachine(process.env));
  if (!existsSync(lock) && ready()) return 0;

  // Loaded only now: most runs end above, and every command waits for them.
  const { install } = await import('./install.mjs');
  const { withLock, processIsAlive } = await import('./lock.mjs');
  const onWait = () => say('another set-up is running; waiting for it');
  try {
    return await withLock(
      lock,
      async (alsoHeldBy) => {
        if (ready()) return 0;
        const fault = await install(root, say, alsoHeldBy);
        if (fault === null) return 0;
        say(`failed: ${fault}`);
        return 1;
      },
      { processIsAlive, onWait },
    );
  } catch (error) {
    say(`failed: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}
