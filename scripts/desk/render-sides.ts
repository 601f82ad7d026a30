import { printable } from '../../bot/channels/terminal/printable.ts';
import { figureOfRow, placeOfRow } from '../../bot/desk/explain-figure.ts';
import type { RegisterRow } from '../../bot/desk/register.ts';
import { MOST_ROWS, nearPairs, type Side, type SideBySide } from '../../bot/desk/side-by-side.ts';
import { deskWording } from '../../bot/wording/desk.ts';

/** Two sides on a terminal: every pair as two rows with their quotes, and under them what to beware of. */
export function renderSides([left, right]: readonly [Side, Side], found: SideBySide): string {
  const { sideBySide } = deskWording;
  const { pairs, leftOnly, rightOnly, cut } = found;
  const lines = pairs.flatMap((pair) => {
    const differences = pair.differences.map((difference) => sideBySide.differences[difference]);
    const beware = differences.length === 0 ? [] : [`  ${sideBySide.beware}：${differences.join('；')}`];
    return [...rowLines(pair.left), ...rowLines(pair.right), ...beware, ''];
  });
  for (const [side, rows] of [
    [left, leftOnly],
    [right, rightOnly],
  ] as const) {
    if (rows.length === 0) continue;
    const name = sideBySide.side(side.town ?? null, side.year ?? null);
    lines.push(sideBySide.only(name, rows.length), ...rows.flatMap(rowLines), '');
  }
  lines.push(pairs.length === 0 ? sideBySide.none : sideBySide.count(pairs.length, nearPairs(found)));
  if (cut) lines.push(sideBySide.cut(MOST_ROWS));
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function rowLines(row: RegisterRow): readonly string[] {
  const { source } = deskWording;
  return [
    `${placeOfRow(row)}：${[row.measure, figureOfRow(row)].join(' ').trim()}`,
    `  “${row.quote}”（${source(row.title, row.line)}，${row.document}）`,
  ];
}
