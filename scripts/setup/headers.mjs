import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder to give to node-gyp as `nodedir`, so that it downloads no headers: the prefix of the running Node,
 * when the headers of the same major version lie beside it (a distribution may have put another version's there).
 * @param {string} executable
 * @param {string} version
 * @returns {string | null}
 */
export function headersPrefix(executable, version) {
  const prefix = dirname(dirname(executable));
  const folder = join(prefix, 'include', 'node');
  try {
    readFileSync(join(folder, 'node.h'));
    const declared = /#define\s+NODE_MAJOR_VERSION\s+(\d+)/.exec(
      readFileSync(join(folder, 'node_version.h'), 'utf8'),
    );
    return declared?.[1] === version.split('.')[0] ? prefix : null;
  } catch {
    return null;
  }
}
