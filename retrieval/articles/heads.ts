import { type Block, isNumbered } from './blocks.ts';
import type { Body } from './bodies.ts';
import { assignHeadlines, bodyPairs, headlineFit } from './headlines.ts';
import { SUBHEADING } from './patterns.ts';

/** Indexes of the blocks that head a body. */
export interface Head {
  readonly headline: number | undefined;
  readonly kicker: number | undefined;
  readonly subheading: number | undefined;
}

/** More headings than one head has in a run were collected there: their place says little. */
const LONGEST_HEAD = 3;
/** So much more of a head's words in one body than in another tell where it belongs. */
const CLEARLY = 0.15;
/** Less of a head's words in a body than this is none. */
const STRAY = 0.05;
/** Headings of sections repeat fewer of the body's words than this. */
const LEAST_INSIDE = 0.4;
/** Neighbouring headings with this much of their words in one body belong to one head. */
const LEAST_KINSHIP = 0.25;

/** The head of every body. */
export function chooseHeads(
  blocks: readonly Block[],
  bodies: readonly Body[],
  free: readonly number[],
): Head[] {
  const texts = bodies.map((body) => body.blocks.map((block) => block.text).join('\n'));
  const groups = runsOf(free).flatMap((run) => groupsOf(blocks, bodies, texts, run));
  const runs = runsOf(free);
  const above = groups.map((members) => {
    // A heading in a long run of headings was collected there: its place says little.
    const run = runs.find((own) => own.includes(members[0]!))!;
    if (run.length > LONGEST_HEAD) return undefined;
    const body = bodies.findIndex((candidate) => candidate.first === members.at(-1)! + 1);
    if (body === -1 || belongsAbove(blocks, bodies, texts, members, body)) return undefined;
    return isStray(blocks, texts, groups, runs, members, body) ? undefined : body;
  });
  const headings = groups.map((members) => members.map((member) => blocks[member]!.text).join('\n'));
  const chosen = withLeftOver(assignHeadlines(headings, texts, above), blocks, bodies, groups);
  return bodies.map((body, index) => {
    const group = groups[chosen[index] ?? -1];
    if (group === undefined) return insideHead(blocks, body);
    // A line that no other body took, right above the head: its kicker.
    const before = groups.findIndex((other) => other.at(-1) === group[0]! - 1);
    return toHead(blocks, before !== -1 && !chosen.includes(before) ? [...groups[before]!, ...group] : group);
  });
}

/** Words that the body under them does not repeat, in a run where another head's words do: they stand there by chance. */
function isStray(
  blocks: readonly Block[],
  texts: readonly string[],
  groups: readonly (readonly number[])[],
  runs: readonly (readonly number[])[],
  members: readonly number[],
  below: number,
): boolean {
  const pairs = bodyPairs(texts);
  const fitOf = (own: readonly number[]): number =>
    headlineFit(own.map((member) => blocks[member]!.text).join('\n'), pairs)[below]!;
  const run = runs.find((own) => own.includes(members[0]!))!;
  const others = groups.filter((group) => group !== members && run.includes(group[0]!));
  return fitOf(members) < STRAY && others.some((group) => fitOf(group) >= LEAST_KINSHIP);
}

/** Does a head that stands between two bodies tell of the upper one, which has none above it? */
function belongsAbove(
  blocks: readonly Block[],
  bodies: readonly Body[],
  texts: readonly string[],
  members: readonly number[],
  below: number,
): boolean {
  const last = blocks[members[0]! - 1];
  const upper = bodies.findIndex((body) => body.bare && body.blocks.at(-1) === last);
  if (upper === -1) return false;
  const fits = headlineFit(members.map((member) => blocks[member]!.text).join('\n'), bodyPairs(texts));
  return fits[upper]! >= fits[below]! + CLEARLY;
}

/**
 * A head whose words tell of no body belongs to the headless one that it is printed right after, or to the only one
 * that is left.
 */
