import { excerpt } from '../text/clean.ts';
import type { Article, Heading, Sentence, TableRow } from './article.ts';
import { type Block, isProse, readBlocks } from './blocks.ts';
import { assignHeadlines } from './headlines.ts';
import { DATELINE, REPORT_OPENING, SENTENCE_END, YEAR_HEADING } from './patterns.ts';
import { splitSentences } from './sentences.ts';
import { readTable } from './table.ts';

/** What belongs together under one headline, before the headline is known. */
interface Body {
  readonly first: number;
  readonly blocks: Block[];
}

/** Cuts a page into articles with headline, byline and sentences, each with its place in the file. */
export function readArticles(source: string): Article[] {
  const blocks = readBlocks(source);
  const { bodies, free } = groupBodies(blocks);
  const chosen = chooseHeadlines(blocks, bodies, free);
  return bodies.map((body, ordinal) => {
    const headline = chosen[ordinal];
    const kicker = headline === undefined ? undefined : kickerOf(headline, free, chosen);
    return assemble(
      source,
      ordinal,
      body,
      toHeading(source, blocks, headline),
      toHeading(source, blocks, kicker),
    );
  });
}

/** Walks down the page: which blocks form a body, and which headings stand outside any (`free`). */
function groupBodies(blocks: readonly Block[]): { bodies: Body[]; free: number[] } {
  const bodies: Body[] = [];
  const free: number[] = [];
  let pending: number[] = [];
  for (const [index, block] of blocks.entries()) {
    const current = bodies.at(-1);
    if (block.kind === 'heading') {
      pending.push(index);
      continue;
    }
    const goesOn =
      current !== undefined &&
      continues(
        current,
        block,
        pending.map((heading) => blocks[heading]!),
        isHeadlineRun(blocks, index),
      );
    if (goesOn) {
      for (const heading of pending) current.blocks.push(blocks[heading]!);
      current.blocks.push(block);
    } else {
      free.push(...pending);
      bodies.push({ first: index, blocks: [block] });
    }
    pending = [];
  }
  free.push(...pending);
  return { bodies, free };
}

function isHeadlineRun(blocks: readonly Block[], index: number): boolean {
  return blocks[index - 1]?.kind === 'heading' && REPORT_OPENING.test(blocks[index]!.text);
}

/** Does a block belong to the body above it, given the headings that stand between? */
function continues(body: Body, block: Block, between: readonly Block[], reportOpening: boolean): boolean {
  if (block.kind === 'report' || block.kind === 'byline') return false;
  const table = body.blocks.at(-1)!.kind === 'table';
  if (block.kind === 'table') return table && between.length === 0;
  if (table) return false;
  if (body.blocks.length === 1 && body.blocks[0]!.kind === 'byline') return true;
  // 日前… under a heading opens a new report; within an article headings stand above running text.
  return !reportOpening || between.every((heading) => /\s/.test(heading.text));
}

/** Index of the headline block for every body, or undefined. */
function chooseHeadlines(
  blocks: readonly Block[],
  bodies: readonly Body[],
  free: readonly number[],
): (number | undefined)[] {
  const texts = bodies.map((body) => body.blocks.map((block) => block.text).join('\n'));
  const above = free.map((heading) => {
    // A heading in a long run of headings was collected there: its place says little.
    if (runLength(blocks, heading) > 2) return undefined;
    const body = bodies.findIndex((candidate) => candidate.first === heading + 1);
    return body === -1 ? undefined : body;
  });
  const headings = free.map((heading) => blocks[heading]!.text);
  const chosen = assignHeadlines(headings, texts, above).map((index, body) => {
    const heading = index === undefined ? undefined : free[index];
    // Of two headings above a body the lower one is the headline, the upper one its kicker.
    const lower = heading === undefined ? -1 : free.indexOf(heading + 1);
    return lower !== -1 && above[lower] === body ? free[lower] : heading;
  });
  return chosen.map((heading, index) => heading ?? onlyHeading(blocks, bodies[index]!));
}

function runLength(blocks: readonly Block[], index: number): number {
  let from = index;
  let to = index;
  while (blocks[from - 1]?.kind === 'heading') from--;
  while (blocks[to + 1]?.kind === 'heading') to++;
  return to - from + 1;
}

/** A body without headline and with one heading inside: the page printed the headline between its columns. */
function onlyHeading(blocks: readonly Block[], body: Body): number | undefined {
  const inside = body.blocks.filter((block) => block.kind === 'heading');
  return inside.length === 1 ? blocks.indexOf(inside[0]!) : undefined;
}

/** The unused heading right above a headline. */
function kickerOf(
  headline: number,
  free: readonly number[],
  chosen: readonly (number | undefined)[],
): number | undefined {
  const before = headline - 1;
  return free.includes(before) && free.includes(headline) && !chosen.includes(before) ? before : undefined;
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
  headline: Heading | null,
  kicker: Heading | null,
): Article {
  const sentences: Sentence[] = [];
  const rows: TableRow[] = [];
  let byline: Heading | null = null;
  let section: string | null = null;
  let sectionYear: number | null = null;
  const plain = { row: null, cut: false } as const;
  for (const heading of [kicker, headline]) {
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
