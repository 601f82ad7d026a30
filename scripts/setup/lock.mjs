import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A holder that has not shown itself for so long is gone, wherever it ran. */
const SILENCE_MS = 120_000;
/** A lock without an owner is one being made; older than this, its maker died. */
const UNOWNED_MS = 10_000;
const HEARTBEAT_MS = 10_000;

/**
 * @typedef {{host: string, processes: number[]}} Owner
 * @typedef {{
 *   processIsAlive: (id: number) => boolean,
 *   onWait: () => void,
 *   pauseMs?: number,
 *   patienceMs?: number,
 * }} LockOptions
 */

/**
 * Runs `work` while holding the lock folder; waits while another process holds it. `work` is given a function that
 * names a further process which must also be gone before the lock counts as abandoned.
 * @template Result
 * @param {string} folder
 * @param {(alsoHeldBy: (id: number) => void) => Promise<Result>} work
 * @param {LockOptions} options
 * @returns {Promise<Result>}
 */
export async function withLock(folder, work, options) {
  const { pauseMs = 500, patienceMs = 20 * 60_000 } = options;
  const giveUpAt = Date.now() + patienceMs;
  let waited = false;
  while (!take(folder, options)) {
    if (!waited) options.onWait();
    waited = true;
    if (Date.now() > giveUpAt)
      throw new Error(`another set-up does not end; if none is running, delete ${folder}`);
    await pause(pauseMs);
  }
  const heartbeat = setInterval(() => touch(folder), HEARTBEAT_MS);
  try {
    return await work((id) => writeOwner(folder, [process.pid, id]));
  } finally {
    clearInterval(heartbeat);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {LockOptions} options
 */
function take(folder, options) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!inherit(folder, options)) return false;
  }
  writeOwner(folder, [process.pid]);
  return true;
}

/**
 * Takes an abandoned lock over. Of several that notice, the one that creates the mark named after the dead owner wins.
 * @param {string} folder
 * @param {LockOptions} options
 */
function inherit(folder, options) {
  const owner = readOwner(folder);
  if (!isAbandoned(folder, owner, options)) return false;
  const mark = owner === null ? 'nobody' : `${owner.host}-${owner.processes.join('-')}`;
  try {
    writeFileSync(join(folder, `inherited-from-${mark}`), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @param {Owner | null} owner
 * @param {LockOptions} options
 */
function isAbandoned(folder, owner, { processIsAlive }) {
  try {
    if (owner === null) return Date.now() - statSync(folder).mtimeMs > UNOWNED_MS;
    if (Date.now() - statSync(ownerPath(folder)).mtimeMs > SILENCE_MS) return true;
    return owner.host === hostname() && !owner.processes.some(processIsAlive);
  } catch {
    return false;
  }
}

/** @param {string} folder */
function ownerPath(folder) {
  return join(folder, 'owner.json');
}

/**
 * @param {string} folder
 * @returns {Owner | null}
 */
function readOwner(folder) {
  try {
    return JSON.parse(readFileSync(ownerPath(folder), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {number[]} processes
 */
function writeOwner(folder, processes) {
  writeFileSync(ownerPath(folder), JSON.stringify({ host: hostname(), processes }));
}

/** @param {string} folder */
function touch(folder) {
  try {
    utimesSync(ownerPath(folder), new Date(), new Date());
  } catch {
    // The lock was taken from under us; the work goes on, and its end removes what is left.
  }
}

/**
 * Is there a process of this number on this machine, ours or another user's?
 * @param {number} id
 */
export function processIsAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}
