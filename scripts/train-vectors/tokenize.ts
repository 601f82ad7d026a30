/**
 * Cuts the training text into units with the very code that cuts questions and passages, so that
 * the trainer sees numbers only. See README.md beside this file.
 */
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { embeddedWords, rowsOfParts, rowsOfWord } from '../../retrieval/embeddings/units.ts';
import { fold } from '../../retrieval/text/characters.ts';

/** In the number stream: 0 ends a sentence, 1 ends a sentence that asks, 2 ends an article. */
const SENTENCE_END = 0;
const QUESTION_END = 1;
const ARTICLE_END = 2;
/** A unit's number in the stream is its row plus this. */
const FIRST_UNIT = 3;
const LEAST_CHARACTER_COUNT = 30;

const { values } = parseArgs({
  options: {
    news: { type: 'string' },
    out: { type: 'string' },
    units: { type: 'string', default: '42000' },
    pairs: { type: 'string' },
    thesaurus: { type: 'string' },
  },
});
const { news, out, pairs: pairsFile, thesaurus: thesaurusFile } = values;
if (!news || !out || !pairsFile || !thesaurusFile) {
  console.error(
    'usage: tokenize.ts --news FILE.txt.gz --pairs FILE.tsv --thesaurus FILE.tsv --out DIR [--units N]',
  );
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const numbers = new Map<string, number>();
const words: string[] = [];
const wordCounts: number[] = [];
const characterCounts = new Map<string, number>();
let stream = new Int32Array(1 << 24);
let length = 0;

function push(value: number): void {
  if (length === stream.length) {
    const larger = new Int32Array(length * 2);
    larger.set(stream);
    stream = larger;
  }
  stream[length++] = value;
}

function numberOf(word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    number = words.length;
    numbers.set(word, number);
    words.push(word);
    wordCounts.push(0);
  }
  return number;
}

async function readNews(path: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Infinity });
  for await (const article of lines) {
    for (const sentence of fold(article).match(/[^。!?;]+[。!?;]*/gu) ?? []) {
      const cut = embeddedWords(sentence);
      if (cut.length === 0) continue;
      for (const word of cut) {
        const number = numberOf(word);
        wordCounts[number]!++;
        push(number + FIRST_UNIT);
      }
      for (const character of sentence) {
        if (/[\u3400-\u9fff]/.test(character)) {
          characterCounts.set(character, (characterCounts.get(character) ?? 0) + 1);
        }
      }
      push(sentence.includes('?') ? QUESTION_END : SENTENCE_END);
    }
    push(ARTICLE_END);
  }
}

/** Both columns of every pair; `#` starts a comment. */
function readPairs(path: string): [string, string][] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line) => line.split('\t').slice(0, 2) as [string, string]);
}

await readNews(news);
const pairs = readPairs(pairsFile);
const thesaurus = readPairs(thesaurusFile);

// Characters first (they stand for what has no vector), then the pairs' own words, then the frequent ones.
const chosen = new Set<string>();
for (const [character, count] of characterCounts) {
  if (count >= LEAST_CHARACTER_COUNT) chosen.add(character);
}
for (const pair of [...pairs, ...thesaurus]) {
  for (const word of embeddedWords(pair.join(' '))) {
    if (/^[\u3400-\u9fff]{1,5}$/.test(word)) chosen.add(word);
  }
}
const byCount = words.map((word, number) => ({ word, count: wordCounts[number]! }));
byCount.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
for (const { word } of byCount) {
  if (chosen.size >= Number(values.units)) break;
  if (word.length <= 12) chosen.add(word);
}
const units = [...chosen].sort();
const rows = new Map(units.map((unit, row) => [unit, row]));
const replacement = words.map((word) => {
  const row = rows.get(word);
  return (row === undefined ? rowsOfParts(word, rows) : [row]).map((part) => part + FIRST_UNIT);
});

let total = 0;
for (let i = 0; i < length; i++) {
  const value = stream[i]!;
  total += value < FIRST_UNIT ? 1 : replacement[value - FIRST_UNIT]!.length;
}
const written = new Uint16Array(total);
let at = 0;
for (let i = 0; i < length; i++) {
  const value = stream[i]!;
  if (value < FIRST_UNIT) written[at++] = value;
  else for (const unit of replacement[value - FIRST_UNIT]!) written[at++] = unit;
}
writeFileSync(join(out, 'news.ids'), written);
writeFileSync(join(out, 'units.txt'), `${units.join('\n')}\n`);
// What a unit falls back to: the trainer swaps some words for their parts, so that the parts learn too.
const parts = units.map((unit) => (unit.length > 1 ? rowsOfParts(unit, rows) : []));
writeFileSync(join(out, 'parts.json'), JSON.stringify(parts));
const rowsOf = (text: string): number[] => embeddedWords(text).flatMap((word) => rowsOfWord(word, rows));
writeFileSync(join(out, 'pairs.json'), JSON.stringify(pairs.map((pair) => pair.map(rowsOf))));
writeFileSync(
  join(out, 'thesaurus.json'),
  JSON.stringify(thesaurus.map(([word, terms]) => [rowsOf(word), terms.split(' ').map(rowsOf)])),
);
const known = byCount.filter(({ word }) => rows.has(word)).reduce((sum, { count }) => sum + count, 0);
const all = byCount.reduce((sum, { count }) => sum + count, 0);
console.log(
  `${units.length} units; ${total} numbers; ${((100 * known) / all).toFixed(2)} % of the words have a vector of their own`,
);
