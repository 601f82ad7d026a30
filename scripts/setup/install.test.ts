import { expect, it } from 'vitest';
import { environmentFor, npmCommand } from './install.mjs';

it('tells the builds where the headers are and to fetch no binaries', () => {
  expect(environmentFor({ PATH: '/bin' }, '/usr')).toEqual({
    PATH: '/bin',
    npm_config_nodedir: '/usr',
    npm_config_build_from_source: 'true',
  });
});

it('leaves what the person has set', () => {
  const environment = { npm_config_build_from_source: 'false', npm_config_nodedir: '/opt/node' };
  expect(environmentFor(environment, '/usr')).toEqual(environment);
});

it.each([
  [
    'the npm that runs the script',
    '/opt/npm/bin/npm-cli.js',
    'linux',
    [process.execPath, '/opt/npm/bin/npm-cli.js'],
  ],
  ['npm from the path without one', undefined, 'linux', ['npm']],
  ['npm from the path under another package manager', '/opt/yarn.js', 'linux', ['npm']],
  ['the command file on Windows', undefined, 'win32', ['npm.cmd']],
])('installs with %s', (_, path, platform, expected) => {
  expect(npmCommand(path, platform)).toEqual(expected);
});
