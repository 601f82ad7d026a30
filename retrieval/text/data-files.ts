import { readFileSync } from 'node:fs';

/** Lines of a data file that ships beside this folder, without blank lines and `#` comments. */
export function dataLines(name: string): string[] {
  return readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A two-column data file as pairs; a line without a tab is an error that names file and line. */
export function dataPairs(name: string): [string, string][] {
  return dataLines(name).map((line, index) => {
    const tab = line.indexOf('\t');
    if (tab <= 0) throw new Error(`${name}, entry ${index + 1}: no tab between the two columns: ${line}`);
    return [line.slice(0, tab).trim(), line.slice(tab + 1).trim()];
  });
}
