import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';

/** The terms of a sentence, and the same with the terms of what it stands under. */
export interface TermsOfSentence {
  readonly given: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

/** Analyses every sentence once: the same sentences are weighed for question after question. */
export class SentenceTerms {
  readonly #known = new WeakMap<IndexedSentence, TermsOfSentence>();

  of(sentence: IndexedSentence): TermsOfSentence {
    const known = this.#known.get(sentence);
    if (known !== undefined) return known;
    const given = new Set(analyze(sentence.text));
    const place = [sentence.headline, sentence.section, sentence.row?.name, sentence.town];
    const around = new Set([...given, ...analyze(place.filter((part) => part != null).join('\n'))]);
    this.#known.set(sentence, { given, around });
    return { given, around };
  }
}
