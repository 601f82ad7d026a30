import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';
import { runTelegram } from '../../bot/channels/telegram/run.ts';
import { TelegramDouble } from '../../bot/channels/telegram/test-double.ts';
import { TestPerson } from '../../bot/channels/telegram/test-people.ts';
import { openStore } from '../../bot/conversations/open-store.ts';
import { openSecrets } from '../../bot/conversations/pseudonym.ts';
import { createTally } from '../../bot/conversations/tally.ts';
import { createLogger } from '../../bot/logger.ts';
import { openAssistant } from '../../bot/open.ts';

export interface TelegramMeasurement {
  readonly people: number;
  readonly answersPerSecond: number;
  readonly echoesPerSecond: number;
}

const PEOPLE = 200;
const ROUNDS = 2;

/** A program of its own: `measure-telegram.ts SEEDS INDEX QUESTIONS`, JSON out. Everybody asks once a round. */
async function main([seeds, index, given]: readonly string[]): Promise<void> {
  const questions = JSON.parse(given!) as string[];
  const logger = createLogger({ level: 'silent' });
  const clock = (): Date => new Date();
  const assistant = await openAssistant({ seeds: seeds!, index: index!, logger, clock });
  const folder = mkdtempSync(join(tmpdir(), 'wenqiao-bench-'));
  const answers: number[] = [];
  const echoes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    answers.push(
      await rate(questions, async ({ token, apiRoot }) => {
        const limits = { mostWaiting: PEOPLE * 2 };
        const records = { store: openStore(folder, { clock, logger }), secrets: openSecrets(folder) };
        const tally = createTally({ store: records.store, clock, logger });
        const reload = () => Promise.reject(new Error('nobody reloads in a measurement'));
        const maintenance = { maintainers: [], tally, gaps: () => [], reload };
        const options = { assistant, records, maintenance, logger, apiRoot, limits, pollSeconds: 2 };
        const channel = await runTelegram(token, options);
        return async () => {
          await channel.stop();
          records.store.close();
        };
      }),
    );
    echoes.push(
      await rate(questions, async ({ token, apiRoot }) => {
        const bot = new Bot(token, { client: { apiRoot } });
        bot.on('message:text', (context) => context.reply(context.message.text));
        const runner = run(bot, { runner: { fetch: { timeout: 2 } } });
        return () => runner.stop();
      }),
    );
  }
  assistant.close();
  rmSync(folder, { recursive: true });
  const figures: TelegramMeasurement = {
    people: PEOPLE,
    answersPerSecond: Math.max(...answers),
    echoesPerSecond: Math.max(...echoes),
  };
  process.stdout.write(JSON.stringify(figures));
}

type Stop = () => Promise<void>;

/** Messages a second that come back when everybody writes at once. */
async function rate(
  questions: readonly string[],
  start: (double: TelegramDouble) => Promise<Stop>,
): Promise<number> {
  const double = await TelegramDouble.start();
  const stop = await start(double);
  const people = Array.from({ length: PEOPLE }, (_, place) => new TestPerson(double, place + 1));
  people[0]!.says('你好');
  await double.until(() => double.sent().length >= 1, 30_000);
  const begun = performance.now();
  for (const [place, person] of people.slice(1).entries()) person.says(questions[place % questions.length]!);
  await double.until(() => double.sent().length >= PEOPLE, 60_000);
  const seconds = (performance.now() - begun) / 1_000;
  await stop();
  await double.close();
  return (PEOPLE - 1) / seconds;
}

await main(process.argv.slice(2));
