import fc from 'fast-check';
import type { Status } from '../../bot/answers/answer.ts';
import type { Assistant } from '../../bot/assistant.ts';
import { answerFaults } from './answer-faults.ts';
import { giants, type Input, inputs } from './inputs.ts';

export interface InputAttack {
  readonly assistant: Assistant;
  readonly questions: readonly string[];
  readonly towns: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** An input that broke a rule; the same seed brings it again. */
export interface Broken {
  readonly how: string;
  /** JSON of the request, cut off after some hundred characters. */
  readonly request: string;
  readonly faults: readonly string[];
}

export interface InputReport {
  readonly inputs: number;
  readonly seed: number;
  readonly endings: Readonly<Partial<Record<Status, number>>>;
  readonly broken: number;
  /** The first of them. */
  readonly examples: readonly Broken[];
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** How the slowest came about. */
  readonly slowest: string;
}

/** An answer takes some ten milliseconds; beyond this, somebody found a way to keep the machine busy. */
const TIME_BOUND_MS = 5_000;
const MOST_EXAMPLES = 20;
const AT_ONCE = 500;

/** Asks everything and looks at every answer from outside; a crash, a wrong shape or a long wait is a fault. */
export async function attackInputs({ assistant, onProgress, ...given }: InputAttack): Promise<InputReport> {
  const endings: Partial<Record<Status, number>> = {};
  const examples: Broken[] = [];
  const times: number[] = [];
  let broken = 0;
  let slowest = { ms: 0, how: '' };
  const all = generated(given);
  for (const input of all) {
    const started = performance.now();
    const { status, faults } = await look(assistant, input);
    const ms = performance.now() - started;
    times.push(ms);
    if (ms > slowest.ms) slowest = { ms, how: input.how };
    if (status !== undefined) endings[status] = (endings[status] ?? 0) + 1;
    const found = ms > TIME_BOUND_MS ? [...faults, `took ${Math.round(ms)} ms`] : faults;
    if (found.length > 0) {
      broken += 1;
      if (examples.length < MOST_EXAMPLES)
        examples.push({ how: input.how, request: shown(input), faults: found });
    }
    onProgress?.(times.length, given.count);
  }
  times.sort((one, other) => one - other);
  const at = (part: number): number => Math.round(times[Math.floor((times.length - 1) * part)]! * 10) / 10;
  return {
    ...{ inputs: times.length, seed: given.seed, endings, broken, examples },
    ...{ p50Ms: at(0.5), p99Ms: at(0.99), slowestMs: at(1), slowest: slowest.how },
  };
}

/** Made in small lots, so that hundreds of thousands fit into memory. */
function* generated({
  questions,
  towns,
  count,
  seed,
}: Pick<InputAttack, 'questions' | 'towns' | 'count' | 'seed'>) {
  const arbitrary = inputs(questions, towns);
  for (let made = 0; made < count; made += AT_ONCE)
    yield* fc.sample(arbitrary, { seed: seed + made, numRuns: Math.min(AT_ONCE, count - made) });
  yield* giants(questions[0]!);
}

async function look(
  assistant: Assistant,
  { request }: Input,
): Promise<{ readonly status?: Status; readonly faults: readonly string[] }> {
  try {
    const answer = await assistant.ask(request);
    return { status: answer.status, faults: answerFaults(answer, (name) => assistant.document(name)) };
  } catch (error) {
    return { faults: [`crashed: ${error instanceof Error ? error.stack?.slice(0, 300) : String(error)}`] };
  }
}

function shown({ request }: Input): string {
  return JSON.stringify(request, (key, value) => (key === 'question' ? String(value).slice(0, 400) : value));
}
