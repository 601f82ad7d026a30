import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { verify } from '../verify.ts';
import type { DraftSentence } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { checkFigures } from './figures.ts';
import { checkModality } from './modality.ts';
import { checkNames } from './names.ts';
import { checkPlace } from './place.ts';
import { checkSupport } from './support.ts';

/** A sentence that a person may read: it passed every check, alone, against the evidence it names. */
export interface CheckedSentence {
  /** Without marks and without a full stop. */
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export interface SentenceCheck {
  readonly sentence: CheckedSentence;
  /** Why it may not be read; kinds of faults, without the words. */
  readonly faults: readonly string[];
}

/**
 * Looks at one proposed sentence: evidence numbers that do not exist are dropped, and the rest must prove
 * it. The contract's check (`verify`) comes first, then what rewording can break: town and year, aim and
 * result, figures and what they belong to, and claims without figures.
 */
export function checkSentence(
  index: CorpusIndex,
  draft: DraftSentence,
  all: readonly Evidence[],
): SentenceCheck {
  const text = tidy(draft.text);
  const evidence = all.filter(({ citation }) => draft.evidence.includes(citation.mark));
  const sentence = { text, evidence };
  if (text === '') return { sentence, faults: ['empty'] };
  if (evidence.length === 0) return { sentence, faults: ['no evidence'] };
  const marks = evidence.map(({ citation }) => `[${citation.mark}]`).join('');
  const { faults } = verify(
    index,
    `${text}${marks}`,
    evidence.map(({ citation }) => citation),
  );
  if (faults.length > 0) return { sentence, faults: faults.map((fault) => fault.split(' ')[0]!) };
  return {
    sentence,
    faults: [
      ...checkPlace(index, text, evidence),
      ...checkModality(text, evidence),
      ...checkFigures(text, evidence),
      ...checkNames(index, text, evidence),
      ...checkSupport(text, evidence),
    ],
  };
}

/** One line without marks of its own, invisible characters and emphasis. */
function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (run) => (/^ +$/.test(run) ? ' ' : ''))
    .replace(/[[【〔](?:材料)?\d+(?:[,，、]\d+)*[\]】〕]/gu, '')
    .replace(/\*\*/g, '')
    .trim()
    .replace(/[。；;，,、]+$/u, '');
}
