import type { Sentence, Span } from '../articles/article.ts';
import { type DocumentDescription, pageYear } from '../documents/document.ts';
import { type Excerpt, excerpt, spanOf } from '../text/clean.ts';
import { yearsNamed } from '../text/dates.ts';
import { type Claim, standsAmongPlans, withoutTitles } from './claim.ts';
import { clausesOf } from './clauses.ts';
import { type Deadline, findDeadlines } from './deadlines.ts';
import type { Fact } from './fact.ts';
import { findMeasures } from './measures.ts';
import type { NamesOfSentence } from './names.ts';
import { yearsSpanned } from './periods.ts';
import { type Standing, standingOf } from './standing.ts';
import { findWorks } from './works.ts';
import { lastYearTold } from './years.ts';

/** A sentence with what it inherits, as an index keeps it. */
export interface ClaimingSentence extends Sentence, Claim {
  readonly id: number;
  readonly document: string;
  readonly town: string | null;
  readonly headline: string | null;
}

const LONGEST_QUOTE = 180;

/** A document as facts are read from it. */
export interface FactSource {
  readonly text: string;
  readonly description: DocumentDescription;
}

/** Everything one sentence claims, in reading order: its figures, and its works that no figure speaks of. */
export function readFacts(
  source: FactSource,
  sentence: ClaimingSentence,
  findNames: (text: string) => NamesOfSentence,
): Fact[] {
  if (sentence.kind === 'headline' || sentence.kind === 'heading') return [];
  const { text } = sentence;
  const page = pageYear(source.description);
  const planned = standsAmongPlans(sentence, page, sentence.year);
  const printed = excerpt(source.text, sentence.start, sentence.end);
  const clauses = clausesOf(text);
  const deadlines = findDeadlines(
    withoutTitles(text) === text ? text : '',
    sentence.sectionYear ?? page ?? null,
  );

  const fact = (
    kind: Fact['kind'],
    part: Span,
    said: Pick<Fact, 'measure' | 'quantity' | 'change' | 'average' | 'threshold'>,
  ): Fact => {
    const own = said.quantity ?? part;
    const clause = clauses.find(({ start, end }) => start <= own.start && own.end <= end) ?? part;
    const standing: Standing = planned ? 'target' : (standingOf(text, clause) ?? 'result');
    const run = runOf(clauses, part, own);
    const place = placeOf(sentence, printed, run);
    return {
      kind,
      document: sentence.document,
      sentence: sentence.id,
      ...said,
      ...findNames(text.slice(run.start, run.end)),
      period: yearsSpanned(text, clause.end),
      town: sentence.town,
      year: yearAt(sentence, clause, page),
      standing,
      deadline: standing === 'result' ? null : deadlineOf(text, deadlines, clauses, clause),
      ...place,
      quote: quoteOf(source.text, place),
    };
  };

  const measures = findMeasures(text);
  const works = findWorks(text, clauses, deadlines).filter(
    (work) => !measures.some(({ quantity }) => work.start <= quantity.start && quantity.end <= work.end),
  );
  return [
    ...measures
      .filter(({ measure }) => measure !== '')
      .map(({ measure, quantity, change, average, threshold, start, end }) =>
        fact('measure', { start, end }, { measure, quantity, change, average, threshold }),
      ),
    ...works.map(({ subject, start, end }) =>
      fact(
        'work',
        { start, end },
        { measure: subject, quantity: null, change: null, average: false, threshold: false },
      ),
    ),
  ].sort((one, other) => one.start - other.start);
}

const WHOLE_YEAR = /全年|年均|同比|年度/;

/** The year under which a clause holds: the last one told up to its end, else the headline's or the page's. */
function yearAt(sentence: ClaimingSentence, clause: Span, page: number | undefined): number | null {
  const told = lastYearTold(
    sentence.text,
    clause.end,
    sentence.sectionYear ?? page,
    sentence.sectionYear ?? page,
  );
  if (told !== null) return told;
  if (sentence.sectionYear !== null) return sentence.sectionYear;
  const heading = yearsNamed(sentence.headline ?? '')[0];
  const words = sentence.text.slice(clause.start, clause.end);
  if (heading !== undefined && WHOLE_YEAR.test(words)) return heading;
  return page ?? sentence.year;
}

/**
 * A deadline holds for its own clause; where it opens the sentence for all, and where it only says when
 * (拟定于8月底前运行) for what was told before it as well.
 */
function deadlineOf(
  text: string,
  deadlines: readonly Deadline[],
  clauses: readonly Span[],
  clause: Span,
): Deadline | null {
  const own = deadlines.find(({ start, end }) => clause.start <= start && end <= clause.end);
  if (own !== undefined) return own;
  const next = deadlines.find(({ start }) => start >= clause.end);
  if (next !== undefined && /[拟定将]于$/.test(text.slice(0, next.start))) return next;
  const first = deadlines[0];
  return first !== undefined && first.start === clauses[0]?.start ? first : null;
}

/** The whole clauses that a part touches; the figure's own clause, or less, where that would be too long to quote. */
function runOf(clauses: readonly Span[], part: Span, own: Span): Span {
  const touching = ({ start, end }: Span): Span[] =>
    clauses.filter((clause) => clause.start < end && start < clause.end);
  for (const wanted of [part, own]) {
    const touched = touching(wanted);
    const run = { start: touched[0]?.start ?? wanted.start, end: touched.at(-1)?.end ?? wanted.end };
    if (run.end - run.start <= LONGEST_QUOTE) return run;
  }
  const start = Math.max(0, Math.min(own.start, own.end - LONGEST_QUOTE));
  return { start, end: Math.min(own.end, start + LONGEST_QUOTE) };
}

/** Where characters of a sentence stand in the document; the whole sentence when it was mended beyond that. */
function placeOf(sentence: Sentence, printed: Excerpt, { start, end }: Span): Span {
  if (printed.text !== sentence.text) return { start: sentence.start, end: sentence.end };
  return spanOf(printed, start, end);
}

function quoteOf(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])/g, '')
    .trim();
}
