import { setTimeout } from 'node:timers/promises';
import { TelegramDouble } from '../../bot/channels/telegram/test-double.ts';
import { startProgram } from '../program/start-program.ts';
import { growthOf, type MemorySample, readMemory } from './memory.ts';
import { askOnPage, askOnTelegram } from './people.ts';
import { type ChannelFigures, Tally } from './tally.ts';

export interface LoadOptions {
  readonly people: number;
  readonly minutes: number;
  readonly questions: readonly string[];
  readonly seeds: string;
  readonly index: string;
  readonly onMinute?: (sample: MemorySample, answered: number, errors: number) => void;
}

export interface LoadReport {
  readonly people: number;
  readonly seconds: number;
  readonly web: ChannelFigures;
  readonly telegram: ChannelFigures;
  readonly memory: readonly MemorySample[];
  /** Megabytes of heap a minute, from lowest point to lowest point. */
  readonly growthMb: number;
  /** How the service ended when it was told to. */
  readonly exitCode: number | null;
}

const WARM_QUESTIONS = 50;
const SAMPLES = 20;

/** Starts the program with a double of Telegram and lets people ask on both channels, half of them on each. */
export async function runLoad(options: LoadOptions): Promise<LoadReport> {
  const { people, minutes, questions, seeds, index } = options;
  const double = await TelegramDouble.start();
  const program = await startProgram({
    ...{ SEEDS_DIR: seeds, INDEX_DIR: index, STORE_DIR: `${index}-store` },
    ...{ TELEGRAM_BOT_TOKEN: double.token, TELEGRAM_API_ROOT: double.apiRoot },
  });
  const over = new AbortController();
  const [web, telegram] = [new Tally(), new Tally()];
  let memory: readonly MemorySample[] = [];
  let seconds = 0;
  let exitCode: number | null = null;
  try {
    await warm(program.address, questions);
    const started = performance.now();
    const crowd = { questions, over: over.signal };
    const asking = Promise.all(
      Array.from({ length: people }, (_, place) =>
        place % 2 === 0
          ? askOnPage(program.address, place, { ...crowd, tally: web })
          : askOnTelegram(double, place, { ...crowd, tally: telegram }),
      ),
    );
    memory = await watchMemory(program.address, minutes, (sample) =>
      options.onMinute?.(sample, web.count + telegram.count, web.errors + telegram.errors),
    );
    over.abort();
    await asking;
    seconds = (performance.now() - started) / 1_000;
  } finally {
    over.abort();
    exitCode = await program.stop();
    await double.close();
  }
  return {
    ...{ people, seconds: Math.round(seconds), memory, growthMb: growthOf(memory), exitCode },
    ...{ web: web.figures(seconds), telegram: telegram.figures(seconds) },
  };
}

/** First questions load dictionaries and fill caches; they say nothing of the rest. */
async function warm(address: string, questions: readonly string[]): Promise<void> {
  for (const question of questions.slice(0, WARM_QUESTIONS)) {
    const response = await fetch(`${address}/api/ask`, {
      method: 'POST',
      body: JSON.stringify({ question }),
    });
    await response.text();
  }
}

async function watchMemory(
  address: string,
  minutes: number,
  onSample: (sample: MemorySample) => void,
): Promise<readonly MemorySample[]> {
  const samples: MemorySample[] = [];
  for (let taken = 0; taken <= SAMPLES; taken += 1) {
    if (taken > 0) await setTimeout((minutes * 60_000) / SAMPLES);
    const sample = await readMemory(address, (minutes * taken) / SAMPLES);
    samples.push(sample);
    onSample(sample);
  }
  return samples;
}
