import { embeddedWords } from '../../retrieval/embeddings/units.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import { type Asked, readAsked } from '../questions/asked.ts';
import { everydayQuestions } from './everyday-questions.ts';

/** An everyday question as it is compared with others. */
export interface AskedBefore extends Pick<Asked, 'kind' | 'attributes'> {
  readonly text: string;
  /** Width, script and case folded. */
  readonly folded: string;
  readonly words: readonly string[];
  /** Of length 1. */
  readonly vector: Float32Array;
}

/** Reads the everyday questions of a sentence when it is first told, and remembers them. */
export class QuestionMemory {
  readonly encode: (text: string) => Float32Array;
  readonly #index: CorpusIndex;
  /** By their text: it is tied to several sentences, and a page read again has sentences of its own. */
  readonly #asked = new Map<string, AskedBefore>();
  readonly #known = new WeakMap<IndexedSentence, readonly AskedBefore[]>();
  readonly #words = new WeakMap<readonly AskedBefore[], ReadonlySet<string>>();

  constructor(index: CorpusIndex, encode: (text: string) => Float32Array) {
    this.#index = index;
    this.encode = encode;
  }

  of(sentence: IndexedSentence): readonly AskedBefore[] {
    let known = this.#known.get(sentence);
    if (known === undefined) {
      known = everydayQuestions(this.#index, sentence).map((text) => this.#read(text));
      this.#known.set(sentence, known);
    }
    return known;
  }

  #read(text: string): AskedBefore {
    let asked = this.#asked.get(text);
    if (asked === undefined) {
      const { kind, attributes } = readAsked(text);
      const words = embeddedWords(text);
      asked = { text, folded: fold(text), kind, attributes, words, vector: this.encode(text) };
      this.#asked.set(text, asked);
    }
    return asked;
  }

  /** The words of a sentence and of the questions `before` that were asked of it; remembered by that list, which is of one sentence. */
  wordsOf({ text }: IndexedSentence, before: readonly AskedBefore[]): ReadonlySet<string> {
    let words = this.#words.get(before);
    if (words === undefined) {
      words = new Set([...embeddedWords(text), ...before.flatMap((asked) => asked.words)]);
      this.#words.set(before, words);
    }
    return words;
  }
}
