import { dayForms } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { InventedData } from './data.ts';
import { createFill, type Setting } from './fill.ts';
import { fragment, type PrintedLine } from './printed.ts';

/** Lines that frame a page: its name, date, editors, addresses, a guide to other pages. */
export interface Frames {
  readonly top: readonly PrintedLine[];
  readonly bottom: readonly PrintedLine[];
}

export function setFrames(chance: Chance, data: InventedData, setting: Setting): Frames {
  const { styles } = data;
  const forms: Record<string, string> = {
    ...dayForms(setting.today),
    page: String(chance.whole(1, 8)),
    issue: String(chance.whole(11, 460)),
    small: String(chance.whole(1, 12)),
    short2: chance.pick(['xinwen', 'today', 'zhen']),
    r: chance.pick(data.people.surnames) + chance.pick(data.people.given),
    r2: chance.pick(data.people.surnames) + chance.pick(data.people.given),
    t: chance.pick(data.people.surnames) + chance.pick(data.people.given),
  };
  const paper = createFill(chance, data, setting)(chance.pick(styles.papers));
  const fill = createFill(chance, data, setting, { ...forms, paper });
  const date = setting.clues.stated === null ? [] : [fill(chance.pick(styles.dates[setting.clues.stated]))];
  const some = (items: readonly string[], most: number): string[] =>
    chance.shuffled(items).slice(0, chance.whole(0, most)).map(fill);
  const atTop = chance.likely(0.7);
  const name = chance.likely(0.5) ? [paper] : [];
  const top = [...some(styles.frames, 2), ...name, ...(atTop ? date : [])];
  const bottom = [...(atTop ? [] : date), ...some(styles.editors, 1), ...some(styles.frames, 2)];
  return {
    top: [...chance.shuffled(top).map(line), ...(chance.likely(0.15) ? guide(chance, data, setting) : [])],
    bottom: bottom.map(line),
  };
}

function line(text: string): PrintedLine {
  return [fragment(text, 'frame')];
}

/** 导读: headlines of other pages with the number of the page. */
function guide(chance: Chance, data: InventedData, setting: Setting): PrintedLine[] {
  const fill = createFill(chance, data, setting);
  const told = chance
    .shuffled(data.stories)
    .slice(0, 3)
    .map(({ headline }) => fill(headline.replace('|', '')));
  const form = chance.pick([
    (text: string, page: number) => `■ ${text} ${page}版`,
    (text: string, page: number) => `${text}……${page}`,
    (text: string, page: number) => `${text} >>>${page}版`,
    (text: string, page: number) => `${text}（详见第${page}版）`,
  ]);
  return [
    line(chance.pick(['导读', '今日导读', '【导读】'])),
    ...told.map((text, at) => line(form(text, at + 2))),
  ];
}
