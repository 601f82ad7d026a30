import { readFileSync } from 'node:fs';
import { EvaluationError } from '../evaluation-error.ts';
import type { EverydayWord } from './everyday-word.ts';

/** The list that the figures rest on; it is read on this call, not on import. */
export function readEverydayWords(): EverydayWord[] {
  return parseEverydayWords(readFileSync(new URL('./words.tsv', import.meta.url), 'utf8'));
}

/**
 * Lines of `everyday<TAB>official|official<TAB>field`; empty lines and `#` lines are passed by. Throws with the
 * number of a line that has not this shape, repeats a word, or has a word that matches its official term as it is.
 */
export function parseEverydayWords(text: string): EverydayWord[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const fault = (reason: string): EvaluationError =>
      new EvaluationError(`everyday words, line ${index + 1}: ${reason}`);
    const cells = line.split('\t').map((cell) => cell.trim());
    const [everyday = '', terms = '', field = ''] = cells;
    const official = terms.split('|').map((term) => term.trim());
    if (cells.length !== 3 || [everyday, field, ...official].includes(''))
      throw fault('not three full columns');
    if (seen.has(everyday)) throw fault('the word is there twice');
    if (official.some((term) => term.includes(everyday) || everyday.includes(term))) {
      throw fault('word and official term hold one another');
    }
    seen.add(everyday);
    return [{ everyday, official, field }];
  });
}
