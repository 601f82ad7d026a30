import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A thing asked for that only counts as told when it is named around the answer. */
export interface AskedNoun {
  readonly asked: RegExp;
  readonly told: RegExp;
  readonly name: string;
  /** It must be named in the answering sentence itself. */
  readonly itself: boolean;
}

const entries = z.array(
  z.strictObject({
    asked: z.string().min(1),
    told: z.string().min(1),
    name: z.string().min(1),
    itself: z.boolean().default(false),
  }),
);

/** Reads `data/asked-nouns.yaml`. */
export function readAskedNouns(): AskedNoun[] {
  const data = entries.parse(
    parse(readFileSync(new URL('./data/asked-nouns.yaml', import.meta.url), 'utf8')),
  );
  return data.map(({ asked, told, name, itself }) => ({
    asked: new RegExp(asked, 'u'),
    told: new RegExp(told, 'u'),
    name,
    itself,
  }));
}
