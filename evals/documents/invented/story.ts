import type { Chance } from './chance.ts';
import type { InventedData, StoryPattern } from './data.ts';
import { createFill, pickPerson, type Setting } from './fill.ts';

export interface StoryBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
}

/** A report with all that may be printed of it, before any layout. */
export interface Story {
  readonly form: StoryPattern['form'];
  /** The headline in the pieces in which it may be broken over lines. */
  readonly headline: readonly string[];
  readonly kicker: string | null;
  readonly sub: string | null;
  readonly blocks: readonly StoryBlock[];
  /** Printed before the first words, on a line above them, or after the last words; empty where there is none. */
  readonly signature: { readonly prefix: string; readonly line: string; readonly suffix: string };
  readonly captions: readonly string[];
}

export type SignatureStyle = 'prefix' | 'line' | 'suffix' | 'none';

/** Tells a story of the pattern, signed in the page's style. */
export function makeStory(
  chance: Chance,
  data: InventedData,
  setting: Setting,
  pattern: StoryPattern,
  style: SignatureStyle,
): Story {
  const person = (): string => pickPerson(chance, data);
  const names = { r: person(), r2: person(), t: person(), t2: person(), q: person() };
  const fill = createFill(chance, data, setting, names);
  const { prefixes, lines, suffixes, captions, captioned } = data.styles;
  const signed = pattern.form === 'notice' ? 'none' : style;
  const caption = (): string => fill(chance.pick(captions).replace('{caption}', chance.pick(captioned)));
  const block = (text: string): StoryBlock =>
    text.startsWith('# ')
      ? { kind: 'heading', text: fill(text.slice(2)) }
      : { kind: 'paragraph', text: fill(text) };
  return {
    form: pattern.form,
    headline: pattern.headline.split('|').map(fill),
    kicker: pattern.kicker === undefined || chance.likely(0.3) ? null : fill(pattern.kicker),
    sub: pattern.sub === undefined ? null : fill(pattern.sub),
    blocks: [
      ...pattern.body.map(block),
      ...pattern.sections.flatMap(({ heading, body }) => [block(`# ${heading}`), ...body.map(block)]),
    ],
    signature: {
      prefix: signed === 'prefix' ? fill(chance.pick(prefixes)) : '',
      line: signed === 'line' ? fill(chance.pick(lines)) : '',
      suffix: signed === 'suffix' ? fill(chance.pick(suffixes)) : '',
    },
    captions: chance.likely(0.35) ? [caption()] : [],
  };
}
