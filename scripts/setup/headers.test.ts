import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { headersPrefix } from './headers.mjs';

let prefix = '';
const executable = () => join(prefix, 'bin', 'node');
const writeHeader = (name: string, text: string) =>
  writeFileSync(join(prefix, 'include', 'node', name), text);

beforeEach(() => {
  prefix = mkdtempSync(join(tmpdir(), 'wenqiao-headers-'));
  mkdirSync(join(prefix, 'include', 'node'), { recursive: true });
});
afterEach(() => rmSync(prefix, { recursive: true }));

it('finds the headers that lie beside the running Node', () => {
  writeHeader('node.h', '');
  writeHeader('node_version.h', '#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 1\n');
  expect(headersPrefix(executable(), '20.19.4')).toBe(prefix);
});

it('takes no headers of another Node', () => {
  writeHeader('node.h', '');
  writeHeader('node_version.h', '#define NODE_MAJOR_VERSION 18\n');
  expect(headersPrefix(executable(), '20.19.4')).toBeNull();
});

it('takes no half of the headers', () => {
  writeHeader('node_version.h', '#define NODE_MAJOR_VERSION 20\n');
  expect(headersPrefix(executable(), '20.19.4')).toBeNull();
});
