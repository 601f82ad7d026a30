import type { Searcher, SearchResult } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findDates } from '../../retrieval/text/dates.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import type { Aspect } from '../questions/aspects.ts';
import type { Understanding } from '../questions/understanding.ts';
import { dateBeside } from './beside-told.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { type Choice, choose } from './choose.ts';
import { withoutOverlaps } from './joined.ts';
import type { Meaning } from './meaning.ts';
import { ownTerms } from './own-terms.ts';
import { hopsFrom, tellsMore, withinReach } from './second-hop.ts';
import type { SentenceTerms } from './sentence-terms.ts';
import type { Statement } from './statement.ts';
import type { Preference, TellingOf } from './telling.ts';

/** What the parts of a question are answered from. */
export interface PartSources {
  readonly index: CorpusIndex;
  readonly searcher: Searcher;
  readonly thesaurus: Thesaurus;
  readonly memory: SentenceTerms;
  readonly meaning: Meaning;
  readonly nouns: readonly AskedNoun[];
  readonly isStopWord: (term: string) => boolean;
  readonly tellingOf: TellingOf;
  readonly preference: Preference;
  readonly isOrder: (text: string) => boolean;
  /** Names of persons in the vocabulary. */
  readonly persons: readonly string[];
}

interface Found {
  readonly aspect: Aspect;
  readonly candidates: Candidate[];
  readonly result: SearchResult;
}

export interface AnsweredParts {
  readonly found: readonly Found[];
  readonly choices: readonly Choice[];
  /** Milliseconds spent in the search. */
  readonly retrieveMs: number;
}

/** Searches and chooses for every part of a question. */
export async function answerParts(
  sources: PartSources,
  understanding: Understanding,
  aspects: readonly Aspect[],
): Promise<AnsweredParts> {
  let retrieveMs = 0;
  const find = async (aspect: Aspect): Promise<Found> => {
    const started = performance.now();
    const candidates = await findCandidates(sources, partOf(understanding, aspect), aspect);
    retrieveMs += performance.now() - started;
    return { aspect, ...candidates };
  };
  const found: Found[] = [];
  for (const aspect of aspects) found.push(await find(aspect));
  const choices: Choice[] = [];
  for (const [place, part] of found.entries()) {
    const told = choices.flatMap((choice) => (choice.kind === 'statements' ? choice.statements : []));
    const choice = chooseFor(sources, understanding, part, told);
    const owner = choices[place - 1];
    const completed =
      choice.kind === 'refusal' && part.aspect.asked !== null && owner?.kind === 'statements'
        ? completedBy(part.aspect, owner.statements)
        : undefined;
    const again =
      completed === undefined ? undefined : chooseFor(sources, understanding, await find(completed), told);
    const settled = again?.kind === 'statements' ? again : choice;
    choices.push(secondDate(sources, understanding, part, found[place - 1], owner, settled));
  }
  const hop =
    aspects.length === 1 ? await secondHop(sources, understanding, found[0]!, choices[0]!, find) : undefined;
  if (hop !== undefined) return { ...hop, retrieveMs };
  return {
    found,
    choices: withoutOverlaps(sources.index, onceEach(sources, understanding, found, choices)),
    retrieveMs,
  };
}

/** What is asked of a matter that the question only describes, from another sentence that tells it. */
async function secondHop(
  sources: PartSources,
  understanding: Understanding,
  first: Found,
  choice: Choice,
  find: (aspect: Aspect) => Promise<Found>,
): Promise<Pick<AnsweredParts, 'found' | 'choices'> | undefined> {
  const told = choice.kind === 'statements' ? choice.statements[0]?.candidate : first.candidates[0];
  if (told === undefined) return undefined;
  const described = told.sentence;
  const hops = hopsFrom(understanding, described);
  if (hops.length === 0) return undefined;
  const isWithinReach = withinReach(sources.index, described, choice.kind === 'refusal');
  for (const aspect of hops) {
    const found = await find(aspect);
    const candidates = found.candidates.filter(({ sentence }) => isWithinReach(sentence));
    const next = chooseFor(sources, understanding, { ...found, candidates }, []);
    if (tellsMore(sources, understanding, aspect, described, next))
      return { found: [found], choices: [next] };
  }
  return undefined;
}

