import { fold } from '../../retrieval/text/characters.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import type { EverydayWord } from './everyday-word.ts';

/**
 * Does the thesaurus lead from the word to any of its official terms? A term that it gives counts when it holds
 * the official one, or is held by it and makes more than half of it: searching 居家养老 finds 居家养老服务, while
 * 儿童 alone says too little of 困境儿童.
 */
export function isReachedByThesaurus(
  { everyday, official }: EverydayWord,
  thesaurus: Pick<Thesaurus, 'expand'>,
): boolean {
  const given = thesaurus.expand(everyday).flatMap(({ terms }) => terms);
  return official.some((term) => given.some((other) => leadsTo(other, fold(term))));
}

function leadsTo(given: string, official: string): boolean {
  return given.includes(official) || (official.includes(given) && given.length * 2 > official.length);
}
