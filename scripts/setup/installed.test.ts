import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedLockPath, isInstalled, satisfies, thisMachine } from './installed.mjs';

const MACHINE = { platform: 'linux', architecture: 'x64', development: true };
const ZOD = { version: '4.6.7', integrity: 'sha512-aaa' };

describe('whether what is installed satisfies the lockfile', () => {
  it.each([
    ['the same packages', { 'node_modules/zod': ZOD }, { 'node_modules/zod': ZOD }, true],
    [
      'the entry of the project itself',
      { '': { version: '0.1.0' }, 'node_modules/zod': ZOD },
      { 'node_modules/zod': ZOD },
      true,
    ],
    ['a package that is missing', { 'node_modules/zod': ZOD }, {}, false],
    [
      'another version',
      { 'node_modules/zod': ZOD },
      { 'node_modules/zod': { ...ZOD, version: '4.6.6' } },
      false,
    ],
    [
      'other contents',
      { 'node_modules/zod': ZOD },
      { 'node_modules/zod': { ...ZOD, integrity: 'sha512-bbb' } },
      false,
    ],
    [
      'an optional package of another system left out',
      { 'node_modules/fsevents': { ...ZOD, optional: true } },
      {},
      true,
    ],
    ['a development package left out', { 'node_modules/vitest': { ...ZOD, dev: true } }, {}, false],
    ['a package too many', {}, { 'node_modules/zod': ZOD }, true],
    ['binaries for this system', {}, { 'node_modules/esbuild-x': { os: ['linux'], cpu: ['x64'] } }, true],
    ['binaries for another system', {}, { 'node_modules/esbuild-x': { os: ['darwin'] } }, false],
    [
      'binaries for another processor',
      {},
      { 'node_modules/esbuild-x': { os: ['linux'], cpu: ['arm64'] } },
      false,
    ],
    ['a package for all systems but this', {}, { 'node_modules/x': { os: ['!linux'] } }, false],
    ['a package for all systems but another', {}, { 'node_modules/x': { os: ['!win32'] } }, true],
  ])('with %s', (_, wanted, present, expected) => {
    expect(satisfies(wanted, present, MACHINE)).toBe(expected);
  });

  it('does not miss development packages where npm leaves them out', () => {
    const wanted = { 'node_modules/vitest': { ...ZOD, dev: true } };
    expect(satisfies(wanted, {}, { ...MACHINE, development: false })).toBe(true);
  });
});

describe('which packages this machine wants', () => {
  it.each([
    [{}, true],
    [{ NODE_ENV: 'production' }, false],
    [{ npm_config_omit: 'dev' }, false],
    [{ npm_config_omit: 'optional' }, true],
  ])('with the environment %o', (environment, development) => {
    expect(thisMachine(environment).development).toBe(development);
  });
});

describe('a project folder', () => {
  let root = '';
  const machine = thisMachine({});
  const lock = JSON.stringify({ packages: { '': {}, 'node_modules/zod': ZOD } });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'wenqiao-installed-'));
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package-lock.json'), lock);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is not installed before npm has written its list', () => {
    expect(isInstalled(root, machine)).toBe(false);
  });

  it('is not installed when the list broke off', () => {
    writeFileSync(installedLockPath(root), lock.slice(0, 40));
    expect(isInstalled(root, machine)).toBe(false);
  });

  it('stays installed when a checkout makes the lockfile look newer', () => {
    writeFileSync(installedLockPath(root), lock);
    utimesSync(installedLockPath(root), new Date(0), new Date(0));
    expect(isInstalled(root, machine)).toBe(true);
  });

  it('is not installed any more when the lockfile asks for another version', () => {
    writeFileSync(installedLockPath(root), lock);
    writeFileSync(join(root, 'package-lock.json'), lock.replace('4.6.7', '4.6.8'));
    expect(isInstalled(root, machine)).toBe(false);
  });
});
