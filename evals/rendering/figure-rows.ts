import { figureKey } from '../baseline/baseline.ts';
import type { Figure, FigurePart } from '../suites/result.ts';
import type { EvalReport } from './report.ts';
import { evalWording, inChinese } from './wording.ts';

/** One figure over all parts, as a line of a table. */
export interface FigureRow {
  readonly suite: string;
  readonly name: string;
  readonly cells: readonly string[];
}

const PARTS: readonly FigurePart[] = ['all', 'tuned', 'aside'];

/** The heads of a table of figures. */
export function figureHeads(): string[] {
  const { columns } = evalWording;
  return [columns.figure, columns.all, columns.tuned, columns.aside, columns.change];
}

/** Every figure with its interval per part and, where one is known, its change since the baseline. */
export function figureRows({ suites, baseline }: EvalReport): FigureRow[] {
  return suites.flatMap(({ suite, figures }) =>
    [...new Set(figures.map(({ name }) => name))].map((name) => {
      const own = PARTS.map((part) => figures.find((figure) => figure.name === name && figure.part === part));
      const changes = own.flatMap((figure) => {
        const change = (baseline?.figures ?? []).find(
          (one) => figure !== undefined && one.suite === suite && one.figure === figureKey(figure),
        );
        return change?.now === undefined ? [] : [signed(change.now - change.before, figure!.unit)];
      });
      const cells = [
        ...own.map((figure) => (figure === undefined ? '' : showFigure(figure))),
        changes.join(' / '),
      ];
      return { suite: evalWording.suites[suite] ?? suite, name: inChinese(name), cells };
    }),
  );
}

/** 0.736 [0.685–0.782], or a plain number for what is no share. */
function showFigure({ value, low, high, unit }: Figure): string {
  if (unit !== 'share') return value.toFixed(1);
  return low === null || high === null
    ? value.toFixed(3)
    : `${value.toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`;
}

function signed(value: number, unit: Figure['unit']): string {
  const shown = value.toFixed(unit === 'share' ? 3 : 1);
  return Number(shown) === 0 ? '=' : value > 0 ? `+${shown}` : shown;
}
