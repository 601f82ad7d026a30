/** Columns that a text takes on a terminal: Chinese characters take two. */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + widthOf(character), 0);
}

function widthOf(character: string): number {
  return /\p{Script=Han}|[\u2014\u2018-\u201d\u3000-\u303f\uff00-\uff60]/u.test(character) ? 2 : 1;
}

/** A table with aligned columns; a cell wider than its column's limit is cut, the last column never. */
export function columnsOf(rows: readonly (readonly string[])[], limits: readonly number[]): string {
  const widths = limits.map((limit, column) =>
    Math.min(limit, Math.max(0, ...rows.map((row) => displayWidth(row[column] ?? '')))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (widths[column] === undefined ? cell : fitted(cell, widths[column])))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text + ' '.repeat(width - displayWidth(text));
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept) + widthOf(character) > width - 1) break;
    kept += character;
  }
  return `${kept}…${' '.repeat(width - 1 - displayWidth(kept))}`;
}
