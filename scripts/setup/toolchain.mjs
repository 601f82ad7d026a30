/**
 * Can this command be run? Commands are tried rather than looked up: on macOS the names exist before the tools do.
 * @typedef {(command: string, parameters: string[]) => boolean} CanRun
 * @typedef {{
 *   platform: string,
 *   environment: Readonly<Record<string, string | undefined>>,
 *   canRun: CanRun,
 *   exists: (path: string) => boolean,
 * }} System
 */

const COMPILER =
  'no C++ compiler found. Debian/Ubuntu: apt-get install g++ | Fedora: dnf install gcc-c++ | ' +
  'macOS: xcode-select --install | Windows: Visual Studio Build Tools with "Desktop development with C++"';
const MAKE =
  'make not found. Debian/Ubuntu: apt-get install make | Fedora: dnf install make | ' +
  'macOS: xcode-select --install | Windows: not needed';
const PYTHON =
  'Python 3.8 or later not found. Debian/Ubuntu: apt-get install python3 | Fedora: dnf install python3 | ' +
  'macOS: xcode-select --install | Windows: winget install Python.Python.3.12';

/**
 * What is missing to build the native addons: one line each, saying what to install where.
 * @param {System} system
 * @returns {string[]}
 */
export function missingTools(system) {
  /** @type {Array<[boolean, string]>} */
  const needs = [
    [hasCompiler(system), COMPILER],
    [hasMake(system), MAKE],
    [hasPython(system), PYTHON],
  ];
  return needs.filter(([found]) => !found).map(([, line]) => line);
}

/** @param {System} system */
function hasCompiler({ platform, environment, canRun, exists }) {
  if (platform === 'win32') {
    // The compiler is never on the path there; node-gyp finds it through this program.
    const programs = environment['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)';
    return exists(`${programs}\\Microsoft Visual Studio\\Installer\\vswhere.exe`);
  }
  return [environment.CXX, 'g++', 'c++'].some((command) => answers(canRun, command, ['--version']));
}

/** @param {System} system */
function hasMake({ platform, environment, canRun }) {
  if (platform === 'win32') return true;
  return [environment.MAKE, 'make', 'gmake'].some((command) => answers(canRun, command, ['--version']));
}

/** @param {System} system */
function hasPython({ environment, canRun }) {
  const question = ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))'];
  const named = [environment.npm_config_python, environment.PYTHON];
  return [...named, 'python3', 'python', 'py'].some((command) => answers(canRun, command, question));
}

/**
 * A command of the environment may carry parameters of its own (`CXX="ccache g++"`).
 * @param {CanRun} canRun
 * @param {string | undefined} command
 * @param {string[]} parameters
 */
function answers(canRun, command, parameters) {
  const [program, ...own] = (command ?? '').split(/\s+/).filter((word) => word !== '');
  return program !== undefined && canRun(program, [...own, ...parameters]);
}
