import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Understanding } from '../questions/understanding.ts';
import { distinct } from './alternatives.ts';
import type { Candidate } from './candidates.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** Candidates among which the holders of the offices are looked for. */
const NEAR = 12;
/** Room for one holder. */
const ROOM = 80;

/**
 * 书记跟镇长各是谁: for each office that the question names the sentence that says who holds it, all of one town. Undefined where fewer than two are asked for, or one of them is told nowhere near.
 */
export function officeHolders(
  index: CorpusIndex,
  { offices }: Understanding,
  fitting: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  if (offices.length < 2) return undefined;
  const near = fitting.slice(0, NEAR);
  // The 书记 of one town and the 镇长 of another answer nobody.
  for (const town of new Set(near.map(({ sentence }) => sentence.town))) {
    const ofTown = near.filter(({ sentence }) => sentence.town === town);
    const told = offices.map((office) => holderOf(office, ofTown, needs.persons));
    if (!told.every((holder) => holder !== undefined)) continue;
    return distinct(
      told.map(({ candidate, words }, place) =>
        takeStatement(
          index,
          { ...candidate, focus: [] },
          { ...memberNeeds(needs, words, ROOM), offices: [offices[place]!] },
        ),
      ),
    );
  }
  return undefined;
}

function holderOf(
  office: string,
  near: readonly Candidate[],
  persons: readonly string[],
): { readonly candidate: Candidate; readonly words: string } | undefined {
  for (const candidate of near) {
    const { text } = candidate.sentence;
    const holder = persons.find((person) => holdsOffice(text, office, person));
    if (holder !== undefined) return { candidate, words: `${office}${holder}` };
  }
  return undefined;
}

/** 镇长方志远, or 方志远当选为竹川镇镇长. */
function holdsOffice(text: string, office: string, person: string): boolean {
  return new RegExp(
    `(?<!副)${office}${person}|${person}(?:当选为?|担任|就任|任|为|是)[^，,；;。、]{0,8}?(?<!副)${office}(?![\\u4e00-\\u9fff])`,
    'u',
  ).test(text);
}
