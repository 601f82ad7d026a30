import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { sharedCharacterIn } from '../questions/members.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { sentencesAround } from './in-article.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** Sentences on either side of a candidate in which the enumeration may stand. */
const REACH = 2;
/** Fewest members that share a character by more than chance. */
const FEWEST = 3;
/** Room for the whole enumeration. */
const ROOM = 190;

/**
 * “义”字打头的队伍有哪几支, 带“联”的那一串: the enumeration of which every member begins with the character, or
 * holds it. Undefined where no such one stands near the best candidates.
 */
export function sharedCharacterList(
  index: CorpusIndex,
  { text }: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const shared = sharedCharacterIn(text);
  if (shared === null) return undefined;
  for (const best of near.slice(0, 3)) {
    for (const sentence of sentencesAround(index, best.sentence, REACH)) {
      const run = runOf(sentence.text, shared.character, shared.first);
      if (run === undefined) continue;
      return [takeStatement(index, { ...best, sentence, focus: [] }, memberNeeds(needs, run, ROOM))];
    }
  }
  return undefined;
}

/** The longest enumeration of which every member, the words around it left aside, shares the character. */
function runOf(text: string, character: string, first: boolean): string | undefined {
  const runs = text.match(/[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)+/gu) ?? [];
  return runs
    .map((run) => run.split('、'))
    .filter((members) => members.length >= FEWEST)
    .filter((members) =>
      members.every((member, place) =>
        // What stands before the first member (充分发挥义行者) is no part of it.
        first && place > 0 ? member.startsWith(character) : member.includes(character),
      ),
    )
    .sort((one, other) => other.length - one.length)[0]
    ?.join('、');
}
