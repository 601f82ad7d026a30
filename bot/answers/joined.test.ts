import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Choice } from './choose.ts';
import { withoutOverlaps } from './joined.ts';
import type { Statement } from './statement.ts';
import { readTestPages, statementWith } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

/** The run of words taken out of the sentence of the test pages that holds it. */
function cut(words: string): Statement {
  const whole = statementWith(index, words);
  const { text } = index.documents.get(whole.candidate.sentence.document)!;
  const start = text.indexOf(words, whole.start);
  return { ...whole, text: words, start, end: start + words.length };
}

const told = (...choices: readonly (readonly string[])[]): string[][] =>
  withoutOverlaps(
    index,
    choices.map((words): Choice => ({ kind: 'statements', statements: words.map(cut), alternatives: [] })),
  ).map((choice) => (choice.kind === 'statements' ? choice.statements.map(({ text }) => text) : []));

describe('what two parts of a question take out of one sentence', () => {
  test('is said as one run of clauses', () => {
    expect(told(['占地1800平方米，'], ['配备消防车2辆，'])).toEqual([
      ['占地1800平方米，配备消防车2辆，'],
      [],
    ]);
    expect(told(['配备消防车2辆，'], ['占地1800平方米，配备消防车2辆，'])).toEqual([
      ['占地1800平方米，配备消防车2辆，'],
      [],
    ]);
  });

  test('holds what either of them holds', () => {
    const area = {
      ...cut('占地1800平方米，'),
      holds: (attribute: string) => attribute === 'area',
    } as Statement;
    const count = {
      ...cut('配备消防车2辆，'),
      holds: (attribute: string) => attribute === 'count',
    } as Statement;
    const [first] = withoutOverlaps(
      index,
      [area, count].map(
        (statement): Choice => ({ kind: 'statements', statements: [statement], alternatives: [] }),
      ),
    );
    const [joined] = first?.kind === 'statements' ? first.statements : [];
    expect((['area', 'count', 'money'] as const).map((attribute) => joined?.holds(attribute))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('stays apart when clauses stand between, or when the sentences are two', () => {
    expect(told(['占地1800平方米，'], ['由副站长陶安平负责日常训练'])).toEqual([
      ['占地1800平方米，'],
      ['由副站长陶安平负责日常训练'],
    ]);
    expect(told(['新建老年食堂4家，'], ['配备消防车2辆，'])).toEqual([
      ['新建老年食堂4家，'],
      ['配备消防车2辆，'],
    ]);
  });

  test('leaves a refusal as it is', () => {
    const refusal: Choice = {
      kind: 'refusal',
      refusal: { reason: 'not_in_documents', about: '' },
      nearest: undefined,
    };
    expect(withoutOverlaps(index, [refusal])).toEqual([refusal]);
  });
});
