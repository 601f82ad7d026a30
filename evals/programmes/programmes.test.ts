import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { askedName, type Programme, partOf, questionAbout } from './programme.ts';
import { programmeFaults } from './programme-faults.ts';
import { readProgrammes } from './read-programmes.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const texts = new Map(
  readdirSync(SEEDS)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(join(SEEDS, name), 'utf8')]),
);
const listed = readProgrammes(join(import.meta.dirname, 'programmes.yaml'));

describe('the list of programmes', () => {
  test('is sound: names of their own, verbatim quotes, founded expectations', () => {
    expect(
      programmeFaults(
        listed.map(({ programme }) => programme),
        texts,
      ),
    ).toEqual([]);
  });

  test('holds 200 or more, out of every document, and half of them stand aside', () => {
    expect(listed.length).toBeGreaterThanOrEqual(200);
    expect(new Set(listed.map(({ programme }) => programme.document))).toEqual(new Set(texts.keys()));
    const aside = listed.filter(({ part }) => part === 'aside').length / listed.length;
    expect(aside).toBeGreaterThan(0.4);
    expect(aside).toBeLessThan(0.6);
  });
});

const sound: Programme = {
  name: '“三心”工程',
  document: 'page.txt',
  quote: '三心工程即省心、安心、放心',
  must: [['省心', '不操心']],
  kind: 'project',
  explained: true,
  derived: ['不操心'],
  also: [{ document: 'page.txt', quote: '三心工程今年开建' }],
};
const page = new Map([['page.txt', '三心工程即省心、\n安心、放心。三心工程今年开建。']]);

describe('the validator', () => {
  test('lets a sound entry pass, also over a line break', () => {
    expect(programmeFaults([sound], page)).toEqual([]);
  });

  test.each<[string, Partial<Programme>, string]>([
    ['an unknown document', { document: 'other.txt' }, 'quote names no document'],
    ['a changed quote', { quote: '三心工程即省心和安心' }, 'quote is not verbatim'],
    [
      'a changed second quote',
      { also: [{ document: 'page.txt', quote: '三心工程去年开建' }] },
      'also 0 is not verbatim',
    ],
    [
      'an alternative out of the air',
      { must: [['省心'], ['省心', '开心']] },
      'must 1 is neither in the quote nor derived',
    ],
  ])('says no to %s', (_, change, fault) => {
    expect(programmeFaults([{ ...sound, ...change }], page)).toContain(`entry 0: ${fault}`);
  });

  test('says no to a name that comes twice', () => {
    expect(programmeFaults([sound, sound], page)).toEqual(['entry 1: name comes twice']);
  });
});

test.each([
  ['“三心”', '三心'],
  ['《丁村杂志》', '丁村杂志'],
  ['“三心”工程', '“三心”工程'],
  ['“三心”与“四力”', '“三心”与“四力”'],
  ['三心', '三心'],
])('%s is asked for as %s', (name, asked) => {
  expect(askedName(name)).toBe(asked);
});

test('an entry is asked and judged as a golden question: both places are evidence, 400 characters pass', () => {
  expect(questionAbout(sound)).toMatchObject({
    question: '“三心”工程是什么',
    answerable: true,
    must: sound.must,
    evidence: [
      { seed: 'page.txt', quote: sound.quote },
      { seed: 'page.txt', quote: '三心工程今年开建' },
    ],
    max_chars: 400 / 1.25,
  });
});

test('the half depends on the name alone', () => {
  // Their digests end in a and in 7.
  expect([partOf('丁'), partOf('丙')]).toEqual(['tuned', 'aside']);
});

test('a faulty entry is told by its place, not by its words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'programmes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'programmes.yaml');
  writeFileSync(
    path,
    '- { name: 甲, document: page.txt, quote: 甲是乙, must: [], kind: slogan, explained: true }',
  );
  expect(() => readProgrammes(path)).toThrow('0.must (too_small)');
  expect(() => readProgrammes(path)).not.toThrow('甲');
  expect(readProgrammes(join(folder, 'none.yaml'))).toEqual([]);
});
