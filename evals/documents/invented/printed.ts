/** What a piece of a printed page is. `frame` is page furniture; `header` a table's header; `name` a row's name. */
export type Role =
  | 'headline'
  | 'kicker'
  | 'subheading'
  | 'byline'
  | 'body'
  | 'heading'
  | 'caption'
  | 'frame'
  | 'header'
  | 'number'
  | 'name'
  | 'cell'
  | 'blank';

/** A piece of a line with the story that it belongs to (-1: to none). */
export interface Fragment {
  readonly text: string;
  readonly role: Role;
  readonly story: number;
  /** Which heading, row or cell of the story it is a part of. */
  readonly part: number;
}

export type PrintedLine = readonly Fragment[];

export function fragment(text: string, role: Role, story = -1, part = 0): Fragment {
  return { text, role, story, part };
}

/** A Latin letter or digit takes half the width of a character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0000-\u00ff]/.test(character) ? 0.5 : 1), 0);
}

/** Breaks fragments into lines of a width; no line begins with a closing mark or ends with an opening one. */
export function wrap(fragments: readonly Fragment[], width: number): PrintedLine[] {
  const lines: Fragment[][] = [[]];
  let used = 0;
  for (const piece of fragments) {
    let held = '';
    const keep = (): void => {
      if (held !== '') lines.at(-1)!.push({ ...piece, text: held });
      held = '';
    };
    for (const character of piece.text) {
      const own = widthOf(character);
      if (used + own > width && !/[，。、；：！？”’）》,.;:!?)%]/.test(character)) {
        keep();
        lines.push([]);
        used = 0;
      }
      held += character;
      used += own;
    }
    keep();
  }
  return lines.filter((line) => line.length > 0);
}
