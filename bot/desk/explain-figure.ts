import { deskWording } from '../wording/desk.ts';
import type { FigureVerdict } from './judge.ts';
import type { RegisterRow } from './register.ts';

/** A verdict on a figure as a person reads it, whatever the channel. */
export interface ExplainedFigure {
  readonly label: string;
  /** In what the claim departs from the documents, or what to know of one that holds. */
  readonly reasons: readonly string[];
  /** What stands over the evidence; null where there is none. */
  readonly heading: string | null;
}

export function explainFigure({ verdict, departures, remarks, evidence }: FigureVerdict): ExplainedFigure {
  const { verdicts, check } = deskWording;
  const first = evidence[0];
  const headings = { supported: check.basis, contradicted: check.says, not_found: check.nearest };
  return {
    label: verdicts[verdict],
    reasons:
      first === undefined
        ? []
        : [
            ...departures.map((departure) => deskWording.departures[departure](first)),
            ...remarks.map((remark) => deskWording.remarks[remark](first)),
          ],
    heading: first === undefined ? null : headings[verdict],
  };
}

/** Whose and of when a row is, and whether it is an aim: 瓜沥镇2022年目标. */
export function placeOfRow({ town, year, kind }: RegisterRow): string {
  return `${deskWording.place(town, year)}${deskWording.kinds[kind]}`;
}

/** A row's figure with its direction, as 增长7.5%; empty for works without one. */
export function figureOfRow({ figure, change }: RegisterRow): string {
  if (figure === null) return '';
  return `${change === null ? '' : deskWording.changes[change]}${figure}`;
}
