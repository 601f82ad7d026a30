import type { Status } from '../answers/answer.ts';
import type { AskOptions, Assistant } from '../assistant.ts';
import type { Logger } from '../logger.ts';
import type { AskRequest } from '../questions/request.ts';
import type { Channel, Store } from './store.ts';

/** How many questions of a channel ended how. */
export type Counts = Readonly<Partial<Record<Channel, Readonly<Partial<Record<Status, number>>>>>>;

export interface TallyOptions {
  readonly store: Pick<Store, 'value' | 'setValue'>;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** Questions counted by channel and status: since the start in memory, by day in the store. */
export interface Tally {
  readonly startedAt: Date;
  count(channel: Channel, status: Status): void;
  sinceStart(): Counts;
  /** The questions of the day `daysAgo` days before today, and the day itself as `YYYY-MM-DD` by the local clock. */
  ofDay(daysAgo: number): { readonly day: string; readonly counts: Counts };
}

/** So long a day's numbers are kept; they hold nothing of anybody. */
export const TALLY_DAYS = 62;

const NAMESPACE = 'tally';
const DAY_MS = 24 * 3_600_000;

export function createTally({ store, clock, logger }: TallyOptions): Tally {
  const startedAt = clock();
  let since: Counts = {};
  const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE').format(at);
  return {
    startedAt,
    count(channel, status) {
      since = oneMore(since, channel, status);
      const now = clock();
      const day = dayOf(now);
      try {
        const counts = store.value<Counts>(NAMESPACE, day) ?? {};
        const until = new Date(now.getTime() + TALLY_DAYS * DAY_MS);
        store.setValue(NAMESPACE, day, oneMore(counts, channel, status), until);
      } catch (error) {
        // A number too few costs nobody an answer.
        logger.warn({ err: error }, 'question not counted');
      }
    },
    sinceStart: () => since,
    ofDay(daysAgo) {
      const day = dayOf(new Date(clock().getTime() - daysAgo * DAY_MS));
      return { day, counts: store.value<Counts>(NAMESPACE, day) ?? {} };
    },
  };
}

function oneMore(counts: Counts, channel: Channel, status: Status): Counts {
  const before = counts[channel] ?? {};
  return { ...counts, [channel]: { ...before, [status]: (before[status] ?? 0) + 1 } };
}

/** An assistant whose answers are counted. */
export function counting(
  assistant: Assistant,
  { channel, tally }: { readonly channel: Channel; readonly tally: Pick<Tally, 'count'> },
): Assistant {
  return {
    async ask(request: AskRequest, options?: AskOptions) {
      const answer = await assistant.ask(request, options);
      tally.count(channel, answer.status);
      return answer;
    },
    document: (name) => assistant.document(name),
    documents: () => assistant.documents(),
    firstQuestions: () => assistant.firstQuestions(),
    // Asked for each time: it is another one once the documents have changed.
    get desk() {
      return assistant.desk;
    },
    health: () => assistant.health(),
  };
}
