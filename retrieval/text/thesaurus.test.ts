import { describe, expect, test } from 'vitest';
import { createThesaurus } from './thesaurus.ts';

describe('everyday words of a question', () => {
  const thesaurus = createThesaurus([
    { everyday: '米糕铺', official: ['早餐网点', '便民早餐'] },
    { everyday: '米糕铺子', official: ['早餐经营户'] },
  ]);

  test('are found with the official terms, most likely first', () => {
    expect(thesaurus.expand('米糕铺在哪')).toEqual([{ word: '米糕铺', terms: ['早餐网点', '便民早餐'] }]);
  });

  test('are the longest at every place, without overlaps', () => {
    expect(thesaurus.expand('米糕铺子开了').map(({ word }) => word)).toEqual(['米糕铺子']);
  });

  test('are compared folded', () => {
    expect(thesaurus.expand('米糕鋪').map(({ word }) => word)).toEqual(['米糕铺']);
  });

  test.each(['', '？！', '龘'])('are none in %j', (text) => {
    expect(thesaurus.expand(text)).toEqual([]);
  });
});

test('the thesaurus that ships is there without local entries, and local ones come on top', () => {
  const shipped = createThesaurus();
  expect(shipped.size).toBeGreaterThan(500);
  expect(shipped.expand('老人吃饭').flatMap(({ terms }) => terms)).toContain('就餐');
  expect(createThesaurus([{ everyday: '米糕铺', official: ['早餐网点'] }]).size).toBe(shipped.size + 1);
});

test('a local entry for a known word adds its terms after the known ones', () => {
  const [known] = createThesaurus().expand('吃饭');
  const [extended] = createThesaurus([{ everyday: '吃饭', official: ['柳溪助餐点'] }]).expand('吃饭');
  expect(extended!.terms).toEqual([...known!.terms, '柳溪助餐点']);
});

test('a word is never its own official term', () => {
  expect(
    createThesaurus([{ everyday: '米糕铺', official: ['米糕铺', '早餐网点'] }]).expand('米糕铺')[0]!.terms,
  ).toEqual(['早餐网点']);
});
