import type { Part } from '../golden/read-questions.ts';

/** Items by their part, parts without items left out. */
export function partsOf<Item extends { readonly part: Part }>(items: readonly Item[]): [Part, Item[]][] {
  return (['tuned', 'aside'] as const)
    .map((part): [Part, Item[]] => [part, items.filter((item) => item.part === part)])
    .filter(([, own]) => own.length > 0);
}
