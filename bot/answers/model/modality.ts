import { findNumbers } from '../../../retrieval/text/numbers.ts';
import { splitClauses } from '../clauses.ts';
import type { Evidence } from './evidence.ts';
import { isMeasure } from './figures.ts';

/** 将 is the future unless it stands for 把 or belongs to another word. */
const FUTURE = '(?<![麻大名])将(?![军近其之士])';
/** Words by which a document states an aim. */
const INTENT = new RegExp(
  `目标(?!任务完成)|计划(?!生育)|力争|争取|确保|力保(?!障)|力求|拟(?![人态合])|预计|有望|下一步|下阶段|接下来|打算|${FUTURE}`,
);
/** One of these must stand in a sentence that tells an aim. */
const TOLD_AS_AIM = new RegExp(
  `目标|计划(?!生育)|力争|争取|确保|力保(?!障)|力求|拟(?![人态合])|预计|有望|下一步|打算|${FUTURE}`,
);
/** Words that only an aim has; a sentence about what is done must not bring them in. */
const ONLY_AIM = /目标|计划(?!生育)|力争|争取|拟(?![人态合])|预计|有望|打算/;
/** Words that tell something as done, whatever stands before them. */
const DONE = /已|累计|顺利|如期|超额|成功|了(?=$|[，。；、\d])/g;
/** Words that do so unless the same clause says that it is to be done. */
const DOING = /完成|建成|实现|达成|落成|达到|做到/g;
const TO_BE_DONE = new RegExp(`(?:计划|预计|有望|力争|争取|确保|拟|目标[是为在]|${FUTURE}).{0,30}$`);

export function speaksOfIntent(text: string): boolean {
  return INTENT.test(text);
}

/**
 * An aim stays an aim and a result a result. An aim must be named as one, and no clause may tell a figure
 * as done unless a clause of the evidence tells the same figure so.
 */
export function checkModality(sentence: string, evidence: readonly Evidence[]): string[] {
  const aims = evidence.filter(({ isTarget }) => isTarget);
  if (aims.length === 0)
    return ONLY_AIM.test(sentence) && !evidence.some(({ citation }) => ONLY_AIM.test(citation.title))
      ? ['result told as an aim']
      : [];
  if (!TOLD_AS_AIM.test(sentence)) return ['aim not named'];
  const sources = evidence.flatMap(({ quote, said }) => [...clausesOf(quote), ...clausesOf(said)]);
  // 目标：建成12家 is one clause here.
  const joined = unquoted(sentence).replace(/目标[：:]/g, '目标是');
  return clausesOf(joined).some((clause) => claimsMore(clause, joined, sources))
    ? ['aim told as a result']
    : [];
}

/**
 * Does a clause tell something as done that no clause of the sources tells so? A clause with a figure must
 * say itself that it is to be done; another may lean on what the sentence says before it.
 */
function claimsMore(clause: string, sentence: string, sources: readonly string[]): boolean {
  const figures = figuresOf(clause);
  const isToBeDone = (at: number): boolean =>
    figures.length > 0
      ? TO_BE_DONE.test(clause.slice(0, at))
      : TOLD_AS_AIM.test(sentence.slice(0, sentence.indexOf(clause) + at).replace(/目标$/, ''));
  const words = [
    ...clause.matchAll(DONE),
    ...[...clause.matchAll(DOING)].filter(({ index }) => !isToBeDone(index)),
  ];
  return words.some(([word]) => {
    const telling = sources.filter((source) => source.includes(word));
    if (figures.length === 0) return telling.length === 0;
    return figures.some((figure) => !telling.some((source) => figuresOf(source).includes(figure)));
  });
}

function figuresOf(text: string): number[] {
  return findNumbers(text)
    .filter(isMeasure)
    .map(({ value }) => value);
}

/** Clauses, those inside quotation marks too. */
function clausesOf(text: string): string[] {
  return splitClauses(unquoted(text)).map((clause) => clause.text);
}

function unquoted(text: string): string {
  return text.replace(/[“”「」‘’《》（）()]/g, '');
}
