import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../retrieval/documents/manifest.ts';
import { readSeeds } from '../retrieval/documents/seeds.ts';
import { readVocabulary } from '../retrieval/documents/vocabulary.ts';
import { readQuestions } from '../retrieval/passages/questions.ts';
import { reviewedFile } from '../retrieval/passages/reviewed-file.ts';
import { fold } from '../retrieval/text/characters.ts';
import { excerpt } from '../retrieval/text/clean.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Citations point into these bytes. A page is never corrected: what is wrong in it is told beside it. */
const BYTES: Record<string, string> = {
  '000_5518d916a417ed41.txt': 'd764e68fc4db53c781e4ec560501aa77c5b4da073ed5b513187a03da1490775c',
  '001_754fc182e5b3c76d.txt': 'fb697d5362ebda5c55b5182597f2dc10a40812467b51c62e70bce5c16c90e74d',
  '002_29e85567bfc63a1c.txt': '1a2e9de98c2afc385687c7224c45149da0aa40e1925f1e03a95b9bcd5cfef124',
  '003_70144aa5f95d23c3.txt': '9f6a78852f4886359133ca7b6909132325459dab64ca080a3ab46c2f9c2b9974',
  '004_dd495493a63c3dd6.txt': '51a9ac2d9f21219f2c79b5321b4263d370d77385e9211baa973fcd1484d82b6a',
};

const seeds = await readSeeds(FOLDER);
const manifest = readManifest(FOLDER);
const vocabulary = readVocabulary(FOLDER);
const texts = new Map(seeds.documents.map((document) => [document.name, document.text]));

/** Text without white space and quotation marks: pages break names over lines and quote parts of them. */
const bare = (text: string): string => fold(text).replace(/[\s"'“”‘’「」『』]/g, '');

/** The words of a page as printed and as they are read where glyphs were printed twice. */
const printed = (text: string): string => `${bare(text)}\n${bare(excerpt(text, 0, text.length).text)}`;

test('the folder holds these five pages and nothing that can’t be read', () => {
  expect(seeds.documents.map(({ name }) => name)).toEqual(Object.keys(BYTES));
  expect(seeds.problems).toEqual([]);
});

test.each(Object.entries(BYTES))('%s is byte for byte as it was taken in', (name, digest) => {
  expect(
    createHash('sha256')
      .update(readFileSync(join(FOLDER, name)))
      .digest('hex'),
  ).toBe(digest);
});

describe('the manifest', () => {
  test('has one entry for every page', () => {
    expect([...manifest.keys()]).toEqual(Object.keys(BYTES));
  });

  test.each(
    seeds.documents.map((document) => [document.name, document] as const),
  )('states title, town, period and date of %s', (_name, { description, text }) => {
    expect(description.inferred).toEqual([]);
    expect(bare(text)).toContain(bare(description.town!));
    expect(description.period).toContain(description.date!.value.slice(0, 4));
  });

  test.each(
    seeds.documents.map((document) => [document.name, document] as const),
  )('dates %s by words that stand on it', (_name, { description, text }) => {
    const parts = description.date!.basis.replace(/（[^）]*）/g, '').split(/……|；/);
    expect(parts.some((part) => printed(text).includes(bare(part)))).toBe(true);
  });
});

describe('the vocabulary', () => {
  const pages = [...texts.values()].map(printed).join('\n');

  test('names nothing twice', () => {
    const names = vocabulary.names.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('names nothing that no page prints, neighbours apart', () => {
    const local = vocabulary.names.filter(({ kind }) => kind !== 'neighbouring');
    expect(local.length).toBeGreaterThan(100);
    expect(local.map(({ name }) => name).filter((name) => !pages.includes(bare(name)))).toEqual([]);
  });

  test('places names only in towns that the manifest or the vocabulary knows', () => {
    const towns = new Set([
      ...seeds.documents.map(({ description }) => description.town),
      ...vocabulary.names.filter(({ kind }) => kind === 'town').map(({ name }) => name),
    ]);
    expect(
      vocabulary.names.filter(({ town }) => town !== undefined && !towns.has(town)).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe('everyday questions', () => {
  test('stand in files that bear the name of a page', () => {
    const files = existsSync(join(FOLDER, 'questions')) ? readdirSync(join(FOLDER, 'questions')) : [];
    const pages = [...texts.keys()].map((name) => `${basename(name, '.txt')}.yaml`);
    expect(files.sort()).toEqual(pages);
  });

  describe.each([...texts])('of %s', (name, text) => {
    const { found, lost } = readQuestions(reviewedFile(FOLDER, 'questions', name)!, text);

    test('all rest on words that stand on it', () => {
      expect(lost).toEqual([]);
      expect(found.length).toBeGreaterThan(20);
    });

    test('rest on stretches that one citation can hold', () => {
      expect(
        found.filter(({ start, end }) => end - start > 400).map(({ start, end }) => text.slice(start, end)),
      ).toEqual([]);
    });

    test('are asked once in each place', () => {
      expect(
        found.flatMap(({ questions }) =>
          questions.filter((question, at) => questions.indexOf(question) !== at),
        ),
      ).toEqual([]);
    });
  });
});
