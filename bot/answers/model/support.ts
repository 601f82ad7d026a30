import { fold } from '../../../retrieval/text/characters.ts';
import { DENIAL, NO_DENIAL } from './denial.ts';
import type { Evidence } from './evidence.ts';
import { coverage, pairsOf, partsOf, tellingCharacters } from './overlap.ts';

/** This share of a part's telling characters must come from the evidence; fitted on the pairs in the test. */
const LEAST_COVERAGE = 0.45;
/** A part of fewer telling characters than this says nothing that could be wrong. */
const TOO_SHORT = 2;
/** A part of the evidence is the one reworded when it shares this much. */
const SAME_PART = 0.5;

/**
 * Nothing is told that the evidence does not tell: every part of it shares most of its words with it, Latin
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
  for (const part of partsOf(sentence)) {
    if (tellingCharacters(part).length >= TOO_SHORT && coverage(part, pairs) < LEAST_COVERAGE)
      faults.push('claim not in the evidence');
  }
  const words = fold(sources.join('\n'));
  for (const [word] of fold(sentence).matchAll(/[a-z]{2,}/g))
    if (!words.includes(word)) faults.push('word not in the evidence');
  if (/[<>`*#|]|:\/\/|www\./.test(sentence)) faults.push('markup');
  return [...faults, ...checkQualifiers(sentence, sources)];
}

/** 不得, 以上 and 副 decide what a sentence means; one that is lost or brought in makes it another. */
const QUALIFIERS: readonly {
  readonly added: string;
  readonly lost: string;
  readonly isIn: (text: string) => boolean;
}[] = [
  { added: 'denial added', lost: 'denial lost', isIn: (text) => DENIAL.test(text.replace(NO_DENIAL, '')) },
  {
    added: 'bound added',
    lost: 'bound lost',
    isIn: (text) => /以上|不少于|不低于|至少|(?<!不)超过|突破/.test(text),
  },
  {
    added: 'bound added',
    lost: 'bound lost',
    isIn: (text) => /以下|以内|之内|不超过|不高于|最多/.test(text),
  },
  { added: 'rank added', lost: 'rank lost', isIn: (text) => /副(?!业|食|产|作用)/.test(text) },
];

function checkQualifiers(sentence: string, sources: readonly string[]): string[] {
  const known = sources.flatMap(partsOf).map((part) => ({ part, pairs: pairsOf(part) }));
  return partsOf(sentence).flatMap((part) => {
    const parts = closest(part, known);
    return QUALIFIERS.flatMap(({ added, lost, isIn }) => {
      if (isIn(part)) return (parts.length > 0 ? parts : sources).some(isIn) ? [] : [added];
      return parts.length > 0 && parts.every(isIn) ? [lost] : [];
    });
  });
}

/** The parts of the evidence that a part of a sentence shares most with. */
function closest(
  text: string,
  known: readonly { readonly part: string; readonly pairs: ReadonlySet<string> }[],
): string[] {
  const likes = known.map(({ part, pairs }) => ({ part, likeness: coverage(text, pairs) }));
  const best = Math.max(SAME_PART, ...likes.map(({ likeness }) => likeness));
  return likes.filter(({ likeness }) => likeness === best).map(({ part }) => part);
}
