import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An entry of a package lock, as far as it matters here.
 * @typedef {{version?: string, integrity?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[]}} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 * @typedef {{platform: string, architecture: string, development: boolean}} Machine
 */

/**
 * Does what is installed agree with the lockfile? Contents are compared rather than times, because a clone,
 * a checkout or a restored cache gives files any time it likes.
 * @param {LockedPackages} wanted `packages` of package-lock.json
 * @param {LockedPackages} present `packages` of node_modules/.package-lock.json, which npm writes last of all
 * @param {Machine} machine
 */
export function satisfies(wanted, present, machine) {
  const complete = Object.entries(wanted).every(([path, locked]) => {
    if (path === '') return true;
    const installed = present[path];
    if (installed === undefined)
      return locked.optional === true || (locked.dev === true && !machine.development);
    return installed.version === locked.version && installed.integrity === locked.integrity;
  });
  return complete && Object.values(present).every((installed) => fits(installed, machine));
}

/**
 * A folder that was copied here from another system holds that system's binaries.
 * @param {LockedPackage} installed
 * @param {Machine} machine
 */
function fits(installed, machine) {
  return allows(installed.os, machine.platform) && allows(installed.cpu, machine.architecture);
}

/**
 * @param {string[] | undefined} names names that are allowed, or with a leading `!` excluded
 * @param {string} name
 */
function allows(names, name) {
  if (names === undefined || names.length === 0 || names.includes('any')) return true;
  if (names.includes(`!${name}`)) return false;
  return names.includes(name) || names.every((entry) => entry.startsWith('!'));
}

/**
 * npm leaves development packages out in these two cases, and they are then not missed.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Machine}
 */
export function thisMachine(environment) {
  const omitted = (environment.npm_config_omit ?? '').split(/\s+/).includes('dev');
  const development = !omitted && environment.NODE_ENV !== 'production';
  return { platform: process.platform, architecture: process.arch, development };
}

/**
 * Are the packages of the project in `root` installed, completely and as locked?
 * @param {string} root
 * @param {Machine} machine
 */
export function isInstalled(root, machine) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(installedLockPath(root));
  return wanted !== null && present !== null && satisfies(wanted, present, machine);
}

/**
 * The list that npm writes once everything is unpacked and built; without it nothing counts as installed.
 * @param {string} root
 */
export function installedLockPath(root) {
  return join(root, 'node_modules', '.package-lock.json');
}

/**
 * @param {string} path
 * @returns {LockedPackages | null}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
