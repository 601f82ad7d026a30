import type { EngineRow } from './compare-engines.ts';
import type { AskMeasurement } from './measure-ask.ts';
import type { ColdStart, ResidentMemory } from './measure-commands.ts';
import type { TelegramMeasurement } from './measure-telegram.ts';

/** An engine against ours of the same kind at the same size: above 1 it is slower or larger. */
export interface EngineRatio {
  readonly engine: string;
  readonly size: number;
  readonly p50: number;
  readonly p95: number;
  readonly index: number;
  readonly resident: number;
  /** Its median query against that of our whole hybrid search. */
  readonly overHybrid?: number;
}

export interface BenchReport {
  /** First, since machines differ and ratios less so. */
  readonly ratios: {
    readonly engines: readonly EngineRatio[];
    /** `ask` against an empty script. */
    readonly coldStart?: number;
    /** Our answers a second against grammY's echoes. */
    readonly telegram?: number;
  };
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly node: string;
  };
  readonly corpus: { readonly source: 'seeds' | 'file'; readonly name: string; readonly passages: number };
  readonly limitSeconds: number;
  readonly perPassage: { readonly analysisMs: number; readonly embeddingMs: number };
  readonly engines: readonly EngineRow[];
  readonly ask?: AskMeasurement;
  readonly coldStart?: ColdStart;
  readonly resident?: ResidentMemory & { readonly questions: number };
  readonly telegram?: TelegramMeasurement;
}

/** Every other engine's figures divided by ours. */
export function ratiosOf(rows: readonly EngineRow[]): EngineRatio[] {
  return rows.flatMap((row) => {
    const ours = rows.find(({ engine, size }) => engine === `wenqiao-${row.kind}` && size === row.size);
    if (ours === undefined || ours === row || row.p50Ms === undefined || ours.p50Ms === undefined) return [];
    const over = (figure: 'p50Ms' | 'p95Ms' | 'indexMs' | 'residentMb'): number =>
      row[figure]! / ours[figure]!;
    const { engine, size } = row;
    const hybrid = rows.find((other) => other.engine === 'wenqiao-hybrid' && other.size === size)?.p50Ms;
    return [
      {
        engine,
        size,
        p50: over('p50Ms'),
        p95: over('p95Ms'),
        index: over('indexMs'),
        resident: over('residentMb'),
        ...(hybrid !== undefined && { overHybrid: row.p50Ms / hybrid }),
      },
    ];
  });
}
