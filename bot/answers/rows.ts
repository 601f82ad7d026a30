import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { bare } from '../../retrieval/text/characters.ts';
import type { Understanding } from '../questions/understanding.ts';
import { sameRows as sameRowsLead } from '../wording/answers.ts';
import type { Answer } from './answer.ts';
import { Citations, type Source } from './citations.ts';
import { verify } from './verify.ts';

/** Rows of one table that print the same words: the cells with their names, and the first sentence of those words. */
export interface SameRows {
  readonly numbers: readonly number[];
  readonly names: readonly IndexedSentence[];
  readonly sentence: IndexedSentence;
}

/** When the rows asked to be compared print the same text: which they are, and what they print. */
export function sameRows(index: CorpusIndex, understanding: Understanding): SameRows | undefined {
  if (understanding.rows.length < 2 || !/差别|区别|不同|一样|相同|重复|异同/.test(understanding.text))
    return undefined;
  for (const content of index.documents.values()) {
    if (understanding.towns.length > 0 && !understanding.towns.includes(content.description.town ?? ''))
      continue;
    const texts = understanding.rows.map((number) =>
      content.sentences.filter((sentence) => sentence.kind === 'cell' && sentence.row?.number === number),
    );
    const first = texts[0]?.[0];
    if (first === undefined) continue;
    const printed = new Set(
      texts.map((sentences) => bare(sentences.map((sentence) => sentence.text).join(''))),
    );
    if (printed.size !== 1) continue;
    const names = content.sentences.filter(
      ({ kind, row }) => kind === 'heading' && row !== null && understanding.rows.includes(row.number ?? 0),
    );
    return { numbers: understanding.rows, names, sentence: first };
  }
  return undefined;
}

/** Says which rows print the same words, and the first sentence of these. */
export function tellSameRows(
  index: CorpusIndex,
  { numbers, names, sentence }: SameRows,
): Pick<Answer, 'answer' | 'citations'> {
  const citations = new Citations(index);
  const sourceOf = ({ document, start, end, headline }: IndexedSentence): Source => ({
    document,
    start,
    end,
    headline,
  });
  const marked = (sentence: IndexedSentence, text: string): string[] => {
    const probe = new Citations(index);
    if (!verify(index, `${text}[${probe.mark(sourceOf(sentence))}]`, probe.list).passed) return [];
    return [`${text}[${citations.mark(sourceOf(sentence))}]`];
  };
  const rows = names.flatMap((name) => marked(name, name.row?.name ?? name.text)).join('、');
  const words = marked(sentence, sentence.text).join('');
  return {
    answer: sameRowsLead(numbers.join('、'), rows) + words,
    citations: citations.list,
  };
}
