import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Every folder, and every file beside folders, may import from itself and from what stands before it. */
const ORDER = [
  'retrieval/errors.ts',
  'retrieval/logger.ts',
  'retrieval/config.ts',
  'retrieval/remote',
  'retrieval/text',
  'retrieval/documents',
  'retrieval/articles',
  'retrieval/facts',
  'retrieval/passages',
  'retrieval/embeddings',
  'retrieval/indexes',
  'retrieval/hits',
  'bot/errors.ts',
  'bot/logger.ts',
  'bot/config.ts',
  // A type alone: how a question can end. Wording is keyed by it.
  'bot/answers/answer.ts',
  'bot/wording',
  'bot/questions',
  'bot/answers',
  'bot/desk',
  'bot/assistant.ts',
  'bot/conversations',
  'bot/metrics',
  'bot/channels',
  'bot/serving-index.ts',
  'bot/first-questions.ts',
  'bot/turns.ts',
  'bot/open.ts',
  'bot/reload',
  'bot/test-service.ts',
  'bot/main.ts',
  'evals',
  'scripts',
];

/** One vendor, one place: the product imports these packages nowhere else. */
const VENDORS: ReadonlyArray<{ readonly packages: RegExp; readonly folders: readonly string[] }> = [
  { packages: /^nodejieba$/, folders: ['retrieval/text'] },
  { packages: /^hnswlib-node$/, folders: ['retrieval/indexes'] },
  { packages: /^(?:grammy|@grammyjs\/.*)$/, folders: ['bot/channels/telegram'] },
  { packages: /^better-sqlite3$/, folders: ['bot/conversations'] },
  { packages: /^(?:cheerio|mammoth|unpdf)$/, folders: ['retrieval/documents/readers'] },
  { packages: /^(?:hono|@hono\/.*)$/, folders: ['bot/channels/web'] },
  {
    packages: /^(?:langchain|@langchain\/.*)$/,
    folders: ['retrieval/embeddings', 'retrieval/indexes', 'retrieval/hits', 'bot/answers'],
  },
];

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /^(?:utils?|helpers?|common|core|misc)$/;

interface Source {
  readonly path: string;
  /** Paths of files from the root, and names of packages without what follows them. */
  readonly imports: readonly string[];
}

type Rule = (sources: readonly Source[]) => string[];

const order: Rule = (sources) =>
  sources.filter(isNoTest).flatMap(({ path, imports }) => {
    const rank = rankOf(path);
    if (rank === -1) return [`${path} has no place in the order`];
    return imports.filter((other) => rankOf(other) > rank).map((other) => `${path} imports ${other}`);
  });

const vendors: Rule = (sources) =>
  sources
    .filter((source) => isNoTest(source) && isProduct(source))
    .flatMap(({ path, imports }) =>
      imports
        .filter((name) =>
          VENDORS.some(({ packages, folders }) => packages.test(name) && !isWithin(path, folders)),
        )
        .map((name) => `${path} imports ${name}`),
    );

const cycles: Rule = (sources) => {
  const graph = new Map(sources.map(({ path, imports }) => [path, imports]));
  const finished = new Set<string>();
  const faults: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) faults.push([...trail.slice(trail.indexOf(path)), path].join(' > '));
    if (trail.includes(path) || finished.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return faults;
};

const tests: Rule = (sources) =>
  sources.flatMap(({ path, imports }) =>
    imports.filter((other) => /\.test\.ts$/.test(other)).map((other) => `${path} imports ${other}`),
  );

const names: Rule = (sources) =>
  sources
    .map(({ path }) => path)
    .filter((path) => path.split('/').some((part) => EMPTY_NAMES.test(part.replace(/\..*$/, ''))));

function isNoTest({ path }: Source): boolean {
  return !path.endsWith('.test.ts');
}

function isProduct({ path }: Source): boolean {
  return isWithin(path, ['retrieval', 'bot']);
}

