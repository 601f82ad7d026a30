import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { excerpt, spanOf } from '../../retrieval/text/clean.ts';
import type { Attribute } from '../questions/attributes.ts';
import { holds } from './attributes.ts';
import type { Candidate } from './candidates.ts';
import { bestWindow, type Clause, splitClauses, type Window } from './clauses.ts';
import { countsOf, longestEnumeration } from './enumerations.ts';
import { sentenceBefore } from './siblings.ts';

/** What is taken out of a sentence to be said: a run of clauses with its place in the file. */
export interface Statement {
  readonly candidate: Candidate;
  /** Clean words, as they stand in the file but for white space and doubled glyphs. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sentence before it in the same section, which may lend it its time. */
  readonly before: string;
  /** Does it hold what the question asks to be told? */
  readonly holds: (attribute: Attribute) => boolean;
}

export interface StatementNeeds {
  /** The question's terms with their weights. */
  readonly terms: ReadonlyMap<string, number>;
  readonly attributes: readonly Attribute[];
  /** Longest statement in characters. */
  readonly limit: number;
  /** Leave out neighbouring clauses that bring nothing: they hold other figures. */
  readonly tight: boolean;
  /** How many things the question asks for. */
  readonly wants: number;
  /** Offices that the asked person holds: the clause that names one tells who. */
  readonly offices: readonly string[];
  /** For a list: a clause that enumerates so many things tells all of it alone. */
  readonly items?: number | undefined;
  /** One of several parts of a question: what stands beside its clause is asked for apart. */
  readonly ofSeveral?: boolean;
  /** All of several is asked about: the clause that tells of the rest belongs to it. */
  readonly asksAll?: boolean;
  /** Names of persons in the vocabulary. */
  readonly persons: readonly string[];
}

/** A sentence that is only a little longer than allowed is said whole rather than torn. */
const GRACE = 24;
/** A sentence up to this length is never cut. */
const TIGHT_FROM = 56;
/** 某某当选为镇长 stands alone. */
const SHORT_PERSON = 10;
/** Contract: a quote is at most 200 characters. */
export const LONGEST_QUOTE = 196;

/** Takes out of a candidate's sentence the run of clauses that answers. */
export function takeStatement(index: CorpusIndex, candidate: Candidate, needs: StatementNeeds): Statement {
  const { sentence } = candidate;
  const source = index.documents.get(sentence.document)!.text;
  const whole = excerpt(source, sentence.start, sentence.end);
  const clauses = splitClauses(whole.text);
  const limit = Math.min(needs.limit, LONGEST_QUOTE);
  let from = 0;
  let to = clauses.length;
  if (
    whole.text.length >
    (needs.tight || needs.items !== undefined ? TIGHT_FROM : Math.min(limit + GRACE, LONGEST_QUOTE))
  ) {
    const scores = clauses.map((clause) => {
      const span = spanOf(whole, clause.start, clause.end);
      return clauseScore(clause.text, span, candidate, needs);
    });
    if (needs.asksAll === true) raiseRest(clauses, scores);
    lowerOtherOffices(clauses, scores, needs);
    if (needs.wants >= 2) raiseNewWords(clauses, scores, needs.terms);
    const listed = raiseList(clauses, scores, needs.items);
    const tells = (window: Window): boolean => {
      const text = clauses.slice(window.from, window.to).map((clause) => clause.text);
      return (
        needs.attributes.length > 0 &&
        needs.attributes.every((attribute) => holds(attribute, text.join(''), needs.persons))
      );
    };
    ({ from, to } = bestWindow(
      clauses,
      scores,
      limit,
      needs.tight || listed,
      needs.offices.length > 0 ? SHORT_PERSON : undefined,
      tells,
    ));
    ({ from, to } = withDate(clauses, { from, to }, tells, needs));
  }
  const first = clauses[from]?.start ?? 0;
  const last = Math.min(clauses[to - 1]?.end ?? whole.text.length, first + LONGEST_QUOTE);
  const span = spanOf(whole, first, last);
  const text = whole.text.slice(first, last);
  const before = sentenceBefore(index, sentence)?.text ?? '';
  return { candidate, text, ...span, before, holds: (attribute) => holds(attribute, text, needs.persons) };
}

/** 七家都好了吗: 其余三家 tells it as much as the clause that tells which are. */
function raiseRest(clauses: readonly Clause[], scores: number[]): void {
  const best = Math.max(...scores);
  const from = clauses.findIndex(({ text }) => /^(?:其余|其他|其它|剩余|剩下|余下)/.test(text));
  if (from === -1) return;
  for (let index = from; index < scores.length; index++) scores[index] = Math.max(scores[index]!, 0.8 * best);
}

/** 副镇长 is not the 镇长. */
function namesOffice(text: string, office: string): boolean {
  return text.replaceAll(`副${office}`, '').includes(office);
}

/** What another's clause counts for beside the one that names the office asked for and who holds it. */
const OTHER_OFFICE = 0.3;

