import { describe, expect, it } from 'vitest';
import { missingTools } from './toolchain.mjs';

const VSWHERE = 'C:\\Program Files (x86)\\Microsoft Visual Studio\\Installer\\vswhere.exe';

function missing(
  platform: string,
  commands: string[],
  environment: Record<string, string> = {},
  files: string[] = [],
) {
  const canRun = (command: string) => commands.includes(command);
  const lines = missingTools({ platform, environment, canRun, exists: (path) => files.includes(path) });
  return lines.map((line) => line.split('.')[0]);
}

const COMPILER = 'no C++ compiler found';
const MAKE = 'make not found';
const PYTHON = 'Python 3';

describe('the tools that native addons are built with', () => {
  it.each([
    ['everything is there', 'linux', ['g++', 'make', 'python3'], {}, [], []],
    ['nothing is there', 'linux', [], {}, [], [COMPILER, MAKE, PYTHON]],
    ['only the compiler is missing', 'linux', ['make', 'python3'], {}, [], [COMPILER]],
    ['the tools have other names', 'freebsd', ['c++', 'gmake', 'python'], {}, [], []],
    [
      'the environment names them',
      'linux',
      ['ccache', 'make', '/opt/python'],
      { CXX: 'ccache clang++', PYTHON: '/opt/python' },
      [],
      [],
    ],
    ['the environment is empty', 'linux', ['make', 'python3'], { CXX: ' ' }, [], [COMPILER]],
    ['Windows has its build tools', 'win32', ['py'], {}, [VSWHERE], []],
    ['Windows has none', 'win32', [], {}, [], [COMPILER, PYTHON]],
  ])('when %s', (_, platform, commands, environment, files, expected) => {
    expect(missing(platform, commands, environment, files)).toEqual(expected);
  });

  it('names the remedy for four kinds of systems in one line each', () => {
    const lines = missingTools({
      platform: 'linux',
      environment: {},
      canRun: () => false,
      exists: () => false,
    });
    for (const line of lines) {
      expect(line).toMatch(/^[^\n]*Debian\/Ubuntu: [^\n]* Fedora: [^\n]* macOS: [^\n]* Windows: [^\n]+$/);
    }
    expect(lines).toHaveLength(3);
  });
});
