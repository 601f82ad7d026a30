import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { RetrievalError } from '../errors.ts';

export const NAME_KINDS = [
  'town',
  'district',
  'village',
  'community',
  'place',
  'road',
  'river',
  'facility',
  'school',
  'company',
  'organisation',
  'department',
  'programme',
  'platform',
  'brand',
  'slogan',
  'project',
  'event',
  'award',
  'publication',
  'person',
  'neighbouring',
] as const;

const localName = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(NAME_KINDS),
  town: z.string().optional(),
  office: z.string().optional(),
  aliases: z.array(z.string().min(1)).optional(),
});

const thesaurusEntry = z.strictObject({
  everyday: z.string().min(1),
  official: z.array(z.string().min(1)).min(1),
});

export type LocalName = z.infer<typeof localName>;
export type LocalTerm = z.infer<typeof thesaurusEntry>;

/** What a seeds folder says of its place: names kept whole, and local everyday words. */
export interface Vocabulary {
  readonly names: readonly LocalName[];
  readonly terms: readonly LocalTerm[];
}

/** Reads `vocabulary/names.yaml` and `vocabulary/terms.yaml`; both may be missing. Throws `vocabulary_invalid`. */
export function readVocabulary(folder: string): Vocabulary {
  const directory = join(folder, 'vocabulary');
  if (!existsSync(directory)) return { names: [], terms: [] };
  const files = readdirSync(directory);
  return {
    names: files.includes('names.yaml') ? readList(join(directory, 'names.yaml'), localName) : [],
    terms: files.includes('terms.yaml') ? readList(join(directory, 'terms.yaml'), thesaurusEntry) : [],
  };
}

function readList<T>(path: string, schema: z.ZodType<T>): T[] {
  const name = `vocabulary/${path.split(/[\\/]/).at(-1)}`;
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    throw new RetrievalError('vocabulary_invalid', `${name} is not valid YAML (${reason})`, { cause });
  }
  const result = z.array(schema).safeParse(value ?? []);
  if (!result.success) {
    const faults = result.error.issues
      .slice(0, 5)
      .map((issue) => `entry ${issue.path.join('.')}: ${issue.message}`);
    throw new RetrievalError(
      'vocabulary_invalid',
      `${name}: ${faults.join('; ')}; see seeds/README.md for the format`,
    );
  }
  return result.data;
}
