import { readFileSync } from 'node:fs';
import { fold } from '../../retrieval/text/characters.ts';
import type { Attribute } from '../questions/attributes.ts';
import { besideAsking } from '../questions/beside-asking.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import type { Nearness } from './nearness.ts';

/** A question, or one part of it, beside the sentence that it would be answered with. */
export interface AskedOf {
  readonly question: string;
  readonly kind: AnswerKind;
  readonly attributes: readonly Attribute[];
  readonly sentence: string;
  /** What it stands under, and is about though it does not say so: its town. */
  readonly under: readonly string[];
  /** What people ask in their own words of what the sentence tells, folded; empty where nobody wrote it down. */
  readonly alike: readonly string[];
  /** Share of what is asked to be told that the sentence holds; see `typeFit`. */
  readonly type: number;
  /** How near the question comes to those in `alike`; nothing where there are none. */
  readonly nearness?: Nearness | undefined;
}

/** What a sentence may hold that answers one sort of question or another. */
const CUES: readonly (readonly [string, RegExp])[] = [
  ['figure', /\d|[一二三四五六七八九十百千万]+[个家名位条项亩所座]/],
  ['money', /元|万(?![人户])|亿/],
  ['rate', /%|成|倍/],
  ['date', /\d+月|\d+日|年/],
  ['place', /位于|在|路|村|社区|街|号/],
  ['body', /公司|局|部门|中心|委|办|企业|单位|学校|大学/],
  ['cause', /因|为了|以便|由于|问题|难/],
  ['enumeration', /、/],
  ['person', /书记|镇长|主席|负责人|说|表示|记者/],
  ['name', /[“《]/],
  ['procedure', /申请|登记|报名|材料|手续|办理|审核|流程/],
  ['number to call', /电话|热线|\d{5,}/],
  ['stage', /期|批|届/],
  ['exception', /不|未|免/],
];

/** Lengths of the runs of characters that a question is taken apart into. */
const LENGTHS = [2, 3] as const;

/**
 * The features of a question beside a sentence, by name: every run of two or three characters of the question that
 * neither the sentence holds nor any everyday question that the sentence answers, the share of such runs in all of
 * the question and beside the words that ask, how near it comes to these questions, what sort of answer is asked for,
 * and what the sentence has nothing of that such answers are made of. Runs that are held are no features: what one page leaves untold, another may tell.
 */
export function toldFeatures({
  question,
  kind,
  attributes,
  sentence,
  under,
  alike,
  type,
  nearness,
}: AskedOf): Map<string, number> {
  const asked = fold(question);
  const text = fold(sentence);
  const known = [text, ...under.map(fold), ...alike].join('\n');
  const features = new Map<string, number>([
    [`kind ${kind}`, 1],
    ['type', type],
    [`type of ${kind}`, type],
  ]);
  for (const attribute of attributes) features.set(`attribute ${attribute}`, 1);
  for (const [name, cue] of CUES) if (!cue.test(text)) features.set(`no ${name} for ${kind}`, 1);
  const runs = [...runsOf(asked)];
  for (const run of runs) if (!known.includes(run)) features.set(run, 1);
  const pairs = runs.filter((run) => run.length === 2);
  features.set(
    'pairs held',
    shareOf(pairs, (pair) => text.includes(pair)),
  );
  // Where nobody wrote down what people ask, what is not in the sentence may be told in its words all the same.
  if (alike.length === 0) return features;
  const isUnknown = (pair: string): boolean => !known.includes(pair);
  features.set('pairs unknown', shareOf(pairs, isUnknown));
  const beside = shareOf([...pairsBeside(asked)], isUnknown);
  features.set('pairs unknown beside what asks', beside);
  features.set(`pairs unknown beside what asks for ${kind}`, beside);
  // How near is near enough is another thing for a place than for a figure.
  for (const [name, value] of Object.entries(nearness ?? {}))
    features.set(name, value).set(`${name} for ${kind}`, value);
  return features;
}

function shareOf(runs: readonly string[], counts: (run: string) => boolean): number {
  return runs.filter(counts).length / Math.max(1, runs.length);
}

/** The pairs of characters beside the words that ask; the last ones of a question without such words. */
function pairsBeside(asked: string): Set<string> {
  const runs = besideAsking(asked).flatMap((stretch) => [...runsOf(stretch)]);
  return new Set(runs.filter((run) => run.length === 2));
}

function runsOf(text: string): Set<string> {
  const runs = new Set<string>();
  for (const [stretch] of text.matchAll(/[\u4e00-\u9fff]+/gu)) {
    for (const length of LENGTHS)
      for (let at = 0; at + length <= stretch.length; at++) runs.add(stretch.slice(at, at + length));
  }
  return runs;
}

/** Weights of the features, and the bias under the empty name. */
export type Weights = ReadonlyMap<string, number>;

/**
 * `asked` and `unasked` say whether a sentence tells what is asked at all, of one that everyday questions are tied to and
 * of one that has none; they are learnt from near misses. `which` says which of several sentences tells it, and is learnt
 * from those found beside the right one. A model for both does neither as well.
 */
export type ToldModels = Readonly<Record<'asked' | 'unasked' | 'which', Weights>>;

/** The files that `scripts/fit-told.ts` writes, beside this one. */
export const WEIGHT_FILES: Readonly<Record<keyof ToldModels, string>> = {
  asked: 'data/told-weights.tsv',
  unasked: 'data/told-weights-unasked.tsv',
  which: 'data/told-weights-which.tsv',
};

export function readToldModels(): ToldModels {
  return {
    asked: readWeights(WEIGHT_FILES.asked),
    unasked: readWeights(WEIGHT_FILES.unasked),
    which: readWeights(WEIGHT_FILES.which),
  };
}

function readWeights(file: string): Weights {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const tab = line.indexOf('\t');
        return [line.slice(0, tab), Number(line.slice(tab + 1))];
      }),
  );
}

/**
 * The probability that a sentence tells what is asked, by a logistic regression fitted on questions that the
 * documents answer and on questions about the same matters that they don't.
 */
export function toldScore(weights: Weights, asked: AskedOf): number {
  let sum = weights.get('') ?? 0;
  for (const [name, value] of toldFeatures(asked)) sum += (weights.get(name) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}
