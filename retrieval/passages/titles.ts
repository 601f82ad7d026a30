import { z } from 'zod';
import { quoted, readReviewed } from './reviewed-file.ts';

const entry = z.strictObject({ ...quoted, title: z.string().regex(/\S/, { message: 'an empty title' }) });

/** What an article without a headline is about, in a person's words: it is searched, and never quoted. */
export interface GivenTitle {
  readonly quote: string;
  /** A stretch of the article. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** Reads the titles given to a document's articles and ties each to the place of its quote. */
export function readTitles(path: string, text: string): { found: GivenTitle[]; lost: string[] } {
  return readReviewed(path, entry, text);
}
