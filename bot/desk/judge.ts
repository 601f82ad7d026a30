import type { Fact } from '../../retrieval/facts/fact.ts';
import type { Bound, Quantity } from '../../retrieval/facts/quantities.ts';
import type { Standing } from '../../retrieval/facts/standing.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { yearsNamed } from '../../retrieval/text/dates.ts';
import type { ClaimedFigure } from './claims.ts';
import type { FactsOf } from './fact-store.ts';
import { type Comparison, type Fit, isComparable, isSameValue, type Measured } from './fit.ts';
import { type RegisterRow, rowOf } from './register.ts';

export type Verdict = 'supported' | 'contradicted' | 'not_found';

/** In what a claim departs from the documents. */
export type Departure =
  | 'other_value'
  | 'other_direction'
  | 'bound'
  | 'other_period'
  | 'target_as_result'
  | 'underway_as_result'
  | 'result_as_target'
  | 'other_town'
  | 'other_year';

/** What a reader should know of a claim that holds. */
export type Remark = 'is_target' | 'town_unnamed' | 'year_unnamed';

export interface FigureVerdict {
  readonly verdict: Verdict;
  readonly departures: readonly Departure[];
  readonly remarks: readonly Remark[];
  /** What the documents say, best first. */
  readonly evidence: readonly RegisterRow[];
}

export interface JudgeSources {
  readonly index: CorpusIndex;
  readonly facts: FactsOf;
  readonly compare: Comparison;
}

/** Below either share the words are of something else. */
const LEAST = { claimed: 0.72, printed: 0.5 } as const;
/** Words this much worse than the best are no longer of the same thing. */
const MARGIN = 0.06;
const MOST_EVIDENCE = 3;

interface Candidate {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly sentence: IndexedSentence;
  readonly fit: Fit;
}

/**
 * The verdict on one figure. Supported only when value, unit, bound and words fit, town and year where they are
 * named, and no target is told as a result. Of the same measure's figures the one nearest in words decides.
 */
export function judge(
  sources: JudgeSources,
  claim: ClaimedFigure,
  sentences: readonly IndexedSentence[],
): FigureVerdict {
  const same = candidates(sources, claim, sentences).filter(
    ({ fit }) => fit.claimed >= LEAST.claimed && fit.printed >= LEAST.printed,
  );
  const here = same.filter((candidate) => isOfTown(claim, candidate) && isOfYear(claim, candidate));
  const best = nearest(here);
  const departures = best.map((candidate) => ({ candidate, faults: faultsOf(claim, candidate) }));
  const holding = departures.filter(({ faults }) => faults.length === 0).map(({ candidate }) => candidate);
  const evidence = (found: readonly Candidate[]): RegisterRow[] => rows(sources, found);
  if (holding.length > 0) {
    return {
      verdict: 'supported',
      departures: [],
      remarks: remarksOf(claim, holding),
      evidence: evidence(holding),
    };
  }
  if (departures.length > 0) {
    const least = [...departures].sort((one, other) => gravity(one.faults) - gravity(other.faults));
    return {
      verdict: 'contradicted',
      departures: least[0]!.faults,
      remarks: [],
      evidence: evidence(least.map(({ candidate }) => candidate)),
    };
  }
  const elsewhere = nearest(same);
  const lent = elsewhere.filter(({ quantity }) => isSameValue(claim.quantity, quantity));
  if (lent.length > 0) {
    const first = lent[0]!;
    const faults = faultsOf(claim, first);
    const places: Departure[] = [];
    if (!isOfTown(claim, first)) places.push('other_town');
    if (!isOfYear(claim, first)) places.push('other_year');
    return {
      verdict: 'contradicted',
      departures: [...places, ...faults],
      remarks: [],
      evidence: evidence(lent),
    };
  }
  return { verdict: 'not_found', departures: [], remarks: [], evidence: evidence(elsewhere) };
}

function candidates(
  { facts, compare }: JudgeSources,
  claim: ClaimedFigure,
  sentences: readonly IndexedSentence[],
): Candidate[] {
  return sentences.flatMap((sentence) =>
    facts(sentence).flatMap((fact) => {
      const { quantity } = fact;
      if (quantity === null) return [];
      const measured: Measured = { ...fact, quantity, around: surroundings(sentence) };
      return isComparable(claim, measured)
        ? [{ fact, quantity, sentence, fit: compare(claim, measured) }]
        : [];
    }),
  );
}

function surroundings({ text, headline, section, row, town }: IndexedSentence): string {
  return [text, headline, section, row?.name, town].filter((part) => part != null).join('\n');
}

function nearest(found: readonly Candidate[]): Candidate[] {
  const best = Math.max(0, ...found.map(({ fit }) => fit.total));
  return found
    .filter(({ fit }) => fit.total >= best - MARGIN)
    .sort((one, other) => other.fit.total - one.fit.total);
}

function isOfTown(claim: ClaimedFigure, { fact }: Candidate): boolean {
  return claim.town === null || claim.town === fact.town;
}

/** A figure of a page may be of the year in its headline (2024年度……) where its sentence names none. */
function isOfYear(claim: ClaimedFigure, { fact, sentence }: Candidate): boolean {
  if (claim.year === null || claim.year === fact.year) return true;
  return !yearsNamed(sentence.text).length && yearsNamed(sentence.headline ?? '').includes(claim.year);
}

function faultsOf(claim: ClaimedFigure, { fact, quantity }: Candidate): Departure[] {
  const faults: Departure[] = [];
  if (claim.change !== fact.change) faults.push('other_direction');
  if (!isSameValue(claim.quantity, quantity)) faults.push('other_value');
  else if (side(claim.quantity.bound) !== side(quantity.bound)) faults.push('bound');
  if (claim.period !== fact.period && claim.year !== null) faults.push('other_period');
  const told = misplaced(claim.standing, fact.standing, claim);
  if (told !== null) faults.push(told);
  return faults;
}

/** 以上 and 超 bound from below alike, 以内 and 不足 from above. */
function side(bound: Bound): string {
  if (bound === 'at_least' || bound === 'more_than') return 'below';
  return bound === 'at_most' || bound === 'less_than' ? 'above' : bound;
}

function misplaced(claimed: Standing | null, printed: Standing, claim: ClaimedFigure): Departure | null {
  if (claimed === 'result' && printed === 'target') return 'target_as_result';
  if (claimed === 'target' && printed === 'result') return 'result_as_target';
  const finished = /已经?完成|全部完成|完成了?|建成|竣工/.test(claim.around);
  return claimed === 'result' && printed === 'underway' && finished ? 'underway_as_result' : null;
}

function remarksOf(claim: ClaimedFigure, holding: readonly Candidate[]): Remark[] {
  const remarks: Remark[] = [];
  if (claim.standing !== 'target' && holding[0]!.fact.standing === 'target') remarks.push('is_target');
  if (claim.town === null) remarks.push('town_unnamed');
  if (claim.year === null) remarks.push('year_unnamed');
  return remarks;
}

/** A wrong value weighs more than how it is told. */
function gravity(faults: readonly Departure[]): number {
  return faults.reduce(
    (sum, fault) => sum + (fault === 'other_value' || fault === 'other_direction' ? 10 : 1),
    0,
  );
}

function rows({ index }: JudgeSources, found: readonly Candidate[]): RegisterRow[] {
  const shown: RegisterRow[] = [];
  for (const { fact } of found) {
    const row = rowOf(index, fact);
    const known = shown.some(
      (other) => other.document === row.document && other.quote === row.quote && other.figure === row.figure,
    );
    if (!known && shown.length < MOST_EVIDENCE) shown.push(row);
  }
  return shown;
}
