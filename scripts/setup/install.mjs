import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { headersPrefix } from './headers.mjs';
import { installedLockPath } from './installed.mjs';
import { missingTools } from './toolchain.mjs';

/**
 * Installs the locked packages and builds the native addons. Returns null, or one line that says what went wrong.
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {(id: number) => void} onProcess is told which process installs
 * @returns {Promise<string | null>}
 */
export async function install(root, say, onProcess) {
  const missing = missingTools({
    platform: process.platform,
    environment: process.env,
    canRun,
    exists: existsSync,
  });
  for (const line of missing) say(line);
  if (missing.length > 0) return 'not started: install what is named above, then run the command again';

  // Gone first: a deletion that is cut short must not look like an installation.
  rmSync(installedLockPath(root), { force: true });
  say('installing packages and building native addons, once; this takes some minutes');
  const code = await runNpm(root, environmentFor(process.env, nodeHeaders(say)), onProcess);
  const fault = code === 0 ? faultyAddon(root) : `npm ci ended with ${code}; what it says stands above`;
  if (fault !== null) rmSync(installedLockPath(root), { force: true });
  return fault;
}

/**
 * What npm and the builds under it are told: where Node's headers are, and to build nodejieba here, since its
 * ready-made binaries would come from a host that is no package registry.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string | null} nodedir
 * @returns {Record<string, string | undefined>}
 */
export function environmentFor(environment, nodedir) {
  const own = nodedir === null ? {} : { npm_config_nodedir: nodedir };
  return { npm_config_build_from_source: 'true', ...own, ...environment };
}

/**
 * @param {(line: string) => void} say
 * @returns {string | null}
 */
function nodeHeaders(say) {
  if (process.env.npm_config_nodedir) return null;
  const prefix = headersPrefix(realpathSync(process.execPath), process.versions.node);
  if (prefix === null) {
    say(
      `no headers of Node ${process.versions.node} beside ${process.execPath}: they will be downloaded; without a ` +
        'network, use a Node that brings include/node along, or set npm_config_nodedir',
    );
  }
  return prefix;
}

/**
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @param {(id: number) => void} onProcess
 * @returns {Promise<number | string>} the exit code, the signal's name or why it did not start
 */
function runNpm(root, env, onProcess) {
  const [command, ...first] = npmCommand(process.env.npm_execpath, process.platform);
  const parameters = [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env,
      stdio: ['ignore', 2, 2],
      shell: command === 'npm.cmd',
    });
    if (child.pid !== undefined) onProcess(child.pid);
    // Stopped together: an npm left alone would go on writing while the next set-up starts.
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
    const end = (/** @type {number | string} */ outcome) => {
      process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
      resolve(outcome);
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) => end(code ?? signal ?? 1));
  });
}

/**
 * The npm that runs us when there is one, else the one on the path.
 * @param {string | undefined} path npm's own program file, as npm tells its scripts
 * @param {string} platform
 * @returns {[string, ...string[]]}
 */
export function npmCommand(path, platform) {
  if (path !== undefined && basename(path) === 'npm-cli.js') return [process.execPath, path];
  return [platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/**
 * Loads every package that builds something in a process of its own: npm may have been told to run no scripts.
 * @param {string} root
 * @returns {string | null}
 */
function faultyAddon(root) {
  const allowed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).allowScripts ?? {};
  const built = Object.keys(allowed).filter((name) => allowed[name] === true);
  const faulty = built.filter((name) => !loads(root, name));
  return faulty.length === 0
    ? null
    : `${faulty.join(', ')} installed but not built: is npm told to run no install scripts (ignore-scripts)?`;
}

/**
 * @param {string} root
 * @param {string} name
 */
function loads(root, name) {
  const script = `require(${JSON.stringify(name)})`;
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function canRun(command, parameters) {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}