/** 甲当选为镇长，乙当选为主席: who is asked for stands in the clause of the office, the others name others. */
function lowerOtherOffices(clauses: readonly Clause[], scores: number[], needs: StatementNeeds): void {
  const named = clauses.map(
    ({ text }) =>
      needs.offices.some((office) => namesOffice(text, office)) &&
      needs.persons.some((person) => text.includes(person)),
  );
  if (!named.includes(true)) return;
  for (const [index, own] of named.entries()) if (!own) scores[index] = OTHER_OFFICE * scores[index]!;
}

/** Longest statement that is stretched to the date at its sentence's head. */
const LONGEST_DATED = 140;

/** The date at the head of a sentence, or its only one, holds for its clauses: asked for it, a statement reaches to it. */
function withDate(
  clauses: readonly Clause[],
  window: Window,
  tells: (window: Window) => boolean,
  { attributes }: StatementNeeds,
): Window {
  if (!attributes.some((attribute) => attribute === 'date' || attribute === 'day') || tells(window))
    return window;
  const fits = ({ from, to }: Window): boolean =>
    clauses[to - 1]!.end - clauses[from]!.start <= LONGEST_DATED && tells({ from, to });
  const dated = { from: 0, to: window.to };
  if (fits(dated)) return dated;
  // 甲项目中，乙牵头攻克难题，推动项目于5月验收: the only date of what is told stands at its end.
  const later = clauses.flatMap((_, at) => (tells({ from: at, to: at + 1 }) ? [at] : []));
  const reaching = { from: window.from, to: (later[0] ?? 0) + 1 };
  return later.length === 1 && later[0]! >= window.to && fits(reaching) ? reaching : window;
}

/** A clause that enumerates as many things as were asked for tells the list, if the question's words are near it. */
function raiseList(clauses: readonly Clause[], scores: number[], items: number | undefined): boolean {
  if (items === undefined) return false;
  const best = Math.max(...scores);
  const enumerates = clauses.map((clause) => longestEnumeration(clause.text) >= items);
  // 甲、乙、丙三大新兴产业: the clause says itself that it tells so many.
  const counted = new RegExp(`[${countsOf(items)}][大个项类种家所处条]`, 'u');
  const own = clauses.findIndex(
    (clause, index) => enumerates[index] && scores[index]! > 0 && counted.test(clause.text),
  );
  const list =
    own !== -1
      ? own
      : clauses.findIndex((_, index) => enumerates[index] && scores[index]! >= NEAR_LIST * best);
  if (list === -1) return false;
  scores[list] = Math.max(scores[list]!, (own === -1 ? 0.9 : 1.1) * best);
  return true;
}

/** Share of the best clause's score that an enumeration must have of its own. */
const NEAR_LIST = 0.3;
/** A clause that alone holds this share of the question's weight counts, however little it scores. */
const NEW_SHARE = 0.06;

/** Where several things are asked for, a clause that brings words which the best one lacks counts as much as it. */
function raiseNewWords(
  clauses: readonly Clause[],
  scores: number[],
  terms: ReadonlyMap<string, number>,
): void {
  const best = scores.indexOf(Math.max(...scores));
  const all = [...terms.values()].reduce((sum, weight) => sum + weight, 0);
  const covered = new Set(analyze(clauses[best]!.text));
  for (const [index, clause] of clauses.entries()) {
    const given = new Set(analyze(clause.text));
    let fresh = 0;
    for (const [term, weight] of terms)
      if (term.length > 1 && given.has(term) && !covered.has(term)) fresh += weight;
    if (all > 0 && fresh / all >= NEW_SHARE) scores[index] = Math.max(scores[index]!, 0.7 * scores[best]!);
  }
}

function clauseScore(
  text: string,
  span: { start: number; end: number },
  candidate: Candidate,
  needs: StatementNeeds,
): number {
  const given = new Set(analyze(text));
  let covered = 0;
  let all = 0;
  for (const [term, weight] of needs.terms) {
    all += weight;
    if (given.has(term)) covered += weight;
  }
  const pointed = pointedAt(span, candidate.focus, needs.ofSeveral === true && needs.wants < 2);
  const holding = needs.attributes.filter((attribute) => holds(attribute, text, needs.persons)).length;
  const office = needs.offices.some((wanted) => namesOffice(text, wanted)) ? 1 : 0;
  return (
    office +
    (all === 0 ? 0 : covered / all) +
    pointed +
    (needs.attributes.length === 0 ? 0 : (0.3 * holding) / needs.attributes.length)
  );
}

/**
 * How much everyday questions point at a stretch. For a part of a question those less like it than the likest count
 * less: they point at what the other parts ask for.
 */
function pointedAt(span: { start: number; end: number }, focus: Candidate['focus'], sharp: boolean): number {
  const likest = Math.max(Number.EPSILON, ...focus.map(({ likeness }) => likeness));
  return focus.reduce((most, { start, end, likeness }) => {
    const shared = Math.min(end, span.end) - Math.max(start, span.start);
    if (shared <= 0) return most;
    const counted = sharp ? likeness ** 2 / likest : likeness;
    return Math.max(most, (counted * shared) / (span.end - span.start));
  }, 0);
}
