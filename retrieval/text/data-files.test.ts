import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { fold } from './characters.ts';
import { dataLines, dataPairs } from './data-files.ts';

/** A file as the readers name it: from the data folder. */
function fileWith(content: string): string {
  const folder = fileURLToPath(new URL('./data/', import.meta.url));
  return `${relative(folder, temporaryFolder({ 'words.tsv': content }))}/words.tsv`;
}

test('blank lines, comments and Windows line ends are no entries', () => {
  expect(dataLines(fileWith('# 说明\r\n\r\n吃饭\t就餐  \r\n'))).toEqual(['吃饭\t就餐']);
});

test('a line without a tab is an error that names the file, the entry and the line', () => {
  expect(() => dataPairs(fileWith('吃饭\t就餐\n看病 就医\n'))).toThrow(
    /words\.tsv, entry 2: no tab .*看病 就医/,
  );
});

test('a line that begins with its tab is an error too', () => {
  expect(() => dataPairs(fileWith('\t就餐\n'))).toThrow('entry 1');
});

describe('the files that ship keep the rules that stand in their heads', () => {
  test.each([
    ['thesaurus.tsv', 6],
    ['english.tsv', 3],
  ])('%s: every word once, with one to %i terms', (name, most) => {
    const pairs = dataPairs(name);
    expect(pairs.map(([word]) => word).filter((word, at, all) => all.indexOf(word) !== at)).toEqual([]);
    expect(pairs.filter(([, terms]) => terms === '' || terms.split(/\s+/).length > most)).toEqual([]);
  });

  test('thesaurus.tsv: no word is its own official term, and none names one twice', () => {
    const wrong = dataPairs('thesaurus.tsv').filter(([word, terms]) => {
      const official = terms.split(/\s+/).map(fold);
      return official.includes(fold(word)) || new Set(official).size < official.length;
    });
    expect(wrong).toEqual([]);
  });

  // A single character stands in nearly every sentence: as a term it would prove anything.
  test('thesaurus.tsv: every official term has two characters at least', () => {
    const short = dataPairs('thesaurus.tsv').filter(([, terms]) =>
      terms.split(/\s+/).some((term) => term.length < 2),
    );
    expect(short).toEqual([]);
  });

  test('thesaurus.tsv: everyday words are short, and different once they are folded', () => {
    const words = dataPairs('thesaurus.tsv').map(([word]) => fold(word));
    expect(words.filter((word) => word.length > 6 || /\s/.test(word))).toEqual([]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  test('english.tsv is in lower case', () => {
    expect(dataPairs('english.tsv').filter(([phrase]) => phrase !== phrase.toLowerCase())).toEqual([]);
  });

  test('question-words.tsv: every turn once, and none behind a shorter one that would be taken first', () => {
    const turns = dataPairs('question-words.tsv').map(([turn]) => turn);
    const hidden = turns.filter((turn, at) => turns.slice(0, at).some((earlier) => turn.startsWith(earlier)));
    expect(hidden).toEqual([]);
  });

  test('question-words.tsv: turns are in Simplified characters, since questions are before they are looked at', () => {
    const turns = dataPairs('question-words.tsv').map(([turn]) => turn);
    expect(turns.filter((turn) => fold(turn) !== turn)).toEqual([]);
  });

  test('stop-words.txt stops no question word and no word that policy is made of', () => {
    const words = dataLines('stop-words.txt');
    const kept = [
      '不得',
      '应当',
      '必须',
      '规定',
      '禁止',
      '可以',
      '多少',
      '哪里',
      '什么',
      '谁',
      '为什么',
      '怎么',
      '几',
    ];
    expect(words.filter((word) => kept.includes(word))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });
});
