import { readFileSync } from 'node:fs';

let table: ReadonlyMap<string, string> | undefined;

/**
 * Radicals and compatibility forms as the characters that are meant: ⼈ is 人, ⻓ is 长. Fonts draw both with one
 * glyph, and the PDF remembers the wrong one. The length stays.
 */
export function mendRadicals(text: string): string {
  if (!/[\u2e80-\u2fd5\uf900-\ufaff]/.test(text)) return text;
  table ??= readTable();
  const known = table;
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, (radical) => {
    const plain = known.get(radical) ?? radical.normalize('NFKC');
    return plain.length === 1 ? plain : radical;
  });
}

function readTable(): ReadonlyMap<string, string> {
  const lines = readFileSync(new URL('../data/radicals.tsv', import.meta.url), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t') as [string, string]),
  );
}
