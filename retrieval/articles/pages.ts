import { excerpt } from '../text/clean.ts';
import type { Article, Heading, Sentence, TableRow } from './article.ts';
import { type Block, isProse, readBlocks } from './blocks.ts';
import { type Body, groupBodies } from './bodies.ts';
import { chooseHeads } from './heads.ts';
import { DATELINE, SENTENCE_END, YEAR_HEADING } from './patterns.ts';
import { splitSentences } from './sentences.ts';
import { readTable } from './table.ts';

/** Cuts a page into articles with headline, byline and sentences, each with its place in the file. */
export function readArticles(source: string): Article[] {
  const blocks = readBlocks(source);
  const { bodies, free } = groupBodies(blocks);
  const heads = chooseHeads(blocks, bodies, free);
  return bodies.map((body, ordinal) => {
    const { headline, kicker, subheading } = heads[ordinal]!;
    return assemble(source, ordinal, body, {
      headline: toHeading(source, blocks, headline),
      kicker: toHeading(source, blocks, kicker),
      subheading: toHeading(source, blocks, subheading),
    });
  });
}

interface PrintedHead {
  readonly headline: Heading | null;
  readonly kicker: Heading | null;
  readonly subheading: Heading | null;
}

function toHeading(source: string, blocks: readonly Block[], index: number | undefined): Heading | null {
  const block = index === undefined ? undefined : blocks[index];
  if (block === undefined) return null;
  return { text: excerpt(source, block.start, block.end).text, start: block.start, end: block.end };
}

function assemble(
  source: string,
  ordinal: number,
  body: Body,
  { headline, kicker, subheading }: PrintedHead,
): Article {
  const sentences: Sentence[] = [];
  const rows: TableRow[] = [];
  let byline: Heading | null = null;
  let section: string | null = null;
  let sectionYear: number | null = null;
  const plain = { row: null, cut: false } as const;
  for (const heading of [kicker, headline, subheading]) {
    if (heading !== null)
      sentences.push({ ...heading, ...plain, kind: 'headline', section: null, sectionYear: null });
  }
  for (const block of body.blocks) {
    if (block.kind === 'byline') {
      byline = { text: block.text, start: block.start, end: block.end };
    } else if (block.kind === 'heading') {
      if (block.start === headline?.start) continue;
      const year = block.text.match(YEAR_HEADING)?.[1];
      if (year !== undefined) sectionYear = Number(year);
      section = year === undefined ? excerpt(source, block.start, block.end).text : `${year}年`;
      if (year === undefined) {
        sentences.push({
          text: section,
          start: block.start,
          end: block.end,
          ...plain,
          kind: 'heading',
          section,
          sectionYear,
        });
      }
    } else if (block.kind === 'table') {
      const table = readTable(block);
      rows.push(...table.rows);
      sentences.push(...tableSentences(source, table.rows, table.headings, table.header.at(-1) ?? ''));
    } else if (isProse(block)) {
      const dateline = source.slice(block.start, block.end).match(DATELINE)?.[0] ?? '';
      if (dateline !== '')
        byline = {
          text: dateline.replace(/\s+/g, ' ').trim(),
          start: block.start,
          end: block.start + dateline.trimEnd().length,
        };
      if (block.signature !== null && byline === null)
        byline = {
          text: source.slice(block.signature.start, block.signature.end).replace(/\s+/g, ' ').trim(),
          ...block.signature,
        };
      const cutShort = !SENTENCE_END.test(block.text);
      const spans = splitSentences(source, block.start + dateline.length, block.end);
      for (const [index, span] of spans.entries()) {
        const cut = cutShort && index === spans.length - 1;
        sentences.push({ ...span, kind: 'sentence', section, sectionYear, row: null, cut });
      }
    }
  }
  return { ordinal, headline, kicker, byline, sentences, rows };
}

/** The sentences of a table: its section headings, the names of its rows and the pieces of its cells. */
function tableSentences(
  source: string,
  rows: readonly TableRow[],
  headings: readonly Heading[],
  column: string,
): Sentence[] {
  const sentences: Sentence[] = [];
  const told = new Set<Heading>();
  for (const row of rows) {
    const heading = headings.find((candidate) => candidate.text === row.section);
    if (heading !== undefined && !told.has(heading)) {
      told.add(heading);
      sentences.push({
        ...heading,
        kind: 'heading',
        section: row.section,
        sectionYear: null,
        row: null,
        cut: false,
      });
    }
    const context = { number: row.number, name: row.name, column };
    const base = { section: row.section, sectionYear: null, row: context, cut: false } as const;
    const firstCell = row.cells[0];
    const nameEnd = firstCell === undefined ? row.end : firstCell.start;
    const name = excerpt(source, row.start, nameEnd);
    sentences.push({
      ...base,
      kind: 'heading',
      text: name.text,
      start: row.start,
      end: (name.offsets.at(-1) ?? row.start) + 1,
    });
    for (const cell of row.cells) {
      for (const span of splitSentences(source, cell.start, cell.end))
        sentences.push({ ...base, kind: 'cell', ...span });
    }
  }
  return sentences;
}
