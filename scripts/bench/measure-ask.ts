import { createLogger } from '../../bot/logger.ts';
import { openAssistant } from '../../bot/open.ts';
import { percentile } from '../../evals/metrics/percentile.ts';

export interface AskMeasurement {
  readonly openMs: number;
  readonly questions: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** A program of its own: `measure-ask.ts SEEDS INDEX QUESTIONS`, JSON out. Builds the index when there is none. */
async function main([seeds, index, given]: readonly string[]): Promise<void> {
  const questions = JSON.parse(given!) as string[];
  const logger = createLogger({ level: 'silent' });
  const open = { seeds: seeds!, index: index!, logger, clock: () => new Date('2026-11-21T00:00:00Z') };
  (await openAssistant(open)).close();
  const begun = performance.now();
  const assistant = await openAssistant(open);
  const openMs = performance.now() - begun;
  for (const question of questions.slice(0, 20)) await assistant.ask({ question });
  const times: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    await assistant.ask({ question });
    times.push(performance.now() - asked);
  }
  assistant.close();
  const figures: AskMeasurement = {
    openMs,
    questions: questions.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
  process.stdout.write(JSON.stringify(figures));
}

await main(process.argv.slice(2));
