import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { RetrievalError } from '../errors.ts';

const VALUE = {
  year: /^\d{4}$/,
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  day: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
};

const pageDate = z
  .strictObject({
    value: z.string(),
    precision: z.enum(['year', 'month', 'day']),
    basis: z.string().min(1),
  })
  .refine((date) => VALUE[date.precision].test(date.value), {
    message: 'value must be as exact as precision (2023, 2023-11 or 2023-11-09)',
  });

const entry = z.strictObject({
  file: z.string().min(1),
  title: z.string().min(1).optional(),
  publisher: z.string().min(1).nullable().optional(),
  town: z.string().min(1).optional(),
  period: z.string().min(1).optional(),
  date: pageDate.optional(),
});

const manifest = z.strictObject({ documents: z.array(entry) });

export type ManifestEntry = z.infer<typeof entry>;

/**
 * The entries of `manifest.yaml` in a seeds folder by file name; none when there is no manifest.
 * Throws `manifest_invalid` with every fault in one line.
 */
export function readManifest(folder: string): ReadonlyMap<string, ManifestEntry> {
  const path = join(folder, 'manifest.yaml');
  if (!existsSync(path)) return new Map();
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    throw new RetrievalError(
      'manifest_invalid',
      `manifest.yaml is not valid YAML (${reason}); correct it and run again`,
      {
        cause,
      },
    );
  }
  const result = manifest.safeParse(value);
  if (!result.success) {
    const faults = result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'top level'}: ${issue.message}`,
    );
    throw new RetrievalError(
      'manifest_invalid',
      `manifest.yaml: ${faults.join('; ')}; see seeds/README.md for the format`,
    );
  }
  const entries = new Map<string, ManifestEntry>();
  for (const item of result.data.documents) {
    if (entries.has(item.file)) {
      throw new RetrievalError('manifest_invalid', `manifest.yaml names ${item.file} twice; keep one entry`);
    }
    entries.set(item.file, item);
  }
  return entries;
}
