import type { AskedThing } from './asked-thing.ts';
import type { CandidateSpan } from './candidate-spans.ts';

/** What speaks for a stretch of a sentence being the answer; every part lies between 0 and 1 before weighting. */
const WEIGHTS = {
  form: 1.5,
  before: 1.2,
  after: 1,
  noun: 0.8,
  nearness: 1,
  known: 2,
  opening: 0.35,
  closing: 0.35,
  length: 0.5,
};

/** Words after which an answer often begins, and before which it often ends. */
const OPENS =
  /(?:是|为|于|在|由|被|与|和|跟|向|从|至|到|称|叫|名|作|做|有|以|因|因为|由于|包括|包含|位于|属于|任|获|了|：|:|「|“|《|，|,|、|。|；)$/u;
const CLOSES = /^(?:，|,|。|；|;|、|！|的|是|为|于|在|所|和|与|及|等|而|」|”|》|（|\(|之|担任|出|$)/u;
/** Function characters alone say nothing. */
const EMPTY = /^[的了是在于和与被把由为从到有也就都而及其之这那该此\s，,。；、:：“”「」]+$/u;

/** How likely a stretch of a folded sentence is the answer; `questionPairs` are the question's pairs of characters. */
export function scoreSpan(
  sentence: string,
  span: CandidateSpan,
  asked: AskedThing,
  questionPairs: ReadonlySet<string>,
): number {
  const text = sentence.slice(span.start, span.end);
  if (EMPTY.test(text)) return Number.NEGATIVE_INFINITY;
  const left = sentence.slice(0, span.start);
  const right = sentence.slice(span.end);
  const expected = EXPECTED_LENGTH[asked.kind] ?? 8;
  return (
    WEIGHTS.form * span.form +
    WEIGHTS.before * commonEnd(left, asked.before) +
    WEIGHTS.after * commonStart(right, asked.after) +
    WEIGHTS.noun * nounFit(text, right, asked.noun) +
    WEIGHTS.nearness * nearness(sentence, span, questionPairs) -
    WEIGHTS.known * knownShare(text, questionPairs) +
    WEIGHTS.opening * (left === '' || OPENS.test(left) ? 1 : 0) +
    WEIGHTS.closing * (CLOSES.test(right) ? 1 : 0) -
    WEIGHTS.length * Math.abs(Math.log(text.length / expected))
  );
}

/** Characters that answers of a sort usually have. */
const EXPECTED_LENGTH: Readonly<Partial<Record<AskedThing['kind'], number>>> = {
  number: 4,
  date: 6,
  place: 6,
  person: 5,
  list: 14,
  definition: 10,
  reason: 22,
  howto: 16,
  comparison: 12,
  fact: 8,
};

/** How much of the last characters before the answer are those before the asking words: 3 or more count full. */
function commonEnd(left: string, before: string): number {
  let count = 0;
  while (
    count < 3 &&
    left !== '' &&
    left.at(-1 - count) === before.at(-1 - count) &&
    before.at(-1 - count) !== undefined
  )
    count++;
  return count / 3;
}

function commonStart(right: string, after: string): number {
  let count = 0;
  while (count < 3 && right[count] !== undefined && right[count] === after[count]) count++;
  return count / 3;
}

function nounFit(text: string, right: string, noun: string): number {
  if (noun === '') return 0;
  if (text.endsWith(noun)) return text.length > noun.length ? 1 : 0;
  return text.endsWith(noun.at(-1)!) || right.startsWith(noun) ? 0.6 : 0;
}

/** How close the question's words stand to the span: their pairs weigh less the farther away they are. */
function nearness(sentence: string, span: CandidateSpan, pairs: ReadonlySet<string>): number {
  let sum = 0;
  for (let place = 0; place + 1 < sentence.length; place++) {
    if (place + 2 > span.start && place < span.end) continue;
    if (!pairs.has(sentence.slice(place, place + 2))) continue;
    const distance = place < span.start ? span.start - place - 2 : place - span.end;
    sum += 1 / (1 + distance / 6);
  }
  return Math.min(1, sum / 6);
}

/** The share of the span's pairs of characters that the question holds already. */
function knownShare(text: string, pairs: ReadonlySet<string>): number {
  if (text.length < 2) return 0;
  let known = 0;
  for (let place = 0; place + 1 < text.length; place++) if (pairs.has(text.slice(place, place + 2))) known++;
  return known / (text.length - 1);
}
