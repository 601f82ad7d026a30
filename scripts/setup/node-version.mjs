// Syntax that any Node with modules can read: this file is what tells the others from too old ones.

/** The oldest Node that runs the project; `engines` of package.json says the same. */
export const LEAST_NODE_VERSION = '20.19.0';

/**
 * One line saying what to do when `version` is older than the least version; null when it will do.
 * @param {string} version
 * @returns {string | null}
 */
export function nodeVersionFault(version) {
  const have = version.split('.').map(Number);
  const least = LEAST_NODE_VERSION.split('.').map(Number);
  for (let place = 0; place < least.length; place += 1) {
    const difference = Number(have[place]) - Number(least[place]);
    if (difference > 0) return null;
    if (!(difference >= 0)) {
      return `this is Node ${version}, and ${LEAST_NODE_VERSION} or later is needed: install Node 20 LTS or newer`;
    }
  }
  return null;
}
