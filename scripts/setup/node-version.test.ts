import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEAST_NODE_VERSION, nodeVersionFault } from './node-version.mjs';

describe('the check of the Node version', () => {
  it.each(['20.19.0', '20.19.1', '20.20.2', '22.0.0', '100.1.0'])('lets Node %s pass', (version) => {
    expect(nodeVersionFault(version)).toBeNull();
  });

  it.each([
    '20.18.3',
    '18.20.8',
    '8.0.0',
    '20',
    'unknown',
  ])('says in one line what to install on Node %s', (version) => {
    expect(nodeVersionFault(version)).toMatch(/^this is Node .* install Node 20 LTS or newer$/);
  });

  it('agrees with the engines that package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(LEAST_NODE_VERSION.startsWith(engines.node.replace('>=', ''))).toBe(true);
  });
});
