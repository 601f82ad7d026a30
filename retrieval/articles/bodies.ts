import { type Block, isNumbered, isProse } from './blocks.ts';
import { bodyPairs, headlineFit } from './headlines.ts';
import { REPORT_OPENING, SUBHEADING } from './patterns.ts';

/** What belongs together under one headline, before the headline is known. */
export interface Body {
  readonly first: number;
  readonly blocks: Block[];
  /** No heading stands above its first block. */
  readonly bare: boolean;
}

/** A headline shares at least this much of its words with the first half of its body. */
const LEAST_OWN = 0.25;

/** What kind of piece a headline says it is: no section is one. */
const GENRE = /(?:公告|通告|通知|启事|公示|倡议书|公开信|名单|一览表|清单|指南|解读|问答|声明|致歉)$/u;
/** Time words with which reports begin. */
const RECENT = /日前|近日|昨[日天]|连日来|近期|\d\s*月\s*\d{1,2}\s*日/u;

/** Walks down the page: which blocks form a body, and which headings stand outside any (`free`). */
export function groupBodies(blocks: readonly Block[]): { bodies: Body[]; free: number[] } {
  const bodies: Body[] = [];
  const free: number[] = [];
  let pending: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      pending.push(index);
      continue;
    }
    const headings = pending.map((heading) => blocks[heading]!);
    const place = placeOf(blocks, index, headings, bodies);
    if (place === undefined) {
      free.push(...pending);
      bodies.push({ first: index, blocks: [block], bare: pending.length === 0 });
    } else {
      if (place.inside) for (const heading of headings) place.body.blocks.push(heading);
      else free.push(...pending);
      place.body.blocks.push(block);
    }
    pending = [];
  }
  free.push(...pending);
  return { bodies, free };
}

/** The body that a block belongs to and whether the headings above it are its sections; undefined opens a new one. */
function placeOf(
  blocks: readonly Block[],
  index: number,
  headings: readonly Block[],
  bodies: readonly Body[],
): { readonly body: Body; readonly inside: boolean } | undefined {
  const block = blocks[index]!;
  const current = bodies.at(-1);
  if (current === undefined || block.kind === 'report') return undefined;
  const last = current.blocks.at(-1)!;
  const onlyByline = current.blocks.every(({ kind }) => kind === 'byline');
  if (block.kind === 'byline')
    return onlyByline && headings.length === 0 ? { body: current, inside: true } : undefined;
  if (block.kind === 'table') {
    return last.kind === 'table' && headings.length === 0 ? { body: current, inside: true } : undefined;
  }
  if (onlyByline) return { body: current, inside: true };
  const waiting = bodies.filter((body) => isOpen(body));
  if (headings.length === 0) {
    if (waiting.length > 0 && !waiting.includes(current))
      return { body: fittest(waiting, block, current), inside: true };
    if (last.kind === 'table' || last.signature !== null) return undefined;
    return { body: current, inside: true };
  }
  if (last.kind === 'table') return undefined;
  if (
    isOpen(current) &&
    !REPORT_OPENING.test(block.text) &&
    standElsewhere(blocks, index, headings, current)
  ) {
    return { body: current, inside: false };
  }
  if (isOwnHead(blocks, index, headings, current)) return { body: current, inside: false };
  return isSection(blocks, index, headings, current) ? { body: current, inside: true } : undefined;
}

function isOpen({ blocks }: Body): boolean {
  return blocks.at(-1)!.open;
}

/** Among bodies broken off in mid-sentence the one whose words a paragraph shares most. */
function fittest(waiting: readonly Body[], block: Block, current: Body): Body {
  const candidates = [...waiting, current];
  const fits = headlineFit(block.text, bodyPairs(candidates.map(textOf)));
  // A body that waits for the rest of its sentence is likelier than one that has ended.
  const scores = fits.map((fit, at) => fit + (candidates[at] === current ? 0 : 0.1));
  return candidates[scores.indexOf(Math.max(...scores))]!;
}

function textOf({ blocks }: Body): string {
  return blocks.map(({ text }) => text).join('\n');
}

/**
 * Headings in the middle of a sentence: printed there by the page's flow when they are the headline of the body itself
 * (which has none above it) or of one that opens further down without a headline of its own.
 */
function standElsewhere(
  blocks: readonly Block[],
  index: number,
  headings: readonly Block[],
  current: Body,
): boolean {
  if (headings.some(isNumbered)) return false;
  const sectioned = current.blocks.some(({ kind }) => kind === 'heading');
  if (current.bare && !sectioned) return true;
  return blocks.some(
    (block, at) =>
      at > index &&
      (block.kind === 'report' || block.kind === 'byline') &&
      blocks[at - 1]!.kind !== 'heading' &&
      blocks[at - 1]!.kind !== 'byline',
  );
}

