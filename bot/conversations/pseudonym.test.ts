import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSecrets, secretsOf } from './pseudonym.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wenqiao-secret-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('a pseudonym', () => {
  test('stays the same for a person, also after a restart', () => {
    const first = openSecrets(directory).pseudonym('telegram', '4711');
    expect(openSecrets(directory).pseudonym('telegram', '4711')).toBe(first);
    expect(first).toMatch(/^[\w-]{16}$/);
  });

  test('is another for each person, channel and store', () => {
    const secrets = openSecrets(directory);
    const names = [
      secrets.pseudonym('telegram', '4711'),
      secrets.pseudonym('telegram', '4712'),
      secrets.pseudonym('web', '4711'),
      openSecrets(join(directory, 'other')).pseudonym('telegram', '4711'),
    ];
    expect(new Set(names).size).toBe(4);
  });

  test('and a key are of no use for each other', () => {
    const secrets = secretsOf(Buffer.alloc(32, 1));
    const keys = [secrets.key('receipts'), secrets.key('receipts'), secrets.key('other')];
    expect(keys[0]).toEqual(keys[1]);
    expect(keys[0]).not.toEqual(keys[2]);
    expect(secrets.pseudonym('web', 'receipts')).not.toBe(keys[0]?.toString('base64url').slice(0, 16));
  });
});

describe('the secret', () => {
  test('is readable for its owner alone, and nothing else is left', () => {
    openSecrets(directory);
    expect(readdirSync(directory)).toEqual(['secret']);
    expect(statSync(join(directory, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, 'secret'), 'utf8')).toMatch(/^[\da-f]{64}\n$/);
  });

  test.each(['', 'abc', 'zz'.repeat(32)])('is not replaced when what stands there is none: "%s"', (text) => {
    writeFileSync(join(directory, 'secret'), text);
    expect(() => openSecrets(directory)).toThrow(
      expect.objectContaining({
        reason: 'store_broken',
        message: expect.stringMatching(/^[^\n]*32 bytes[^\n]*$/),
      }),
    );
    expect(readFileSync(join(directory, 'secret'), 'utf8')).toBe(text);
  });

  test('that can not be made is told in one line', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(() => openSecrets(join(directory, 'file'))).toThrow(
      expect.objectContaining({
        reason: 'store_unavailable',
        message: expect.stringMatching(/^[^\n]+STORE_DIR$/),
      }),
    );
  });
});