function isWithin(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** The place that names the path most closely. Packages have no rank, and neither has a file that nobody gave a place. */
function rankOf(path: string): number {
  const places = ORDER.filter((place) => isWithin(path, [place])).sort(
    (one, other) => other.length - one.length,
  );
  return places[0] === undefined ? -1 : ORDER.indexOf(places[0]);
}

function readSource(path: string, text: string): Source {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return { path, imports: importedFiles.map(({ fileName }) => nameOf(fileName, path)) };
}

function nameOf(imported: string, path: string): string {
  if (imported.startsWith('.')) return posix.join(posix.dirname(path), imported);
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
}

function readTree(): Source[] {
  return ['retrieval', 'bot', 'evals', 'scripts'].flatMap((folder) => {
    const found = readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' });
    const paths = found
      .map((path) => `${folder}/${path.replaceAll(sep, '/')}`)
      .filter((path) => /\.(?:ts|mjs)$/.test(path));
    return paths.map((path) => readSource(path, readFileSync(join(import.meta.dirname, path), 'utf8')));
  });
}

describe('the project', () => {
  const tree = readTree();

  it('is read with its imports', () => {
    expect(tree.find(({ path }) => path === 'bot/config.ts')?.imports).toEqual([
      'node:path',
      'zod',
      'retrieval/embeddings/embedding-settings.ts',
      'retrieval/hits/reranker.ts',
      'bot/errors.ts',
    ]);
  });

  it.each([
    ['imports in one direction', order],
    ['keeps every vendor in its place', vendors],
    ['has no import cycles', cycles],
    ['imports no tests', tests],
    ['has no place without a subject', names],
  ])('%s', (_, rule) => {
    expect(rule(tree)).toEqual([]);
  });
});

describe('the rules say no', () => {
  it.each([
    [
      'to retrieval that knows of bots',
      order,
      'retrieval/hits/rank.ts',
      "import { a } from '../../bot/errors.ts'",
      1,
    ],
    [
      'to a folder that imports from a later one',
      order,
      'retrieval/text/words.ts',
      "import type { A } from '../hits/hit.ts'",
      1,
    ],
    [
      'to an import while running',
      order,
      'bot/answers/answer.ts',
      "await import('../channels/web/app.ts')",
      1,
    ],
    [
      'to an export from a later folder',
      order,
      'bot/questions/terms.ts',
      "export { a } from '../desk/targets.ts'",
      1,
    ],
    ['to a product that imports evals', order, 'bot/main.ts', "import '../evals/judge.ts'", 1],
    ['to a product that imports scripts', order, 'bot/main.ts', "import '../scripts/ask.ts'", 1],
    ['to evals that import scripts', order, 'evals/run.ts', "import '../scripts/ask.ts'", 1],
    ['to a file beside the folders', order, 'bot/telegram.ts', '', 1],
    ['to a folder that nobody gave a place', order, 'bot/tools/tool.ts', '', 1],
    [
      'but not to scripts that import anything',
      order,
      'scripts/ask.ts',
      "import '../evals/judge.ts'; import '../bot/main.ts'",
      0,
    ],
    [
      'but not to what stands before',
      order,
      'bot/channels/web/app.ts',
      "import '../../answers/answer.ts'; import '../../../retrieval/errors.ts'",
      0,
    ],
    [
      'but not to a file that was given a place of its own',
      order,
      'bot/wording/answers.ts',
      "import type { A } from '../answers/answer.ts'",
      0,
    ],
    ['but not to a test', order, 'retrieval/text/words.test.ts', "import '../hits/hit.ts'", 0],
    ['to another folder with jieba', vendors, 'retrieval/hits/rank.ts', "import jieba from 'nodejieba'", 1],
    [
      'to another folder with grammY',
      vendors,
      'bot/channels/web/app.ts',
      "import { run } from '@grammyjs/runner'",
      1,
    ],
    [
      'to another folder with SQLite',
      vendors,
      'bot/channels/web/feedback.ts',
      "import Database from 'better-sqlite3'",
      1,
    ],
    [
      'to another folder with a part of LangChain',
      vendors,
      'bot/main.ts',
      "import { D } from '@langchain/core/documents'",
      1,
    ],
    [
      'but not to the right folder',
      vendors,
      'bot/answers/model.ts',
      "import { initChatModel } from 'langchain'",
      0,
    ],
    [
      'but not to a script with a vendor',
      vendors,
      'scripts/bench.ts',
      "import hnswlib from 'hnswlib-node'",
      0,
    ],
    ['to a file that imports itself', cycles, 'bot/errors.ts', "import './errors.ts'", 1],
    ['to an imported test', tests, 'bot/errors.ts', "import './config.test.ts'", 1],
    ['to a folder of helpers', names, 'bot/helpers/text.ts', '', 1],
    ['to a file of utilities', names, 'bot/answers/utils.ts', '', 1],
    ['but not to longer names', names, 'bot/answers/common-ground.ts', '', 0],
  ])('%s', (_, rule, path, text, faults) => {
    expect(rule([readSource(path, text)])).toHaveLength(faults);
  });

  it('to a cycle through several files, once', () => {
    const sources = [
      readSource('bot/answers/a.ts', "import './b.ts'; import './c.ts'"),
      readSource('bot/answers/b.ts', "import type { C } from './c.ts'"),
      readSource('bot/answers/c.ts', "import './a.ts'"),
    ];
    expect(cycles(sources)).toEqual([
      'bot/answers/a.ts > bot/answers/b.ts > bot/answers/c.ts > bot/answers/a.ts',
    ]);
    expect(cycles(sources.slice(0, 2))).toEqual([]);
  });
});
