import type { DocumentDescription } from './document.ts';
import { inferDate } from './infer-date.ts';
import { inferTitle } from './infer-title.ts';
import { inferTown } from './infer-town.ts';

/** Fills what the manifest leaves open from the text itself, and says which fields were filled. */
export function describe(
  name: string,
  text: string,
  stated: Partial<Omit<DocumentDescription, 'inferred'>>,
  knownTowns: readonly string[],
): DocumentDescription {
  const date = stated.date ?? inferDate(text);
  const inferred: DocumentDescription['inferred'][number][] = [];
  if (stated.title === undefined) inferred.push('title');
  if (stated.town === undefined) inferred.push('town');
  if (stated.date === undefined) inferred.push('date');
  if (stated.period === undefined) inferred.push('period');
  return {
    title: stated.title ?? inferTitle(name, text),
    publisher: stated.publisher ?? null,
    town: stated.town ?? inferTown(text, knownTowns),
    date,
    period: stated.period ?? (date === null ? null : `${date.value.slice(0, 4)}年`),
    inferred,
  };
}
