import { type DateClues, type Day, deadline, monthPast, recentDay, recently } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { InventedData } from './data.ts';

/** Where and when a page is set; the same for all its stories. */
export interface Setting {
  readonly town: string;
  readonly county: string;
  readonly today: Day;
  readonly clues: DateClues;
}

export type Fill = (pattern: string) => string;

/** Town without 镇, 乡, 街道; county without 区, 县, 市. */
function shortName(name: string): string {
  return name.replace(/(?:镇|乡|街道|区|县|市)$/, '');
}

export function pickPerson(chance: Chance, { people }: InventedData): string {
  return chance.likely(0.06)
    ? chance.pick(people.whole)
    : chance.pick(people.surnames) + chance.pick(people.given);
}

/**
 * Fills the slots of one story: `{n:3-9}` a whole number, `{d:1.2-6.8}` a decimal, `{v1}` a village, `{p1}` a person,
 * `{now}`, `{day}`, `{past}`, `{deadline}`, `{year}` … times. The same slot has the same value all through the story.
 */
export function createFill(
  chance: Chance,
  data: InventedData,
  setting: Setting,
  more: Readonly<Record<string, string>> = {},
): Fill {
  const known = new Map<string, string>(Object.entries({ ...cast(chance, data, setting), ...more }));
  return (pattern) =>
    pattern.replace(/\{([^{}]+)\}/g, (_, slot: string) => {
      const value = known.get(slot) ?? measured(chance, slot);
      known.set(slot, value);
      return value;
    });
}

function measured(chance: Chance, slot: string): string {
  const [name, range = ''] = slot.split(':');
  const [low, high] = range.split('-');
  if (name === 'n') return String(chance.whole(Number(low), Number(high ?? low)));
  if (name === 'd') return (chance.whole(Number(low) * 10, Number(high) * 10) / 10).toFixed(1);
  if (name === 'o') return range;
  throw new RangeError(`no such slot: ${slot}`);
}

function cast(chance: Chance, data: InventedData, setting: Setting): Record<string, string> {
  const { places, people } = data;
  const { today, clues } = setting;
  const [v1, v2, v3, v4] = chance.shuffled(places.villages);
  const [st1, st2] = chance.shuffled(places.streets);
  const [o1, o2] = chance.shuffled(places.offices);
  const [f1, f2] = chance.shuffled(places.firms);
  return {
    town: setting.town,
    short: shortName(setting.town),
    county: setting.county,
    shortCounty: shortName(setting.county),
    v1: v1!,
    v2: v2!,
    v3: v3!,
    v4: v4!,
    c1: chance.pick(places.communities),
    st1: st1!,
    st2: st2!,
    r1: chance.pick(places.rivers),
    s1: chance.pick(places.schools),
    f1: f1!,
    f2: f2!,
    o1: o1!,
    o2: o2!,
    office: o2!,
    g1: chance.pick(places.programmes),
    p1: pickPerson(chance, data),
    p2: pickPerson(chance, data),
    p3: pickPerson(chance, data),
    surname: chance.pick(people.surnames),
    now: recently(chance, today, clues),
    day: recentDay(chance, today, clues),
    past: monthPast(chance, today, clues),
    deadline: deadline(chance, today),
    plan: String(today.year + chance.whole(2, 5)),
    year: String(today.year),
    last: String(today.year - 1),
    next: String(today.year + 1),
  };
}
