import type { LoadReport } from './run-load.ts';
import { loadWording } from './wording.ts';

const { table: wording } = loadWording;

/** Caches fill for minutes and the collector takes its time: less than this a minute is no leak that can be told. */
const MOST_GROWTH_MB = 4;
/** Over a shorter time growth says nothing. */
const LEAST_MINUTES = 3;

/** What must not be: errors, growing memory, a bad end; empty when all is well. */
export function loadFaults({ web, telegram, growthMb, seconds, exitCode }: LoadReport): readonly string[] {
  const errors = web.errors + telegram.errors;
  const grows = seconds >= LEAST_MINUTES * 60 && growthMb > MOST_GROWTH_MB;
  return [
    ...(errors > 0 ? [`${wording.errors} ${errors}：${told({ ...web.reasons, ...telegram.reasons })}`] : []),
    ...(grows ? [loadWording.grows] : []),
    ...(exitCode === 0 ? [] : [loadWording.endedBadly(exitCode)]),
  ];
}

/** A Markdown table, memory, and what is wrong. */
export function renderReport(report: LoadReport): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const head = [wording.channel, wording.answered, wording.perSecond, wording.p50, wording.p95, wording.p99];
  const channels = (['web', 'telegram'] as const).map((channel) => {
    const { answered, perSecond, p50Ms, p95Ms, p99Ms, errors } = report[channel];
    return row([wording.channels[channel], answered, perSecond, p50Ms, p95Ms, p99Ms, errors]);
  });
  const [first, last] = [report.memory[0]!, report.memory.at(-1)!];
  const lines = [
    `${wording.people} ${report.people}，${wording.seconds} ${report.seconds}`,
    '',
    row([...head, wording.errors]),
    row([...head, wording.errors].map(() => '---')),
    ...channels,
    '',
    loadWording.memory(first.residentMb, last.residentMb, last.heapMb),
    loadWording.growth(report.growthMb),
    ...loadFaults(report).map((fault) => `! ${fault}`),
  ];
  return `${lines.join('\n')}\n`;
}

function told(reasons: Readonly<Record<string, number>>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${reason} ×${count}`)
    .join('，');
}
