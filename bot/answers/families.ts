import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Slogan } from '../questions/slogans.ts';

/** One member of a family: the clause that tells it, by its place in the sentence's own text. */
export interface Member {
  readonly sentence: IndexedSentence;
  readonly name: string;
}

const QUOTED = /[“「]([^”」]{2,12})[”」]/gu;
/** Sentences after the one that counts them in which the members are told. */
const REACH = 14;

/**
 * 六个“义”, 三个“第一”: the parts that a page tells one by one, in sentence after sentence. Members are the
 * quotations that hold the shared word, or else the clauses that do (…将成为第一名片); a family that has not
 * exactly as many members as the question says is none.
 */
export function familyOf(
  index: CorpusIndex,
  near: IndexedSentence,
  { parts, character }: Slogan,
): Member[] | undefined {
  const all = index.documents.get(near.document)!.sentences;
  const article = all.filter(
    (sentence) =>
      sentence.article === near.article &&
      sentence.kind !== 'headline' &&
      Math.abs(sentence.id - near.id) <= REACH,
  );
  const quoted = members(article, (text) =>
    [...text.matchAll(QUOTED)].map((match) => match[1]!).filter((name) => name.includes(character)),
  );
  if (quoted.length === parts) return quoted;
  const clauses = members(article, (text) =>
    text.split(/[，,；;。]/).filter((clause) => new RegExp(`[^个]${character}(?!”)`, 'u').test(clause)),
  );
  return character.length >= 2 && clauses.length === parts ? clauses : undefined;
}

function members(sentences: readonly IndexedSentence[], namesIn: (text: string) => string[]): Member[] {
  const seen = new Set<string>();
  const found: Member[] = [];
  for (const sentence of sentences) {
    for (const name of namesIn(sentence.text)) {
      if (seen.has(name)) continue;
      seen.add(name);
      found.push({ sentence, name });
    }
  }
  return found;
}
