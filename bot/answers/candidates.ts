import { coverage } from '../../retrieval/hits/likeness.ts';
import type { Searcher, SearchResult } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { characterPairs } from '../../retrieval/text/characters.ts';
import type { Aspect } from '../questions/aspects.ts';
import type { Understanding } from '../questions/understanding.ts';
import { askedWords } from './asked-words.ts';
import { everydayQuestions } from './everyday-questions.ts';
import type { Meaning, WeightedWord } from './meaning.ts';
import { reachedSentences } from './reached.ts';
import type { SentenceTerms } from './sentence-terms.ts';
import type { AskedPart, Preference } from './telling.ts';
import { typeFit } from './type-fit.ts';
import { SENTENCE_WEIGHTS, type SentenceWeights } from './weights.ts';
import { yearFit } from './year-fit.ts';

/** Why a sentence may answer; every sign lies between 0 and 1 (fits may be negative). */
export interface Signs {
  /** Share of the question's weight that the sentence (partly: what it stands under) holds. */
  readonly coverage: number;
  /** The same for the words that name the matter, leaving out those that ask. */
  readonly subject: number;
  /** Likeness of the question to an everyday question that this sentence answers. */
  readonly like: number;
  /** Share of the nearest everyday questions, weighted by likeness, that this sentence answers. */
  readonly votes: number;
  /** How much of what the question means the sentence says, in whatever words. */
  readonly meaning: number;
  /** Share of the question's weight that nothing in or around the sentence comes near to in meaning. */
  readonly unmet: number;
  readonly passage: number;
  readonly town: number;
  readonly year: number;
  readonly row: number;
  readonly quoted: number;
  /** Share of what the question asks to be told that the sentence holds; for lists, how much of one it is. */
  readonly type: number;
}

export interface Candidate {
  readonly sentence: IndexedSentence;
  /** How well it was found: what is told beside the first is held against it by this. */
  readonly score: number;
  /** What the candidates are ordered by: the score, less what speaks against its telling what is asked. */
  readonly order: number;
  readonly signs: Signs;
  /** Stretches of the file that everyday questions like this one point at, with their likeness. */
  readonly focus: readonly { readonly start: number; readonly end: number; readonly likeness: number }[];
}

export interface CandidateSources {
  readonly index: CorpusIndex;
  readonly searcher: Searcher;
  readonly isStopWord: (term: string) => boolean;
  /** Is a sentence an order to the program? Such a one answers nothing. */
  readonly isOrder: (text: string) => boolean;
  /** The terms of sentences that were looked at before. */
  readonly memory: SentenceTerms;
  readonly meaning: Meaning;
  readonly preference: Preference;
  /** Names of persons in the vocabulary. */
  readonly persons: readonly string[];
}

/** Passages whose sentences are looked at one by one. */
const PASSAGES = 20;

/** The sentences that may answer one aspect of a question, best first. */
export async function findCandidates(
  sources: CandidateSources,
  understanding: Understanding,
  aspect: Aspect,
  weights: SentenceWeights = SENTENCE_WEIGHTS,
): Promise<{ candidates: Candidate[]; result: SearchResult }> {
  const { text, context, town, years } = aspect;
  const result = await sources.searcher.search({ text, context, town, years }, PASSAGES);
  const terms = new Map<string, number>();
  for (const [term, weight] of result.terms) {
    if (
      sources.isStopWord(term) ||
      (/^=?\d+$/.test(term) && aspect.years.includes(Number(term.replace('=', ''))))
    )
      continue;
    terms.set(term, weight * (term.length === 1 ? 0.3 : 1));
  }
  const subjectTerms = new Set(analyze(`${understanding.subject} ${context}`));
  // What the thesaurus and other spellings of a name add belongs to the matter as well.
  const own = new Set(analyze(`${text} ${context}`));
  const subject = new Map([...terms].filter(([term]) => subjectTerms.has(term) || !own.has(term)));
  const reached = reachedSentences(sources.index, result);
  const best = result.hits[0]?.score ?? 1;
  const asked = askedWords(sources, understanding, aspect);
  const texts = [...reached.values()].filter(({ sentence }) => !sources.isOrder(sentence.text));
  const candidates = texts.map(({ sentence, passageScore, focus }) => {
    const signs: Signs = {
      coverage: coverageOf(terms, sentence, sources.memory),
      subject: coverageOf(subject, sentence, sources.memory),
      like: focus.reduce((most, { likeness }) => Math.max(most, likeness), 0),
      votes: votesFor(result.questions.slice(0, VOTERS), sentence),
      meaning: 0,
      unmet: 0,
      passage: passageScore / best,
      town: aspect.town === null ? 0 : sentence.town === aspect.town ? 0 : -1,
      year: yearFit(sources.index, understanding, aspect, sentence),
      row: rowFit(understanding, sentence),
      quoted: quotedFit(understanding, sentence),
      type: typeFit(understanding, sentence.text, sources.persons),
    };
    const kind =
      sentence.kind === 'headline'
        ? understanding.asksTitle
          ? weights.title
          : weights.headline
        : sentence.kind === 'heading'
          ? weights.heading
          : 0;
    const score =
      weights.coverage * signs.coverage +
      weights.like * signs.like +
      weights.votes * signs.votes +
      weights.passage * signs.passage +
      weights.town * signs.town +
      weights.year * signs.year +
      weights.row * signs.row +
      weights.quoted * signs.quoted +
      weights.type * signs.type +
      weights.town * premiseFit(understanding, aspect, sentence) +
      (alreadySaid(sentence.text, understanding.said) ? weights.said : 0) +
      kind;
    return { sentence, score, order: score, signs, focus };
  });
  const ranked = withoutRepeats(candidates.sort((a, b) => b.score - a.score));
  // Words are compared one by one only where the other signs speak for a sentence: it costs most of all.
  const compared = ranked.slice(0, COMPARED).map((candidate) => {
    const meaning = sources.meaning.likeness(asked, candidate.sentence);
    return withSigns(candidate, { meaning }, weights.meaning * meaning);
  });
  compared.sort((a, b) => b.score - a.score);
  const met = meetAsked(sources, asked, [...compared, ...ranked.slice(COMPARED)], weights);
  met.sort((a, b) => b.score - a.score);
  return { candidates: weighTold(sources.preference, { ...understanding, text }, met, weights), result };
}

