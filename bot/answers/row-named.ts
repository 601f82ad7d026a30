import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

const ASKS_NAME = /叫什么|名称|名字|题目|什么项目|哪个项目|哪项工作/;

/** So many names fit into an answer. */
const MOST_ROWS = 12;

/**
 * 第13项叫什么，归在哪一块: the name of a table's row that is asked for by its number, and the heading under which it
 * stands; of several rows their names. Undefined when the question asks what the row says.
 */
export function rowNamed(
  index: CorpusIndex,
  { rows, asksSection, aspects, text }: Understanding,
  part: string,
  near: readonly Candidate[],
  needs: StatementNeeds,
): Statement[] | undefined {
  const asksName = ASKS_NAME.test(aspects.length > 1 ? part : text);
  if (rows.length === 0 || !(asksName || (asksSection && rows.length === 1))) return undefined;
  const ofTable = near.find(({ signs }) => signs.row === 1) ?? near[0];
  if (ofTable === undefined) return undefined;
  const { sentences } = index.documents.get(ofTable.sentence.document)!;
  if (rows.length > 1) {
    const named = sentences.filter(({ kind, row }) => kind === 'heading' && rows.includes(row?.number ?? -1));
    if (named.length !== rows.length || named.length > MOST_ROWS) return undefined;
    return named.map((sentence) =>
      takeStatement(index, { ...ofTable, sentence: withoutNumber(index, sentence), focus: [] }, needs),
    );
  }
  const row = sentences.find(({ kind, row }) => kind === 'heading' && row?.number === rows[0]);
  if (row === undefined) return undefined;
  const section = sentences.findLast(
    ({ id, kind, row: own, section: text }) =>
      id < row.id && kind === 'heading' && own === null && text === row.section,
  );
  const told = [
    ...(asksName ? [withoutNumber(index, row)] : []),
    ...(asksSection && section !== undefined ? [section] : []),
  ];
  if (told.length === 0) return undefined;
  return told.map((sentence) => takeStatement(index, { ...ofTable, sentence, focus: [] }, needs));
}

/** The heading of a row from its name on: its number stands in the question. */
function withoutNumber(index: CorpusIndex, row: IndexedSentence): IndexedSentence {
  const printed = index.documents.get(row.document)!.text.slice(row.start, row.end);
  const offset = printed.match(/^\s*\d{1,3}\s*/)?.[0].length ?? 0;
  return { ...row, start: row.start + offset, text: row.row?.name ?? row.text };
}
