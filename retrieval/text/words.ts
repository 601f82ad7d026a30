import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nodejieba from 'nodejieba';

/** The part of the addon that is used; its own types lack the dictionary paths. */
interface Jieba {
  readonly DEFAULT_DICT: string;
  load(files: { dict?: string; idfDict?: string }): void;
  insertWord(word: string): void;
  cut(text: string, newWords: boolean): string[];
  cutForSearch(text: string, newWords: boolean): string[];
  tag(text: string): { readonly word: string; readonly tag: string }[];
}

const jieba = nodejieba as unknown as Jieba;

/** Below this frequency jieba's entries are names that cost 170 MB and half a second and hardly change a cut. */
const LEAST_FREQUENCY = 10;

let loaded = false;
const names = new Set<string>();

function load(): void {
  if (loaded) return;
  jieba.load(trimmedDictionary());
  loaded = true;
  for (const name of names) jieba.insertWord(name);
}

/** A shorter copy of the package's own dictionary, made once and kept beside the installed packages. */
function trimmedDictionary(): { dict?: string; idfDict?: string } {
  const full = jieba.DEFAULT_DICT;
  const packages = dirname(dirname(createRequire(import.meta.url).resolve('nodejieba/package.json')));
  const directory = join(packages, '.cache', 'wenqiao');
  const dict = join(directory, 'jieba.dict.utf8');
  const idfDict = join(directory, 'idf.utf8');
  try {
    if (!existsSync(dict) || !existsSync(idfDict)) {
      mkdirSync(directory, { recursive: true });
      const entries = readFileSync(full, 'utf8')
        .split('\n')
        .filter((line) => Number(line.split(' ')[1]) >= LEAST_FREQUENCY);
      replaceFile(dict, `${entries.join('\n')}\n`);
      // Keyword extraction is not used here; the addon only insists on a file with an entry.
      replaceFile(idfDict, '的 1.0\n');
    }
    return { dict, idfDict };
  } catch {
    return {};
  }
}

function replaceFile(path: string, content: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Local names that must not be cut apart; known names are skipped. The dictionary is not loaded for it yet. */
export function keepWhole(added: Iterable<string>): void {
  for (const name of added) {
    if (names.has(name)) continue;
    names.add(name);
    if (loaded) jieba.insertWord(name);
  }
}

/** The words of a text in order, white space and punctuation included. */
export function cutWords(text: string): string[] {
  load();
  return jieba.cut(text, true);
}

/** Is this one word of the language, and not the name of a place or a person, nor unknown to the dictionary? */
export function isCommonWord(text: string): boolean {
  load();
  const [first, ...rest] = jieba.tag(text);
  return first !== undefined && rest.length === 0 && !/^(?:x|n[srzt])/.test(first.tag);
}

/** Search mode: the words and the shorter words inside long ones. */
export function cutForSearch(text: string): string[] {
  load();
  return jieba.cutForSearch(text, true);
}