function withSigns(candidate: Candidate, signs: Partial<Signs>, gain: number): Candidate {
  const score = candidate.score + gain;
  return { ...candidate, score, order: score, signs: { ...candidate.signs, ...signs } };
}

/** Counts against every candidate what it leaves unmet of the question; those behind the first ones as the worst of them. */
function meetAsked(
  { index, meaning }: CandidateSources,
  asked: readonly WeightedWord[],
  candidates: readonly Candidate[],
  weights: SentenceWeights,
): Candidate[] {
  const unmet = candidates
    .slice(0, MET)
    .map(({ sentence }) => meaning.unmet(asked, sentence, everydayQuestions(index, sentence)));
  // What no sentence meets (a word of the asker's own) speaks against none of them.
  const least = Math.min(...unmet);
  const most = Math.max(...unmet);
  return candidates.map((candidate, place) => {
    const own = unmet[place] ?? most;
    return withSigns(candidate, { unmet: own }, weights.unmet * (own - least));
  });
}

/** Best candidates whose words are weighed one by one for whether they tell what is asked. */
const WEIGHED = 8;
/** Beyond these log odds nothing is surer. */
const MOST_LOG_ODDS = 4;

/**
 * Orders the candidates by how much less each is likely to tell what is asked than the likeliest one. The score tells
 * what may stand beside the first, so this counts less in it than in the order: another town's answer is told as well
 * by a sentence that one would not put first.
 */
function weighTold(
  preference: Preference,
  part: AskedPart,
  candidates: readonly Candidate[],
  weights: SentenceWeights,
): Candidate[] {
  const weighed = candidates.slice(0, WEIGHED).map((candidate) => preference(part, candidate));
  const known = weighed.filter((probability) => probability !== undefined).map(logOdds);
  if (known.length === 0) return [...candidates];
  const most = Math.max(...known);
  const least = Math.min(...known);
  const behind = candidates.map((_, place) => {
    const probability = weighed[place];
    return (probability === undefined ? least : logOdds(probability)) - most;
  });
  return candidates
    .map((candidate, place) => ({
      ...candidate,
      score: candidate.score + weights.toldBeside * behind[place]!,
      order: candidate.score + weights.told * behind[place]!,
    }))
    .sort((one, other) => other.order - one.order);
}

function logOdds(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  return Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, odds));
}

/** Best candidates that are asked what they leave unmet: their everyday questions are many words. */
const MET = 12;

/** Best candidates whose words are compared with the question's by meaning. */
const COMPARED = 30;

/** The nearest everyday questions vote on which sentence is meant. */
const VOTERS = 10;

function votesFor(voters: SearchResult['questions'], sentence: IndexedSentence): number {
  let all = 0;
  let own = 0;
  for (const { question, likeness } of voters) {
    all += likeness ** 2;
    if (
      question.document === sentence.document &&
      question.start < sentence.end &&
      sentence.start < question.end
    )
      own += likeness ** 2;
  }
  return all === 0 ? 0 : own / all;
}

function coverageOf(
  terms: ReadonlyMap<string, number>,
  sentence: IndexedSentence,
  memory: SentenceTerms,
): number {
  const { given, around } = memory.of(sentence);
  return 0.65 * coverage(terms, given) + 0.35 * coverage(terms, around);
}

/** What a premise is wrong in may be its town; still the town that it names comes first. */
const OTHER_THAN_PREMISE = -0.5;

function premiseFit({ towns }: Understanding, { town }: Aspect, sentence: IndexedSentence): number {
  return town === null && towns.length === 1 && sentence.town !== towns[0] ? OTHER_THAN_PREMISE : 0;
}

function rowFit(understanding: Understanding, sentence: IndexedSentence): number {
  if (understanding.rows.length === 0) return 0;
  return sentence.row !== null &&
    sentence.row.number !== null &&
    understanding.rows.includes(sentence.row.number)
    ? 1
    : 0;
}

function quotedFit(understanding: Understanding, sentence: IndexedSentence): number {
  if (understanding.quoted.length === 0) return 0;
  const flat = sentence.text.replace(/[“”"‘’·\s]/g, '');
  const held = understanding.quoted.filter((words) => flat.includes(words.replace(/[“”"‘’·\s]/g, '')));
  return held.length / understanding.quoted.length;
}

/** Most of the sentence's character pairs stand in what was answered just before. */
function alreadySaid(text: string, said: string): boolean {
  if (said === '') return false;
  const pairs = characterPairs(text);
  const told = new Set(characterPairs(said));
  return pairs.filter((pair) => told.has(pair)).length >= 0.6 * pairs.length;
}

/** Of sentences with the same words (a row printed several times) only the best stays. */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ sentence }) => {
    const key = `${sentence.text}${sentence.row === null ? '' : sentence.kind === 'heading' ? sentence.row.number : ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
