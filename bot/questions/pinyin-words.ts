import { setImmediate } from 'node:timers/promises';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import {
  createPinyinDecoder,
  type PinyinDecoder,
  preparePinyinDecoder,
} from '../../retrieval/text/pinyin.ts';
import { cutForSearch } from '../../retrieval/text/words.ts';

/** Reads pinyin as the words of an index. */
export interface Pinyin {
  readonly decoder: () => PinyinDecoder;
  /** Makes the decoder ahead; other work goes on between the parts of it. */
  readonly prepare: () => Promise<void>;
}

/** Pinyin is read as words of the documents, everyday questions and names; gathering them takes a while. */
export function pinyinOver(index: CorpusIndex): Pinyin {
  let decoder: PinyinDecoder | undefined;
  const names = index.vocabulary.names.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const addNames = (lexicon: Map<string, number>): void => {
    for (const name of names) lexicon.set(name, (lexicon.get(name) ?? 0) + 5);
  };
  const addWords = (lexicon: Map<string, number>, text: string): void => {
    for (const word of cutForSearch(text)) lexicon.set(word, (lexicon.get(word) ?? 0) + 1);
  };
  const texts = (): string[] =>
    [...index.documents.values()].flatMap(({ sentences, questions }) =>
      [...sentences, ...questions].map(({ text }) => text),
    );
  return {
    decoder: () => {
      if (decoder !== undefined) return decoder;
      const lexicon = new Map<string, number>();
      for (const text of texts()) addWords(lexicon, text);
      addNames(lexicon);
      decoder = createPinyinDecoder(lexicon);
      return decoder;
    },
    async prepare() {
      const lexicon = new Map<string, number>();
      for (const [number, text] of texts().entries()) {
        addWords(lexicon, text);
        if (number % TEXTS_AT_ONCE === 0) await setImmediate();
      }
      addNames(lexicon);
      const prepared = await preparePinyinDecoder(lexicon, () => setImmediate());
      // A question may have come first and made its own.
      decoder ??= prepared;
    },
  };
}

/** Cutting so many takes a few milliseconds. */
const TEXTS_AT_ONCE = 100;
