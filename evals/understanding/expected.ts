import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const expectation = z.strictObject({
  id: z.string(),
  /** Any of these is right. */
  kind: z.array(z.string()).min(1).optional(),
  towns: z.array(z.string()).optional(),
  years: z.array(z.number().int()).optional(),
});

/** What a question asks, read by eye; a field left out is not judged. */
export type Expectation = z.infer<typeof expectation>;

export const FIELDS = ['kind', 'towns', 'years'] as const;
export type Field = (typeof FIELDS)[number];

export function readExpectations(path: string): Expectation[] {
  return z.array(expectation).parse(parse(readFileSync(path, 'utf8')));
}

/** Is a field understood as expected? Undefined where nothing is expected. Order does not matter. */
export function isUnderstood(
  field: Field,
  expected: Expectation,
  read: { readonly kind: string; readonly towns: readonly string[]; readonly years: readonly number[] },
): boolean | undefined {
  if (expected[field] === undefined) return undefined;
  if (field === 'kind') return expected.kind?.includes(read.kind);
  return sorted(expected[field] ?? []) === sorted(read[field]);
}

function sorted(values: readonly (string | number)[]): string {
  return [...values].map(String).sort().join();
}
