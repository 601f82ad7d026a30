import { splitClauses } from '../../../bot/answers/clauses.ts';
import { findDates } from '../../../retrieval/text/dates.ts';
import { findNumbers } from '../../../retrieval/text/numbers.ts';
import { cutWords } from '../../../retrieval/text/words.ts';
import type { AskedThing } from './asked-thing.ts';

/** A stretch of a sentence, and how well its form fits what is asked (0 to 1). */
export interface CandidateSpan {
  readonly start: number;
  readonly end: number;
  readonly form: number;
}

type Stretch = Pick<CandidateSpan, 'start' | 'end'>;

/** Longest run of words offered inside one clause, in characters. */
const LONGEST_RUN = 30;

/** The stretches of a (folded) sentence that may be the answer. */
export function candidateSpans(sentence: string, asked: AskedThing): CandidateSpan[] {
  const asksForTime = asked.kind === 'date' || /^[年月天日]$/u.test(asked.noun);
  if (asksForTime) {
    const times = timeSpans(sentence);
    if (times.length > 0) return times;
  }
  if (asked.kind === 'number') {
    const counts = countSpans(sentence, asked.noun);
    if (counts.length > 0) return counts;
  }
  const clauses = splitClauses(sentence);
  const runs = clauses.flatMap((clause) => wordRuns(sentence, clause.start, clause.end));
  const whole = clauses.flatMap((_, from) =>
    clauses.slice(from, from + 5).map((last) => ({ start: clauses[from]!.start, end: last.end })),
  );
  return [...runs, ...whole]
    .map((span) => withoutEdgeMarks(sentence, span))
    .filter(({ start, end }) => isWhole(sentence.slice(start, end)))
    .map((span) => ({ ...span, form: formOf(sentence, span, asked.kind) }));
}

const PLACE = /(?:[省市县区镇乡村州国洲岛山河湖海湾港路街道巷桥城站园馆院寺校部侧面域带地]|附近|交界处?)$/u;

/** How much a stretch looks like what a kind of question asks for; 0 where a form says nothing. */
function formOf(sentence: string, { start, end }: Stretch, kind: AskedThing['kind']): number {
  const text = sentence.slice(start, end);
  const before = sentence.slice(0, start);
  switch (kind) {
    case 'place':
      return (
        (PLACE.test(text) ? 0.5 : 0) + (/(?:[在于至往到入自]|来自|籍贯|人[，,])$/u.test(before) ? 0.3 : 0)
      );
    case 'list':
      return /[、和与及]/u.test(text.slice(1, -1)) ? 0.5 : 0;
    case 'reason':
      return /^(?:因|由于|为了)/u.test(text) || /(?:因为|因|由于)$/u.test(before) ? 0.5 : 0;
    default:
      return 0;
  }
}

const PAIRS = ['（）', '()', '“”', '「」', '《》', '『』'];

/** Does a stretch hold a word, and every bracket with its other half? */
function isWhole(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  return PAIRS.every(([open, close]) => text.split(open!).length === text.split(close!).length);
}

const TIME =
  /(?:公元前?|前)?\d{1,4}\s*(?:年|年代|世纪)(?:初|末|中期|代|底)?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?(?:初|末|底|上旬|中旬|下旬)?|\d{1,2}\s*月\s*\d{1,2}\s*[日号]|[一二三四五六七八九十]+(?:世纪|年代|岁)|\d+(?:多|余)?(?:年|个月|天|小时|分钟|日|周|岁)/gu;

function timeSpans(sentence: string): CandidateSpan[] {
  const written = [...sentence.matchAll(TIME)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: 1,
  }));
  const known = findDates(sentence)
    .filter((date) => !written.some((span) => span.start <= date.start && span.end >= date.end))
    .map(({ start, end }) => ({ start, end, form: 0.8 }));
  return [...written, ...known];
}

function countSpans(sentence: string, measure: string): CandidateSpan[] {
  return findNumbers(sentence).map(({ start, end, unit }) => {
    const follows = measure !== '' && sentence.startsWith(measure, end);
    const grown = follows
      ? end + measure.length
      : end + (/^[\p{Script=Han}]?(?=人民币|美元|港元|新台币)/u.exec(sentence.slice(end))?.[0].length ?? 0);
    const before = /(?:约|近|超过|逾|大约|至少|共)$/u.exec(sentence.slice(0, start))?.[0].length ?? 0;
    const fits =
      follows || (measure !== '' && unit !== '' && (measure.startsWith(unit) || unit.startsWith(measure)));
    const isYear = unit === '年' && !measure.startsWith('年');
    return {
      start: start - before,
      end: grown,
      form: fits ? 1 : isYear || unit === '月' || unit === '日' ? 0.1 : 0.6,
    };
  });
}

function wordRuns(sentence: string, from: number, to: number): Stretch[] {
  const edges = [from];
  for (const word of cutWords(sentence.slice(from, to))) edges.push(edges.at(-1)! + word.length);
  const spans: Stretch[] = [];
  for (let first = 0; first + 1 < edges.length; first++) {
    for (let last = first + 1; last < edges.length; last++) {
      if (edges[last]! - edges[first]! > LONGEST_RUN) break;
      spans.push({ start: edges[first]!, end: edges[last]! });
    }
  }
  return spans;
}

function withoutEdgeMarks(sentence: string, { start, end }: Stretch): Stretch {
  let first = start;
  let last = end;
  while (first < last && /[\s，,。;；:：、！!？?]/u.test(sentence[first]!)) first++;
  while (last > first && /[\s，,。;；:：、！!？?]/u.test(sentence[last - 1]!)) last--;
  return { start: first, end: last };
}
