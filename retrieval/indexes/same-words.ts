import type { Problem } from '../documents/document.ts';
import type { DocumentContent } from './content.ts';

/** Documents that say the same, word for word: both are kept, since only people know which one should go. */
export function sameWords(contents: readonly Pick<DocumentContent, 'name' | 'words'>[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, words } of [...contents].sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const before = first.get(words);
    if (before === undefined) first.set(words, name);
    else
      problems.push({
        document: name,
        line: null,
        kind: 'same_words',
        message: `has the same words as ${before}; both are kept, delete one of them`,
      });
  }
  return problems;
}
