import { setTimeout } from 'node:timers/promises';
import { askAlone } from './ask-alone.ts';

/** What became of the questions of people who ask quietly. */
export interface Served {
  readonly asked: number;
  readonly answered: number;
  /** Told in a sentence that there are too many questions, or that it took too long. */
  readonly turnedAway: number;
  /** No sentence at all: a broken connection, a fault of the service, or nothing within `PATIENCE_MS`. */
  readonly lost: number;
  /** Of those that were answered; 0 when none was. */
  readonly p95Ms: number;
}

/** Longer than the service itself waits: it must be the first to speak. */
const PATIENCE_MS = 45_000;
const EVERY_MS = 300;
const TURNED_AWAY: readonly number[] = [429, 503, 504];

/**
 * People who ask one question each, from addresses and on connections of their own, until the function that is
 * returned is called. The same questions come in the same order each time, so that two times can be compared.
 */
export function startBystander(address: string, questions: readonly string[]): () => Promise<Served> {
  const outcomes: Promise<Outcome>[] = [];
  const ask = (): void => {
    const number = outcomes.length;
    outcomes.push(askOnce(address, questions[number % questions.length]!, `192.0.2.${number % 250}`));
  };
  ask();
  const timer = setInterval(ask, EVERY_MS);
  return async () => {
    clearInterval(timer);
    const ended = await Promise.all(outcomes);
    const count = (kind: Outcome['kind']): number => ended.filter((outcome) => outcome.kind === kind).length;
    const times = ended
      .flatMap(({ kind, ms }) => (kind === 'answered' ? [ms] : []))
      .sort((one, other) => one - other);
    return {
      asked: ended.length,
      ...{ answered: count('answered'), turnedAway: count('turnedAway'), lost: count('lost') },
      p95Ms: Math.round(times[Math.floor(0.95 * (times.length - 1))] ?? 0),
    };
  };
}

/** Asks each of the questions about once, with nothing else going on. */
export async function calmBystander(address: string, questions: readonly string[]): Promise<Served> {
  const stop = startBystander(address, questions);
  await setTimeout(EVERY_MS * questions.length);
  return stop();
}

interface Outcome {
  readonly kind: 'answered' | 'turnedAway' | 'lost';
  readonly ms: number;
}

async function askOnce(address: string, question: string, person: string): Promise<Outcome> {
  const started = performance.now();
  try {
    const { status, body } = await askAlone(address, { question, person, withinMs: PATIENCE_MS });
    // Whatever is said is said in JSON.
    JSON.parse(body);
    const kind = status === 200 ? 'answered' : TURNED_AWAY.includes(status) ? 'turnedAway' : 'lost';
    return { kind, ms: performance.now() - started };
  } catch {
    return { kind: 'lost', ms: performance.now() - started };
  }
}
