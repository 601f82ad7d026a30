/** Lines of a table, the heads first; columns are as wide as their widest cell, those without a cell are left out. */
export function tableOf(table: readonly (readonly string[])[]): string[] {
  const used = table[0]!.map((_, column) => table.slice(1).some((row) => row[column] !== ''));
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => widthOf(row[column]!))));
  return table.map((row) =>
    row
      .map((cell, column) => (used[column] ? cell + ' '.repeat(widths[column]! - widthOf(cell)) : undefined))
      .filter((cell) => cell !== undefined)
      .join('  ')
      .trimEnd(),
  );
}

/** Columns that a text takes: Chinese characters and full-width signs take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, sign) =>
      width + (/[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u.test(sign) ? 2 : 1),
    0,
  );
}
