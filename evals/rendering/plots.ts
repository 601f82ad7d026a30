import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { EvalReport } from './report.ts';
import { evalWording, inChinese } from './wording.ts';

/** Chinese type where a system has it; the reader's own sans serif elsewhere. */
export const FONTS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';

export interface Plot {
  readonly title: string;
  readonly svg: string;
}

/** The plots that a report's numbers allow, drawn without a browser. */
export async function drawPlots(report: EvalReport): Promise<Plot[]> {
  const { plots: words } = evalWording;
  const specs: [string, TopLevelSpec | undefined][] = [
    [words.types, typesPlot(report)],
    [words.curve, curvePlot(report)],
    [words.arms, armsPlot(report)],
    [words.change, changePlot(report)],
  ];
  const plots: Plot[] = [];
  for (const [title, spec] of specs) if (spec !== undefined) plots.push({ title, svg: await draw(spec) });
  return plots;
}

async function draw(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

function specOf(values: readonly object[], rest: object): TopLevelSpec {
  const config = {
    font: FONTS,
    axis: { labelLimit: 320, labelFontSize: 12, titleFontSize: 12 },
    legend: { labelFontSize: 12 },
    header: { labelFontSize: 12 },
    view: { stroke: null },
  };
  // Without a browser vega takes a Chinese character for four fifths of its width; the margin gives the rest back.
  const padding = { left: 48, right: 8, top: 8, bottom: 8 };
  return { background: 'transparent', padding, config, data: { values }, ...rest } as TopLevelSpec;
}

/** Two plots stand side by side on a page of 72rem. */
const WIDTH = 340;

function seriesOf({ suites }: EvalReport, name: string): readonly object[] {
  return suites.flatMap(({ series }) => series[name] ?? []);
}

const PART_COLOURS = { domain: Object.values(evalWording.parts).slice(0, 2), range: ['#1f6f8b', '#e08e45'] };

function typesPlot(report: EvalReport): TopLevelSpec | undefined {
  const cases = seriesOf(report, 'types') as { part: string; type: string; passed: boolean }[];
  if (cases.length === 0) return undefined;
  const values = cases.map(({ part, type, passed }) => ({
    part: evalWording.parts[part],
    type: evalWording.types[type] ?? type,
    passed: Number(passed),
  }));
  return specOf(values, {
    width: WIDTH,
    // Two bars a type, and two dozen types: thin ones keep the plot on one screen.
    height: { step: 9 },
    mark: 'bar',
    encoding: {
      y: {
        field: 'type',
        type: 'nominal',
        title: null,
        sort: { op: 'mean', field: 'passed', order: 'descending' },
      },
      yOffset: { field: 'part', sort: PART_COLOURS.domain },
      x: {
        aggregate: 'mean',
        field: 'passed',
        title: evalWording.plots.share,
        scale: { domain: [0, 1] },
        axis: { format: '%' },
      },
      color: { field: 'part', title: null, scale: PART_COLOURS },
    },
  });
}

function curvePlot(report: EvalReport): TopLevelSpec | undefined {
  const points = seriesOf(report, 'curve') as {
    part: string;
    threshold: number;
    answered: number;
    refused: number;
  }[];
  if (points.length === 0) return undefined;
  const values = points.map((point) => ({
    ...point,
    part: evalWording.parts[point.part],
    now: point.threshold === 0,
  }));
  const axis = { format: '%' };
  return specOf(values, {
    width: WIDTH,
    height: 320,
    encoding: {
      x: {
        field: 'answered',
        type: 'quantitative',
        title: evalWording.plots.answered,
        scale: { domain: [0, 1] },
        axis,
      },
      y: {
        field: 'refused',
        type: 'quantitative',
        title: evalWording.plots.refused,
        // Most of what happens, happens near the top.
        scale: { zero: false, padding: 8 },
        axis,
      },
      color: { field: 'part', type: 'nominal', title: null, scale: PART_COLOURS },
      order: { field: 'threshold' },
    },
    layer: [
      { mark: { type: 'line', strokeWidth: 2 } },
      { transform: [{ filter: 'datum.now' }], mark: { type: 'point', filled: true, size: 120 } },
    ],
  });
}

function armsPlot(report: EvalReport): TopLevelSpec | undefined {
  const points = seriesOf(report, 'arms') as {
    part: string;
    arm: string;
    persona: string;
    k: number;
    recall: number;
  }[];
  const values = points
    .filter(({ k }) => k === 5)
    .map((point) => ({
      ...point,
      part: evalWording.parts[point.part],
      arm: inChinese(point.arm),
      persona: evalWording.personas[point.persona],
    }));
  if (values.length === 0) return undefined;
  return specOf(values, {
    mark: 'bar',
    width: 170,
    height: { step: 12 },
    encoding: {
      column: { field: 'part', title: null, sort: PART_COLOURS.domain },
      y: { field: 'arm', type: 'nominal', title: null, sort: null },
      yOffset: { field: 'persona' },
      x: {
        field: 'recall',
        type: 'quantitative',
        title: evalWording.plots.recall,
        scale: { domain: [0, 1] },
        axis: { format: '%', values: [0, 0.5, 1] },
      },
      color: { field: 'persona', type: 'nominal', title: null },
    },
  });
}

function changePlot({ baseline }: EvalReport): TopLevelSpec | undefined {
  const changed = (baseline?.figures ?? []).filter(
    ({ gain, margin }) => margin !== null && Math.abs(gain) >= 0.0005,
  );
  if (changed.length === 0) return undefined;
  const values = changed.map(({ suite, figure, gain }) => ({
    figure: `${evalWording.suites[suite]} ${inChinese(figure)}`,
    gain,
  }));
  return specOf(values, {
    // Its labels are the longest.
    width: WIDTH - 80,
    mark: 'bar',
    encoding: {
      y: { field: 'figure', type: 'nominal', title: null, sort: { field: 'gain', order: 'descending' } },
      x: { field: 'gain', type: 'quantitative', title: evalWording.plots.gain },
      color: { condition: { test: 'datum.gain < 0', value: '#c0392b' }, value: '#2e8b57' },
    },
  });
}