/** The question taken as one. */
export function wholeOf({ text, context, towns, years }: Understanding): Aspect {
  return { text, context, town: towns[0] ?? null, years, asked: null };
}

/** The question as one of its parts asks it: its own words ask, not those of the other parts. */
function partOf(understanding: Understanding, { text, asked }: Aspect): Understanding {
  return asked === null ? understanding : { ...understanding, ...asked, text };
}

function chooseFor(
  { index, thesaurus, isStopWord, nouns, persons, tellingOf }: PartSources,
  understanding: Understanding,
  { aspect, candidates, result }: Found,
  told: readonly Statement[],
  without: readonly IndexedSentence[] = [],
): Choice {
  const pool = candidates.filter(
    ({ sentence }) =>
      !without.includes(sentence) &&
      // Two towns compared, or two figures of one sentence asked for: the same sentence may serve again.
      (understanding.towns.length >= 2 ||
        aspect.asked !== null ||
        !told.some(({ candidate }) => candidate.sentence === sentence)),
  );
  const needs = { terms: ownTerms(result.terms, aspect), persons };
  const words = { index, thesaurus, isStopWord, tellingOf };
  return choose(index, partOf(understanding, aspect), aspect, pool, needs, words, nouns);
}

/** Which village was it, and how will it be run: the second part is asked of what the first one's answer names. */
function completedBy(aspect: Aspect, told: readonly Statement[]): Aspect {
  return { ...aspect, context: `${told.map(({ text }) => text).join('')} ${aspect.context}` };
}

/** A second date that nothing was found for may stand beside the first one's sentence. */
function secondDate(
  { index, persons }: PartSources,
  understanding: Understanding,
  { aspect }: Found,
  first: Found | undefined,
  owner: Choice | undefined,
  choice: Choice,
): Choice {
  const asks = (part: Found['aspect'] | undefined): boolean => part?.asked?.kind === 'date';
  if (choice.kind === 'statements' || owner?.kind !== 'statements') return choice;
  if (first === undefined || !asks(aspect) || !asks(first.aspect)) return choice;
  const [told] = owner.statements;
  const given = { terms: first.result.terms, persons };
  const beside = told && dateBeside(index, partOf(understanding, aspect), told, first.candidates, given);
  return beside === undefined ? choice : { kind: 'statements', statements: [beside], alternatives: [] };
}

/**
 * 什么时候启动，什么时候开放 wants two dates, and a sentence with one date answers one of them: where two parts
 * chose it, the part that has nearly as good a sentence in its place gives it up.
 */
function onceEach(
  sources: PartSources,
  understanding: Understanding,
  found: readonly Found[],
  choices: readonly Choice[],
): Choice[] {
  const settled = [...choices];
  for (let later = 1; later < found.length; later++) {
    const sentence = onlyDate(understanding, found[later]!, settled[later]!);
    if (sentence === undefined) continue;
    const earlier = settled.findIndex(
      (choice, place) => place < later && onlyDate(understanding, found[place]!, choice) === sentence,
    );
    if (earlier === -1) continue;
    const [yields] = [earlier, later].sort(
      (one, other) => loss(found[one]!, sentence) - loss(found[other]!, sentence),
    );
    settled[yields!] = chooseFor(sources, understanding, found[yields!]!, [], [sentence]);
  }
  return settled;
}

/** The sentence of a part that asks for a date, when it holds one date alone. */
function onlyDate(
  understanding: Understanding,
  { aspect }: Found,
  choice: Choice,
): IndexedSentence | undefined {
  if (choice.kind === 'refusal' || aspect.asked === null) return undefined;
  if (partOf(understanding, aspect).kind !== 'date') return undefined;
  const sentence = choice.statements[0]?.candidate.sentence;
  return sentence !== undefined && findDates(sentence.text).length < 2 ? sentence : undefined;
}

/** The share of its score that a part loses with a sentence. */
function loss({ candidates }: Found, sentence: IndexedSentence): number {
  const own = candidates.find((candidate) => candidate.sentence === sentence)?.score ?? 0;
  const next = candidates.find((candidate) => candidate.sentence !== sentence)?.score ?? 0;
  return own <= 0 ? 0 : 1 - next / own;
}
