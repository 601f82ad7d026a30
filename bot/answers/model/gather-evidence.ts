import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { excerpt } from '../../../retrieval/text/clean.ts';
import { yearsNamed } from '../../../retrieval/text/dates.ts';
import { shortTown } from '../../questions/towns.ts';
import type { Answer, Citation } from '../answer.ts';
import type { Evidence } from './evidence.ts';
import { speaksOfIntent } from './modality.ts';

const MARKS = /(?:\[\d+\])+/g;

/** The evidence of an answer: every citation whose mark stands in its text. `lead` is what stands before the first statement. */
export function gatherEvidence(index: CorpusIndex, answer: Answer, lead: string): Evidence[] {
  const statements = statementsOf(answer.answer.slice(lead.length));
  return answer.citations.flatMap((citation) => {
    const own = statements.filter(({ marks }) => marks.includes(citation.mark));
    if (own.length === 0) return [];
    const said = own.map(({ text }) => text).join('；');
    const document = index.documents.get(citation.document);
    const quote =
      document === undefined ? citation.quote : excerpt(document.text, citation.start, citation.end).text;
    const before = answer.answer.slice(0, answer.answer.lastIndexOf(`[${citation.mark}]`));
    return [
      {
        citation,
        quote,
        said,
        isTarget: speaksOfIntent(said) || speaksOfIntent(quote) || isAim(index, answer, citation),
        town: citation.town !== null && before.includes(shortTown(citation.town)) ? citation.town : null,
        years: own.flatMap(({ years }) => years),
      },
    ];
  });
}

/** A page's plan says so in its heading; a note about an aim counts when there is nothing else that it could mean. */
function isAim(index: CorpusIndex, answer: Answer, { document, start, end }: Citation): boolean {
  const sentences = index.documents.get(document)?.sentences ?? [];
  if (
    sentences.some(
      (sentence) => sentence.modality === 'target' && sentence.start < end && start < sentence.end,
    )
  )
    return true;
  return answer.citations.length === 1 && answer.notes.some((note) => speaksOfIntent(note));
}

interface Statement {
  readonly text: string;
  readonly marks: readonly number[];
  readonly years: readonly number[];
}

/** The text before every run of marks; a year said once holds for what follows without a year of its own. */
function statementsOf(text: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  let years: readonly number[] = [];
  for (const match of text.matchAll(MARKS)) {
    const own = text.slice(from, match.index).replace(/^[；。，、\s]+/, '');
    const named = yearsNamed(own);
    years = named.length > 0 ? named : years;
    statements.push({
      text: own,
      years,
      marks: [...match[0].matchAll(/\d+/g)].map(([mark]) => Number(mark)),
    });
    from = match.index + match[0].length;
  }
  return statements;
}
