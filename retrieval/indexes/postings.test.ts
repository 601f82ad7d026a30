import { array, assert, constantFrom, property, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Postings } from './postings.ts';

const term = constantFrom('食堂', '老人', '道路', '绿化');

/** What a plain map would hold: for every term its slots and frequencies. */
function expectedOf(entries: readonly (readonly string[])[]): Map<string, [number[], number[]]> {
  const expected = new Map<string, [number[], number[]]>();
  for (const [slot, terms] of entries.entries()) {
    for (const each of terms) {
      const [slots, frequencies] = expected.get(each) ?? [[], []];
      slots.push(slot);
      frequencies.push(slot + 1);
      expected.set(each, [slots, frequencies]);
    }
  }
  return expected;
}

function postingsOf(entries: readonly (readonly string[])[], mergeAfter?: number): Postings {
  const postings = new Postings();
  for (const [slot, terms] of entries.entries()) {
    for (const each of terms) postings.add(each, slot, slot + 1);
    if (slot === mergeAfter) postings.merge();
  }
  return postings;
}

const listsOf = (postings: Postings): Map<string, [readonly number[], readonly number[]]> =>
  new Map([...postings.lists()].map(([name, slots, frequencies]) => [name, [slots, frequencies]]));

const entries = array(uniqueArray(term), { maxLength: 12 });

describe('posting lists', () => {
  test('hold what was added, whenever it was merged', () => {
    assert(
      property(entries, (some) => {
        for (const mergeAfter of [undefined, 0, 3]) {
          const postings = postingsOf(some, mergeAfter);
          expect(listsOf(postings)).toEqual(expectedOf(some));
          for (const [name, [slots]] of expectedOf(some)) expect(postings.holders(name)).toBe(slots.length);
        }
      }),
    );
  });

  test('lose the entries that are moved away, and the others get their new places', () => {
    assert(
      property(entries, (some) => {
        let kept = 0;
        const places = some.map((_, slot) => (slot % 2 === 0 ? kept++ : -1));
        const moved = listsOf(postingsOf(some).moved(places));
        const expected = [...expectedOf(some)].flatMap(([name, [slots, frequencies]]) => {
          const stay = slots.flatMap((slot, position) =>
            places[slot]! < 0 ? [] : [[places[slot]!, frequencies[position]!] as const],
          );
          return stay.length === 0
            ? []
            : [[name, [stay.map(([slot]) => slot), stay.map(([, frequency]) => frequency)]] as const];
        });
        expect(moved).toEqual(new Map(expected));
      }),
    );
  });

  test('stay whole when they are merged again and again while more come in', () => {
    const names = ['食堂', '老人', '道路', '绿化', '医保', '垃圾', '分类'];
    const many = Array.from({ length: 150_000 }, (_, slot) =>
      names.filter((_name, place) => slot % (place + 1) === 0),
    );
    const postings = new Postings();
    for (const [slot, terms] of many.entries()) for (const each of terms) postings.add(each, slot, 1);
    for (const [name, slots, frequencies] of postings.lists()) {
      const step = names.indexOf(name) + 1;
      expect(slots).toEqual(Array.from({ length: Math.ceil(150_000 / step) }, (_, i) => i * step));
      expect(frequencies.every((frequency) => frequency === 1)).toBe(true);
    }
  });

  test('know no term that nobody holds', () => {
    const postings = postingsOf([['食堂']]);
    postings.merge();
    expect([postings.holders('道路'), postings.range('道路'), postings.range('食堂')]).toEqual([
      0,
      undefined,
      { term: 0, from: 0, to: 1 },
    ]);
  });

  test('count frequencies up to 65,535', () => {
    const postings = new Postings();
    postings.add('食堂', 0, 70_000);
    expect([...postings.lists()]).toEqual([['食堂', [0], [65_535]]]);
  });
});
