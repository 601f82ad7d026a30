import { printable } from '../../bot/channels/terminal/printable.ts';
import { explainFigure, placeOfRow } from '../../bot/desk/explain-figure.ts';
import { type CheckedText, LONGEST_TEXT } from '../../bot/desk/fact-check.ts';
import { deskWording } from '../../bot/wording/desk.ts';

/** A checked text on a terminal: every sentence, under it its figures with what the documents say. */
export function renderCheck({ sentences, counts, cut }: CheckedText): string {
  const { check, verdicts, source } = deskWording;
  const lines: string[] = [];
  for (const { text, verdict, figures } of sentences) {
    lines.push(text);
    if (figures.length === 0) lines.push(`  ${verdicts[verdict]}`);
    for (const figure of figures) {
      const { label, reasons, heading } = explainFigure(figure);
      lines.push(`  ${figure.figure}  ${[label, ...reasons].join('；')}`);
      if (heading !== null) lines.push(`    ${heading}：`);
      for (const row of figure.evidence)
        lines.push(
          `      ${placeOfRow(row)}：“${row.quote}”（${source(row.title, row.line)}，${row.document}）`,
        );
    }
    lines.push('');
  }
  const { supported, contradicted, not_found: missing } = counts;
  const all = supported + contradicted + missing;
  lines.push(all === 0 ? check.empty : check.counts(all, supported, contradicted, missing));
  if (cut) lines.push(check.cut(LONGEST_TEXT));
  return lines.map((line) => `${printable(line)}\n`).join('');
}