function withLeftOver(
  chosen: readonly (number | undefined)[],
  blocks: readonly Block[],
  bodies: readonly Body[],
  groups: readonly (readonly number[])[],
): (number | undefined)[] {
  const filled = [...chosen];
  const left = groups.flatMap((_, group) => (chosen.includes(group) ? [] : [group]));
  const headless = bodies.flatMap(({ bare }, body) => (bare && chosen[body] === undefined ? [body] : []));
  for (const group of left) {
    const last = blocks[groups[group]![0]! - 1];
    const above = headless.find((body) => filled[body] === undefined && bodies[body]!.blocks.at(-1) === last);
    const only = left.length === 1 && headless.length === 1 ? headless[0] : undefined;
    const body = above ?? only;
    if (body !== undefined) filled[body] = group;
  }
  return filled;
}

/** Headings that follow each other without anything between. */
function runsOf(free: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const index of free) {
    if (runs.at(-1)?.at(-1) === index - 1) runs.at(-1)!.push(index);
    else runs.push([index]);
  }
  return runs;
}

/**
 * Cuts a run of headings into heads: lines printed together stay together, and neighbours that tell of the same body
 * are joined while there are more of them than bodies in want of a head.
 */
function groupsOf(
  blocks: readonly Block[],
  bodies: readonly Body[],
  texts: readonly string[],
  run: readonly number[],
): (readonly number[])[] {
  const above = bodies.some(({ first }) => first === run.at(-1)! + 1);
  const wanted = bodies.filter(({ bare }) => bare).length + (above ? 1 : 0);
  if (above && wanted === 1 && run.length <= LONGEST_HEAD) return [run];
  const groups: number[][] = [];
  for (const index of run) {
    const { text, attached } = blocks[index]!;
    if (groups.length > 0 && (SUBHEADING.test(text) || attached)) groups.at(-1)!.push(index);
    else groups.push([index]);
  }
  const pairs = bodyPairs(texts);
  const fitsOf = (members: readonly number[]): number[] =>
    headlineFit(members.map((member) => blocks[member]!.text).join('\n'), pairs);
  while (groups.length > Math.max(1, wanted)) {
    const kinships = groups.slice(1).map((group, at) => kinship(fitsOf(groups[at]!), fitsOf(group)));
    const at = kinships.indexOf(Math.max(...kinships));
    if (kinships[at]! < LEAST_KINSHIP) break;
    groups.splice(at, 2, [...groups[at]!, ...groups[at + 1]!]);
  }
  return groups;
}

/** How well two neighbouring headings go together: both tell of one body, or the upper one of none. */
function kinship(upper: readonly number[], lower: readonly number[]): number {
  if (Math.max(...upper) < LEAST_KINSHIP) return LEAST_KINSHIP;
  return Math.max(...upper.map((fit, body) => Math.min(fit, lower[body]!)));
}

/** Of the lines of a head the headline, with what stands above and below it. */
function toHead(blocks: readonly Block[], members: readonly number[]): Head {
  const text = (member: number): string => blocks[member]!.text;
  const dashed = members.find((member) => SUBHEADING.test(text(member)));
  const main = members.filter((member) => member !== dashed);
  const [one, other, third] = main;
  if (one === undefined) return { kicker: undefined, headline: dashed, subheading: undefined };
  if (other === undefined) return { kicker: undefined, headline: one, subheading: dashed };
  if (third !== undefined) return { kicker: one, headline: other, subheading: third };
  return isDetail(text(other), text(one))
    ? { kicker: undefined, headline: one, subheading: other }
    : { kicker: one, headline: other, subheading: dashed };
}

/** The line under a headline is longer and tells figures: 首日36家企业进场 达成意向210人. */
function isDetail(line: string, headline: string): boolean {
  const numbers = (text: string): number => text.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  return line.length >= headline.length && numbers(line) >= 2 && numbers(headline) < 2;
}

/** A body without headline: the page may have printed it between the columns, where it was taken for a section's. */
function insideHead(blocks: readonly Block[], body: Body): Head {
  const inside = body.blocks.filter((block) => block.kind === 'heading' && !isNumbered(block));
  const prose = body.blocks.filter((block) => block.kind !== 'heading').map(({ text }) => text);
  const fits = inside.map(({ text }) => headlineFit(text, bodyPairs([prose.join('\n')]))[0]!);
  const best = fits.indexOf(Math.max(...fits));
  const found =
    inside.length === 1 || (inside.length > 1 && fits[best]! >= LEAST_INSIDE) ? inside[best] : undefined;
  return {
    headline: found === undefined ? undefined : blocks.indexOf(found),
    kicker: undefined,
    subheading: undefined,
  };
}
