import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Understanding } from '../questions/understanding.ts';
import { distinct } from './alternatives.ts';
import type { Candidate } from './candidates.ts';
import { sentencesAround } from './in-article.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** Sentences on either side of the best in which the members are told. */
const REACH = 12;
/** Room for all members together, and for one that is asked for alone. */
const ROOM = 330;
const ROOM_FOR_ONE = 110;

/**
 * “新”“联”“会”各指什么: the sentences that tell the members which the question names, one each. A sentence that
 * merely names them side by side tells none; where one member is told nowhere near, the list is not made.
 */
export function memberList(
  index: CorpusIndex,
  { members, aspects }: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  if (members.length === 0 || aspects.length > 1) return undefined;
  for (const best of near.slice(0, 3)) {
    const told = members.map((member) => tellingOf(index, best.sentence, member, members));
    if (!told.every((sentence) => sentence !== undefined)) continue;
    const limit = members.length === 1 ? ROOM_FOR_ONE : Math.floor(ROOM / members.length);
    return distinct(
      told.map((sentence, place) =>
        takeStatement(index, { ...best, sentence, focus: [] }, memberNeeds(needs, members[place]!, limit)),
      ),
    );
  }
  return undefined;
}

/** The sentence nearest to the best one that holds this member and none of the others. */
function tellingOf(
  index: CorpusIndex,
  best: IndexedSentence,
  member: string,
  members: readonly string[],
): IndexedSentence | undefined {
  const others = members.filter((other) => other !== member);
  return sentencesAround(index, best, REACH).find(
    ({ text }) => holdsName(text, member) && !others.some((other) => holdsName(text, other)),
  );
}

/** A single character counts only where the page itself sets it in quotation marks. */
function holdsName(text: string, name: string): boolean {
  return name.length === 1 ? text.includes(`“${name}”`) : text.includes(name);
}
