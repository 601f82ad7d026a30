import type { DocumentContent } from '../../../retrieval/indexes/content.ts';
import { addDocument, type CorpusIndex, removeDocument } from '../../../retrieval/indexes/corpus-index.ts';
import { cutPassages } from '../../../retrieval/passages/passages.ts';
import type { GoldenQuestion } from '../../golden/question.ts';
import { fold } from '../../metrics/folded-text.ts';

/** A document as it would be without the sentences that state a fact, and what went with them. */
export interface FactTakenOut {
  readonly before: DocumentContent;
  readonly after: DocumentContent;
}

/**
 * Takes a question's fact out of its document: the sentences that the evidence quote overlaps, the passages cut
 * from them (those around are cut anew) and the everyday questions that point at them. Undefined unless the fact
 * stands in one place only: one quote, and nothing that a right answer must say is left anywhere in the documents.
 */
export function takeFactOut(index: CorpusIndex, question: GoldenQuestion): FactTakenOut | undefined {
  const [evidence, ...more] = question.evidence;
  const before = index.documents.get(evidence?.seed ?? '');
  const at = before?.text.indexOf(evidence?.quote ?? '') ?? -1;
  if (evidence === undefined || more.length > 0 || before === undefined || at === -1) return undefined;
  const fact = { start: at, end: at + evidence.quote.length };
  const gone = before.sentences.filter((sentence) => overlap(sentence, fact));
  const kept = before.sentences.filter((sentence) => !overlap(sentence, fact));
  if (
    !standsOnlyIn(
      index,
      question,
      gone.map(({ text }) => text),
      kept.map(({ text }) => text),
      before,
    )
  )
    return undefined;
  const sentences = kept.map((sentence, id) => ({ ...sentence, id }));
  const after: DocumentContent = {
    ...before,
    sentences,
    passages: cutPassages(before.name, before.description, sentences, before.titles),
    questions: before.questions.filter((everyday) => !gone.some((sentence) => overlap(sentence, everyday))),
  };
  return { before, after };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end;
}

function standsOnlyIn(
  index: CorpusIndex,
  { must }: GoldenQuestion,
  gone: readonly string[],
  kept: readonly string[],
  document: DocumentContent,
): boolean {
  const others = [...index.documents.values()].filter(({ name }) => name !== document.name);
  const rest = fold(
    [...kept, ...others.flatMap(({ sentences }) => sentences.map(({ text }) => text))].join('\n'),
  );
  const held = fold(gone.join('\n'));
  return must.every(
    (group) =>
      group.some((words) => held.includes(fold(words))) && !group.some((words) => rest.includes(fold(words))),
  );
}

/** Puts one content of a document into the index in place of another, touching only what differs. */
export async function replaceContent(
  index: CorpusIndex,
  from: DocumentContent,
  to: DocumentContent,
): Promise<void> {
  index.documents.set(from.name, onlyIn(from, to));
  removeDocument(index, from.name);
  await addDocument(index, onlyIn(to, from));
  index.documents.set(to.name, to);
}

function onlyIn(content: DocumentContent, other: DocumentContent): DocumentContent {
  const passages = new Set(other.passages.map(({ id }) => id));
  const questions = new Set(other.questions.map(({ id }) => id));
  return {
    ...content,
    passages: content.passages.filter(({ id }) => !passages.has(id)),
    questions: content.questions.filter(({ id }) => !questions.has(id)),
  };
}
