import { expect, test } from 'vitest';
import { readingDigest } from './reading.ts';

test('the digest of the code and data that read documents is the same in every run', () => {
  expect(readingDigest()).toMatch(/^[0-9a-f]{64}$/);
  expect(readingDigest()).toBe(readingDigest());
});
