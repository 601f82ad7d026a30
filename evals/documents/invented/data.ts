import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.string().min(1);
const list = z.array(words).min(1);

const story = z.strictObject({
  form: z.enum(['news', 'brief', 'feature', 'report', 'notice']),
  headline: words,
  kicker: words.optional(),
  sub: words.optional(),
  body: list,
  sections: z.array(z.strictObject({ heading: words, body: list })).default([]),
});

const table = z.strictObject({
  headline: words,
  columns: list,
  sections: list.optional(),
  /** The row's name stands in its first cell and no number before it. */
  named: z.boolean().default(false),
  /** Cells are long enough to go on in lines of their own. */
  long: z.boolean().default(false),
  rows: z.array(list).min(1),
});

const places = z.strictObject({
  towns: list,
  counties: list,
  cities: list,
  provinces: list,
  villages: list,
  communities: list,
  streets: list,
  rivers: list,
  schools: list,
  firms: list,
  offices: list,
  programmes: list,
});

const people = z.strictObject({ surnames: list, given: list, whole: list });

const styles = z.strictObject({
  prefixes: list,
  lines: list,
  suffixes: list,
  captions: list,
  captioned: list,
  papers: list,
  editors: list,
  frames: list,
  dates: z.strictObject({ day: list, month: list, year: list }),
});

export type StoryPattern = z.infer<typeof story>;
export type TablePattern = z.infer<typeof table>;

/** All words out of which pages are invented. */
export interface InventedData {
  readonly places: z.infer<typeof places>;
  readonly people: z.infer<typeof people>;
  readonly styles: z.infer<typeof styles>;
  readonly stories: readonly StoryPattern[];
  /** Stories that only pages kept unseen may tell. */
  readonly storiesAside: readonly StoryPattern[];
  readonly tables: readonly TablePattern[];
}

/** Reads the data files of a folder. Throws when one has not the expected shape. */
export function readInventedData(folder: string): InventedData {
  const read = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  return {
    places: places.parse(read('places')),
    people: people.parse(read('people')),
    styles: styles.parse(read('house-styles')),
    stories: z.array(story).parse(read('stories')),
    storiesAside: z.array(story).parse(read('stories-aside')),
    tables: z.array(table).parse(read('tables')),
  };
}
