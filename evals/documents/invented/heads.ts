import type { Chance } from './chance.ts';
import { fragment, type PrintedLine, wrap } from './printed.ts';
import type { Story } from './story.ts';

/** The lines above a body: kicker, headline, subheading. */
export function setHead(
  chance: Chance,
  story: Story,
  index: number,
  width: number | null,
  doubled: boolean,
): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const gap = (): void => {
    if (chance.likely(0.5)) lines.push([]);
  };
  if (story.kicker !== null) {
    lines.push([fragment(story.kicker, 'kicker', index)]);
    gap();
  }
  lines.push(...headlineLines(chance, story, index, width, doubled));
  if (story.sub !== null) {
    gap();
    lines.push([fragment(story.sub, 'subheading', index)]);
  }
  return lines;
}

function headlineLines(
  chance: Chance,
  story: Story,
  index: number,
  width: number | null,
  doubled: boolean,
): PrintedLine[] {
  const whole = story.headline.join('');
  if (doubled) return [[fragment(double(chance, whole), 'headline', index)]];
  if (story.headline.length > 1 && chance.likely(0.5))
    return story.headline.map((text) => [fragment(text, 'headline', index)]);
  const joint = chance.pick(['', ' ']);
  const text = story.headline.join(joint);
  // A narrow headline is broken wherever the line is full, even within a word.
  if (width !== null && whole.length > 12 && chance.likely(0.35))
    return wrap([fragment(text, 'headline', index)], chance.whole(8, 12));
  return [[fragment(text, 'headline', index)]];
}

/** Every few glyphs twice, as some pages' bold type comes out. */
function double(chance: Chance, text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const unit = text.slice(at, at + chance.whole(5, 8));
    out += unit + unit;
    at += unit.length;
  }
  return out;
}
