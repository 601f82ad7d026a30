import type { EngineRow } from './compare-engines.ts';
import type { BenchReport } from './report.ts';
import { benchWording } from './wording.ts';

const { report: wording } = benchWording;

/** The report as Markdown, ratios first. */
export function renderReport(report: BenchReport, requested: readonly number[]): string {
  const { machine, corpus, perPassage } = report;
  const most = Math.max(...report.engines.map(({ queries }) => queries ?? 0));
  const lines = [
    wording.title,
    '',
    wording.machine(machine.cores, machine.processor, machine.memoryGb.toFixed(0), machine.node),
    corpus.source === 'seeds' ? wording.fromSeeds : wording.fromFile(corpus.name),
    wording.limit(report.limitSeconds),
    ...(requested.some((size) => size > corpus.passages) ? [wording.tooSmall(corpus.passages)] : []),
    '',
    wording.ratios,
    '',
    wording.ratiosNote,
    '',
    ...table(
      [
        wording.size,
        wording.engine,
        wording.p50,
        wording.p95,
        wording.index,
        wording.resident,
        wording.overHybrid,
      ],
      report.ratios.engines.map(({ size, engine, p50, p95, index, resident, overHybrid }) => [
        String(size),
        engine,
        ...[p50, p95, index, resident, overHybrid ?? Number.NaN].map((ratio) => `${figure(ratio)}×`),
      ]),
    ),
    '',
    ...assistantLines(report),
    wording.figures,
    '',
    wording.figuresNote,
    wording.shared(figure(perPassage.analysisMs), figure(perPassage.embeddingMs)),
    '',
    ...table(
      [
        wording.size,
        wording.engine,
        `${wording.p50} ms`,
        `${wording.p95} ms`,
        `${wording.index} ms`,
        `${wording.resident} MB`,
        wording.found,
        wording.recall,
      ],
      report.engines.map((row) => engineCells(row, most)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** A slow engine was not asked all that the others were asked: then it is told how much. */
function engineCells(row: EngineRow, most: number): string[] {
  const { size, engine, failure, queries = 0, p50Ms, p95Ms, indexMs, residentMb, found, recall } = row;
  if (failure !== undefined) return [String(size), engine, wording.notMeasured(failure), '', '', '', '', ''];
  const asked = queries < most ? wording.asked(queries) : '';
  const share = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(3));
  return [
    String(size),
    engine,
    `${figure(p50Ms ?? 0)}${asked}`,
    ...[p95Ms, indexMs, residentMb].map((value) => figure(value ?? 0)),
    share(found),
    share(recall),
  ];
}

function assistantLines({ ratios, ask, coldStart, resident, telegram }: BenchReport): string[] {
  const rows: string[][] = [];
  const pair = (name: string, ratio: number, ours: number, other: number): void => {
    rows.push([name, `${figure(ratio)}×`, figure(ours), figure(other)]);
  };
  if (coldStart !== undefined) pair(wording.coldStart, ratios.coldStart!, coldStart.askMs, coldStart.emptyMs);
  if (telegram !== undefined)
    pair(wording.telegram, ratios.telegram!, telegram.answersPerSecond, telegram.echoesPerSecond);
  if (ask !== undefined) {
    rows.push([wording.ask(ask.questions), '', `${figure(ask.p50Ms)}／${figure(ask.p95Ms)}`, '']);
    rows.push([wording.open, '', figure(ask.openMs), '']);
  }
  if (resident !== undefined) {
    rows.push([wording.residentStarted, '', figure(resident.startedMb), '']);
    rows.push([wording.residentAsked(resident.questions), '', figure(resident.afterQuestionsMb), '']);
  }
  if (rows.length === 0) return [];
  const head = [wording.measure, wording.ratio, wording.ours, wording.baseline];
  return [wording.assistant, '', ...table(head, rows), ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Three figures that count: 0.123, 1.23, 12.3, 123. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value.toFixed(digits);
}
