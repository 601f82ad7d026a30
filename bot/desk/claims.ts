import { splitSentences } from '../../retrieval/articles/sentences.ts';
import { clausesOf } from '../../retrieval/facts/clauses.ts';
import { findMeasures } from '../../retrieval/facts/measures.ts';
import { yearsSpanned } from '../../retrieval/facts/periods.ts';
import { type Standing, standingOf } from '../../retrieval/facts/standing.ts';
import { lastYearTold } from '../../retrieval/facts/years.ts';
import { excerpt } from '../../retrieval/text/clean.ts';
import type { Measured } from './fit.ts';
import type { TownReader } from './towns.ts';

/** A figure that a text claims, under what it names or has named before. */
export interface ClaimedFigure extends Measured {
  /** As written, with the words of its bound. */
  readonly text: string;
  /** Its place in the text given. */
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  /** What the words say; null when they say neither. */
  readonly standing: Standing | null;
  readonly period: number | null;
}

export interface ClaimedSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly ClaimedFigure[];
}

/** What is known of a text before it is read. */
export interface ClaimContext {
  readonly town: string | null;
  readonly year: number | null;
  /** What 今年 and 去年 lean on. */
  readonly thisYear: number;
}

/** The sentences of a pasted text with the figures they claim. Town and year hold on until others are named. */
export function readClaims(source: string, context: ClaimContext, findTown: TownReader): ClaimedSentence[] {
  const sentences: ClaimedSentence[] = [];
  let { town, year } = context;
  for (const block of blocksOf(source)) {
    for (const { start, end } of splitSentences(source, block.start, block.end)) {
      const printed = excerpt(source, start, end);
      const { text, offsets } = printed;
      const clauses = clausesOf(text);
      const namedTown = findTown(text);
      const figures = findMeasures(text).map((measure): ClaimedFigure => {
        const { quantity } = measure;
        const clause =
          clauses.find((span) => span.start <= quantity.start && quantity.end <= span.end) ?? quantity;
        return {
          ...measure,
          around: text,
          text: text.slice(quantity.start, quantity.end),
          start: offsets[quantity.start]!,
          end: offsets[quantity.end - 1]! + 1,
          town: findTown(text.slice(0, clause.end)) ?? namedTown ?? town,
          year: lastYearTold(text, clause.end, context.year ?? context.thisYear) ?? year,
          standing: standingOf(text, clause),
          period: yearsSpanned(text, clause.end),
        };
      });
      town = namedTown ?? town;
      year = lastYearTold(text, text.length, context.year ?? context.thisYear) ?? year;
      sentences.push({ text, start, end, figures });
    }
  }
  return sentences;
}

/** Paragraphs: a line that does not end a sentence goes on, a blank line ends one in any case. */
function blocksOf(source: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of source.matchAll(
    /\r?\n[^\S\n]*\r?\n|(?<=[。！？!?；;：:][”’」』）)]?)[^\S\n]*\r?\n|$/g,
  )) {
    if (source.slice(from, match.index).trim() !== '') blocks.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  return blocks;
}