/** The headline of a body that has none above it, printed between its columns: its words are the body's so far. */
function isOwnHead(
  blocks: readonly Block[],
  index: number,
  headings: readonly Block[],
  current: Body,
): boolean {
  const manifold = headings.length > 1 || headings.some(({ text }) => SUBHEADING.test(text));
  if (!current.bare || (!manifold && current.blocks.some(({ kind }) => kind === 'heading'))) return false;
  if (current.blocks.at(-1)!.signature !== null || REPORT_OPENING.test(blocks[index]!.text)) return false;
  if (headings.some(isNumbered)) return false;
  const words = headings.map(({ text }) => text).join('\n');
  const [own, next] = headlineFit(words, bodyPairs([textOf(current), following(blocks, index)]));
  return own! >= LEAST_OWN && own! >= 0.6 * next!;
}

/** Is what stands under these headings a section of the article above, rather than an article of its own? */
function isSection(
  blocks: readonly Block[],
  index: number,
  headings: readonly Block[],
  current: Body,
): boolean {
  const last = current.blocks.at(-1)!;
  if (last.signature !== null) return false;
  if (headings.some(({ text }) => SUBHEADING.test(text))) return false;
  if (isNumbered(headings.at(-1)!)) return true;
  return newArticleScore(signsOf(blocks, index, headings, current)) < 0;
}

/**
 * Weights of the signs that a new article begins; below 0 they speak for a section of the one above. Fitted by logistic
 * regression on invented pages and the seeds, then rounded.
 */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  always: -0.6,
  aboveSigned: -1,
  pageSigned: -0.7,
  genre: 1.7,
  figures: 0.6,
  question: 0.9,
  severalLines: 1,
  severalHeadings: 0.7,
  recent: 1.5,
  opens: 0.9,
  phrases: -1.5,
  alike: -3,
  alikeBelow: -2,
  endsSigned: 1.6,
  ownWords: 3,
  wordsAbove: -1,
};

/** What tells a headline from the heading of a section, each between 0 and 1. */
interface Signs {
  readonly always: number;
  /** The article above is signed on a line of its own, as long ones with sections are. */
  readonly aboveSigned: number;
  /** Where most reports of a page are signed, words without a signature are seldom a report. */
  readonly pageSigned: number;
  readonly genre: number;
  readonly figures: number;
  readonly question: number;
  readonly severalLines: number;
  readonly severalHeadings: number;
  readonly recent: number;
  readonly opens: number;
  readonly phrases: number;
  /** Made like the headings of the article above. */
  readonly alike: number;
  /** Made like the next heading down the page. */
  readonly alikeBelow: number;
  readonly endsSigned: number;
  /** Share of the heading's words that the prose under it repeats. */
  readonly ownWords: number;
  readonly wordsAbove: number;
}

function signsOf(blocks: readonly Block[], index: number, headings: readonly Block[], current: Body): Signs {
  const block = blocks[index]!;
  const opener = current.blocks[0]!;
  const inside = current.blocks.filter(({ kind }) => kind === 'heading');
  const heading = headings.at(-1)!;
  const nextHeading = blocks.slice(index).find(({ kind }) => kind === 'heading');
  const [own, other] = headlineFit(heading.text, bodyPairs([following(blocks, index), textOf(current)]));
  const signs = {
    always: true,
    aboveSigned: opener.kind === 'byline',
    pageSigned: blocks.filter(({ kind }) => kind === 'byline' || kind === 'report').length >= 3,
    genre: GENRE.test(heading.text),
    figures: /[\d０-９]/.test(heading.text),
    question: /[！？!?]$/.test(heading.text),
    severalLines: heading.lines.length > 1,
    severalHeadings: headings.length > 1,
    recent: RECENT.test(block.text.slice(0, 60)),
    opens: REPORT_OPENING.test(block.text),
    phrases: /\S\s+\S/.test(heading.text),
    alike: inside.some((one) => alike(one.text, heading.text)),
    alikeBelow:
      nextHeading !== undefined && !isNumbered(nextHeading) && alike(nextHeading.text, heading.text),
    endsSigned: opener.kind !== 'paragraph' && endsSigned(blocks, index),
  };
  const numbers = Object.fromEntries(Object.entries(signs).map(([sign, holds]) => [sign, Number(holds)]));
  return { ...(numbers as { [Sign in keyof typeof signs]: number }), ownWords: own!, wordsAbove: other! };
}

function newArticleScore(signs: Signs): number {
  return (Object.keys(signs) as (keyof Signs)[]).reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], 0);
}

/** Does the prose from a block on end with authors of its own, before another heading or report? */
function endsSigned(blocks: readonly Block[], index: number): boolean {
  for (let at = index; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!isProse(block) || (at > index && block.kind === 'report')) return false;
    if (block.signature !== null) return true;
  }
  return false;
}

/** Headings of one article are made alike: as long, with their marks in the same places. */
function alike(one: string, other: string): boolean {
  const form = (text: string): string => text.replace(/[^\s，,、：:！？]/gu, '字');
  return (
    form(one) === form(other) || (Math.abs(one.length - other.length) <= 1 && one.at(-1) === other.at(-1))
  );
}

/** The prose from a block to the next heading or opening. */
function following(blocks: readonly Block[], index: number): string {
  const texts: string[] = [];
  for (
    let at = index;
    at < blocks.length && isProse(blocks[at]!) && !(at > index && blocks[at]!.kind === 'report');
    at++
  )
    texts.push(blocks[at]!.text);
  return texts.join('\n');
}
