import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { EvalResult } from '../run.ts';
import { type Figure, type FigurePart, SUITES, type SuiteResult } from '../suites/result.ts';
import { marginOf } from './margins.ts';

const figure = z.object({
  value: z.number(),
  better: z.enum(['higher', 'lower']),
  /** Null for a figure that is only reported. */
  margin: z.number().nullable(),
});

const baseline = z.object({
  /** The questions that the figures were reached on, as a digest of every part. */
  questions: z.object({ tuned: z.string().optional(), aside: z.string().optional() }),
  suites: z.partialRecord(
    z.enum(SUITES),
    z.object({
      /** Under `name (part)`. */
      figures: z.record(z.string(), figure),
      verdicts: z.record(z.string(), z.boolean()),
    }),
  ),
});

type SuiteBaseline = { figures: Record<string, z.infer<typeof figure>>; verdicts: Record<string, boolean> };

/** What the committed baseline remembers: figures with their margins, and who passed. */
export interface Baseline {
  readonly questions: { readonly tuned?: string | undefined; readonly aside?: string | undefined };
  readonly suites: Readonly<Partial<Record<SuiteResult['suite'], SuiteBaseline>>>;
}

export function figureKey({ name, part }: { readonly name: string; readonly part: FigurePart }): string {
  return `${name} (${part})`;
}

/** The committed baseline, or undefined when there is none. Throws when it has not the expected shape. */
export function readBaseline(path: string): Baseline | undefined {
  if (!existsSync(path)) return undefined;
  return baseline.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * The baseline after a run: what was run is replaced, the rest stays. A run of one part leaves the other's
 * figures and verdicts as they are. Times are left out, since machines differ.
 */
export function updatedBaseline(before: Baseline | undefined, result: EvalResult): Baseline {
  const suites: Partial<Record<SuiteResult['suite'], SuiteBaseline>> = { ...before?.suites };
  for (const ran of result.suites) {
    const kept = suites[ran.suite];
    const figures = ran.figures.filter(({ unit }) => unit !== 'milliseconds');
    suites[ran.suite] = {
      figures: sorted({
        ...Object.fromEntries(
          Object.entries(kept?.figures ?? {}).filter(([key]) => !isOfRun(ran.suite, key, result)),
        ),
        ...Object.fromEntries(figures.map((own) => [figureKey(own), toEntry(ran, own)])),
      }),
      verdicts: sorted({ ...(isWhole(result) ? {} : kept?.verdicts), ...ran.verdicts }),
    };
  }
  return { questions: { ...before?.questions, ...result.questions }, suites };
}

/** Could a run of these parts tell this figure? What is told of all programmes needs both. */
export function isOfRun(
  suite: SuiteResult['suite'],
  key: string,
  result: Pick<EvalResult, 'parts'>,
): boolean {
  if (key.endsWith('(all)')) return suite !== 'programmes' || isWhole(result);
  return result.parts.some((part) => key.endsWith(`(${part})`));
}

/** Only a run of both parts knows which questions are gone. */
function isWhole({ parts }: Pick<EvalResult, 'parts'>): boolean {
  return parts.length === 2;
}

function toEntry({ suite }: SuiteResult, { name, value, better }: Figure): z.infer<typeof figure> {
  return { value: Number(value.toFixed(4)), better, margin: marginOf(suite, name) ?? null };
}

function sorted<Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Writes the baseline so that a difference reads line by line. */
export function writeBaseline(path: string, value: Baseline): void {
  writeFileSync(`${path}.draft`, `${JSON.stringify(value, null, 1)}\n`);
  renameSync(`${path}.draft`, path);
}
