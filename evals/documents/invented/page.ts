import { ARRANGEMENTS, arrange, type SetStory } from './arrange.ts';
import { pickTextStyle, setBody } from './body.ts';
import { type DateClues, type Day, pickDay } from './calendar.ts';
import { type Chance, createChance } from './chance.ts';
import type { InventedData, StoryPattern } from './data.ts';
import type { Setting } from './fill.ts';
import { setFrames } from './frames.ts';
import { setHead } from './heads.ts';
import { pickDamage, print } from './print.ts';
import { fragment, wrap } from './printed.ts';
import { makeStory, type SignatureStyle, type Story } from './story.ts';
import { setTable } from './table.ts';
import { type InventedTruth, truthOf } from './truth.ts';

/** A page of a town that does not exist, with what stands on it. */
export interface InventedPage {
  readonly id: string;
  readonly text: string;
  readonly truth: InventedTruth;
}

/** Invents the page of a seed; `aside` pages may tell the stories that are kept from the others. */
export function inventPage(seed: number, data: InventedData, aside = false): InventedPage {
  const chance = createChance(seed);
  const setting = pickSetting(chance, data);
  const arrangement = chance.pick(ARRANGEMENTS);
  const patterns = pickPatterns(chance, aside ? [...data.stories, ...data.storiesAside] : data.stories);
  // Papers sign in one way on a page, more or less.
  const house: SignatureStyle = chance.pick(['prefix', 'prefix', 'line', 'suffix', 'none']);
  const style = pickTextStyle(chance);
  const doubles = chance.likely(0.12);
  const stories: Story[] = [];
  const set: SetStory[] = patterns.map((pattern, index) => {
    const story = makeStory(chance, data, setting, pattern, signatureOf(chance, pattern, house));
    stories.push(story);
    const { prefix, line } = story.signature;
    return {
      head: setHead(chance, story, index, style.width, doubles && index === 0),
      columns: setBody(chance, story, index, {
        ...style,
        cutsOff: style.cutsOff && index === patterns.length - 1,
      }),
      captions: story.captions,
      opens: prefix !== '' || line !== '',
      table: false,
    };
  });
  const headlines = stories.map(({ headline, kicker, sub }) => ({
    headline: headline.join(''),
    kicker,
    sub,
  }));
  if (chance.likely(0.4)) {
    const index = set.length;
    const table = setTable(chance, data, setting, chance.pick(data.tables), index);
    headlines.push({ headline: table.headline.join(''), kicker: null, sub: null });
    const head = chance.likely(0.3)
      ? wrap([fragment(table.headline.join(''), 'headline', index)], 12)
      : [[fragment(table.headline.join(''), 'headline', index)]];
    set.splice(chance.whole(0, set.length), 0, {
      head,
      columns: [table.lines],
      captions: [],
      opens: false,
      table: true,
    });
  }
  const frames = setFrames(chance, data, setting);
  const chunks = [frames.top, ...arrange(chance, set, arrangement), frames.bottom];
  const { text, placed } = print(chance, chunks, pickDamage(chance));
  return { id: `invented-${seed}`, text, truth: truthOf(text, placed, headlines, setting) };
}

function pickSetting(chance: Chance, { places }: InventedData): Setting {
  const today: Day = pickDay(chance);
  const stated = chance.pick(['day', 'day', 'month', 'year', null, null, null] as const);
  const clues: DateClues = { stated, tellsYear: chance.likely(0.6) };
  return { town: chance.pick(places.towns), county: chance.pick(places.counties), today, clues };
}

function pickPatterns(chance: Chance, stories: readonly StoryPattern[]): StoryPattern[] {
  return chance.shuffled(stories).slice(0, chance.whole(2, 6));
}

function signatureOf(chance: Chance, { form }: StoryPattern, house: SignatureStyle): SignatureStyle {
  if (form === 'feature' || form === 'report') return chance.likely(0.85) ? 'line' : house;
  return chance.likely(0.85) ? house : chance.pick(['prefix', 'line', 'suffix', 'none']);
}
