import { lineOf } from '../../retrieval/documents/document.ts';
import type { Change, Fact } from '../../retrieval/facts/fact.ts';
import type { PersonInOffice } from '../../retrieval/facts/names.ts';
import type { Bound } from '../../retrieval/facts/quantities.ts';
import type { Standing } from '../../retrieval/facts/standing.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { bare } from '../../retrieval/text/characters.ts';
import { excerpt } from '../../retrieval/text/clean.ts';
import type { FactsOf } from './fact-store.ts';

/** A line of the register; `start` and `end` are the quote's place in the document. */
export interface RegisterRow {
  readonly town: string | null;
  readonly year: number | null;
  readonly measure: string;
  readonly kind: Standing;
  /** The figure as it is printed, with the words of its bound; null for works without one. */
  readonly figure: string | null;
  /** In the unit without multipliers: 4.1亿元 is 410000000 元. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
  readonly change: Change | null;
  /** Over how many years it runs; null for a single one. */
  readonly period: number | null;
  /** As a person reads it; `by` is its last day as `YYYY-MM-DD`. */
  readonly deadline: string | null;
  readonly by: string | null;
  /** The table's row or the heading under which it stands. */
  readonly section: string | null;
  readonly places: readonly string[];
  readonly persons: readonly PersonInOffice[];
  readonly quote: string;
  readonly document: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Every target, result and work of the documents; what a page prints several times is told once. */
export function createRegister(index: CorpusIndex, factsOf: FactsOf): readonly RegisterRow[] {
  const rows: RegisterRow[] = [];
  const told = new Set<string>();
  for (const { sentences } of index.documents.values()) {
    for (const sentence of sentences) {
      for (const fact of factsOf(sentence)) {
        if (fact.threshold) continue;
        const row = rowOf(index, fact);
        if (isPassingCount(row)) continue;
        const key = [
          row.document,
          row.year,
          row.kind,
          bare(row.quote),
          row.measure,
          row.figure,
          row.change,
        ].join('\n');
        if (told.has(key)) continue;
        told.add(key);
        rows.push(row);
      }
    }
  }
  return rows;
}

/** A fact as a line of the register. */
export function rowOf(index: CorpusIndex, fact: Fact): RegisterRow {
  const { text, description, sentences } = index.documents.get(fact.document)!;
  const sentence = sentences[fact.sentence]!;
  const { quantity, deadline } = fact;
  return {
    town: fact.town,
    year: fact.year,
    measure: fact.measure,
    kind: fact.standing,
    figure: quantity === null ? null : sentence.text.slice(quantity.start, quantity.end),
    value: quantity?.value ?? null,
    unit: quantity === null ? null : quantity.percent ? '%' : quantity.unit,
    bound: quantity?.bound ?? null,
    change: fact.change,
    period: fact.period,
    deadline: deadline?.text ?? null,
    by: deadline?.by ?? null,
    section: sentence.row?.name ?? sentence.section,
    places: fact.places,
    persons: fact.persons,
    quote: fact.quote,
    document: fact.document,
    title: sentence.headline ?? description.title,
    start: fact.start,
    end: fact.end,
    line: lineOf(text, fact.start),
  };
}

/** Is a row's quote what stands at its place in the document, up to white space and doubled glyphs? */
export function isVerbatimRow(index: CorpusIndex, row: RegisterRow): boolean {
  const text = index.documents.get(row.document)?.text;
  if (text === undefined) return false;
  const printed = bare(text.slice(row.start, row.end));
  return (
    printed !== '' &&
    (printed === bare(row.quote) || bare(excerpt(text, row.start, row.end).text) === bare(row.quote))
  );
}

/** 三个问题, 两项工作: a small count in words is manner of speaking, nothing that a cadre follows up. */
function isPassingCount({ figure, value, unit, bound }: RegisterRow): boolean {
  if (figure === null || value === null) return false;
  return value < 10 && bound === 'exact' && (unit === '个' || unit === '项') && !/\d/.test(figure);
}
