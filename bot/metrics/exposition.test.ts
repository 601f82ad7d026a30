import { describe, expect, test } from 'vitest';
import { Counter } from './counter.ts';
import { exposition } from './exposition.ts';
import { Histogram } from './histogram.ts';
import { readExposition } from './read-exposition.ts';

describe('the text format', () => {
  test('is written family by family, with help, type and a line feed at every end', () => {
    const samples = [
      { labels: { town: '甲' }, value: 3 },
      { labels: {}, value: 0.5 },
    ];
    expect(exposition([{ name: 'a_total', help: 'All of it.', type: 'counter', samples }])).toBe(
      '# HELP a_total All of it.\n# TYPE a_total counter\na_total{town="甲"} 3\na_total 0.5\n',
    );
  });

  test('escapes what would end a line or a label', () => {
    const hostile = 'a\\b"c\nd';
    const text = exposition([
      { name: 'a', help: hostile, type: 'gauge', samples: [{ labels: { text: hostile }, value: 1 }] },
    ]);
    expect(text).toBe('# HELP a a\\\\b"c\\nd\n# TYPE a gauge\na{text="a\\\\b\\"c\\nd"} 1\n');
    expect(readExposition(text).get('a')!.samples[0]!.labels).toEqual({ text: hostile });
  });

  test('leaves out families that have nothing to say', () => {
    expect(exposition([{ name: 'a', help: 'A.', type: 'gauge', samples: [] }])).toBe('');
  });

  test.each([
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
    [Number.NaN, 'NaN'],
    [1e21, '1e+21'],
  ])('writes %d as %s', (value, written) => {
    const text = exposition([{ name: 'a', help: 'A.', type: 'gauge', samples: [{ labels: {}, value }] }]);
    expect(text).toMatch(new RegExp(`^a ${written.replace('+', '\\+')}$`, 'm'));
  });
});

describe('a counter', () => {
  test('counts each combination of labels alone, whatever order they come in', () => {
    const counter = new Counter({ name: 'a_total', help: 'A.', labels: ['one', 'other'] });
    counter.add({ one: 'x', other: 'y' });
    counter.add({ other: 'y', one: 'x' });
    counter.add({ one: 'y', other: 'x' });
    expect(counter.family().samples).toEqual([
      { labels: { one: 'x', other: 'y' }, value: 2 },
      { labels: { one: 'y', other: 'x' }, value: 1 },
    ]);
  });
});

describe('a histogram', () => {
  test('has buckets that hold all below them, up to infinity, a sum and a count', () => {
    const histogram = new Histogram({ name: 'a_seconds', help: 'A.', labels: ['stage'], bounds: [0.1, 1] });
    for (const seconds of [0.05, 0.1, 0.5, 7]) histogram.observe({ stage: 's' }, seconds);
    const { samples } = histogram.family();
    expect(samples.map(({ suffix, labels, value }) => [suffix, labels.le, value])).toEqual([
      ['_bucket', '0.1', 2],
      ['_bucket', '1', 3],
      ['_bucket', '+Inf', 4],
      ['_sum', undefined, 7.65],
      ['_count', undefined, 4],
    ]);
  });
});

describe('the reader that other tests trust', () => {
  test.each([
    ['no line feed at the end', '# HELP a A.\n# TYPE a gauge\na 1'],
    ['a sample before its type', 'a 1\n'],
    ['a name that is none', '# HELP 1a A.\n# TYPE 1a gauge\n1a 1\n'],
    ['a value that is none', '# HELP a A.\n# TYPE a gauge\na one\n'],
    ['a label left open', '# HELP a A.\n# TYPE a gauge\na{b="c} 1\n'],
    ['a reserved label', '# HELP a A.\n# TYPE a gauge\na{__b="c"} 1\n'],
    ['a series twice', '# HELP a A.\n# TYPE a gauge\na 1\na 2\n'],
    ['a family twice', '# HELP a A.\n# TYPE a gauge\na 1\n# HELP a A.\n# TYPE a gauge\na{b="c"} 1\n'],
    ['a counter below nothing', '# HELP a_total A.\n# TYPE a_total counter\na_total -1\n'],
    [
      'buckets that fall',
      '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    ],
    [
      'a histogram without its last bucket',
      '# HELP a A.\n# TYPE a histogram\na_bucket{le="1"} 2\na_sum 1\na_count 2\n',
    ],
    [
      'a count that is not that of its last bucket',
      '# HELP a A.\n# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\na_count 2\n',
    ],
  ])('says no to %s', (_, text) => {
    expect(() => readExposition(text)).toThrow();
  });
});
