import { fold, withoutSpace } from '../metrics/folded-text.ts';
import type { Programme } from './programme.ts';

/**
 * What is wrong with entries of the list, as short lines with the entry's number (from 0) and none of its words:
 * a name that comes twice, a quote that does not stand in its document (white space aside), an alternative that
 * neither stands in the quote nor is marked as derived.
 */
export function programmeFaults(
  programmes: readonly Programme[],
  texts: ReadonlyMap<string, string>,
): string[] {
  const printed = new Map([...texts].map(([name, text]) => [name, withoutSpace(text)]));
  const seen = new Set<string>();
  return programmes.flatMap((entry, number) => {
    const faults: string[] = [];
    if (seen.has(entry.name)) faults.push('name comes twice');
    seen.add(entry.name);
    for (const [place, { document, quote }] of [entry, ...entry.also].entries()) {
      const text = printed.get(document);
      const source = place === 0 ? 'quote' : `also ${place - 1}`;
      if (text === undefined) faults.push(`${source} names no document`);
      else if (!text.includes(withoutSpace(quote))) faults.push(`${source} is not verbatim`);
    }
    const quote = fold(entry.quote);
    for (const [place, group] of entry.must.entries()) {
      const founded = group.every((words) => entry.derived.includes(words) || quote.includes(fold(words)));
      if (!founded) faults.push(`must ${place} is neither in the quote nor derived`);
    }
    return faults.map((fault) => `entry ${number}: ${fault}`);
  });
}
