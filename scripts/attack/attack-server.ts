import { setTimeout } from 'node:timers/promises';
import { askAlone } from './ask-alone.ts';
import { calmBystander, type Served, startBystander } from './bystander.ts';
import type { BystanderReport } from './judge-bystander.ts';
import { rawClient } from './raw-client.ts';

/** Ways to keep a server busy, or to make it read what it should not. */
export type ServerAttackName =
  | 'slowHeaders'
  | 'slowBodies'
  | 'idle'
  | 'largeHeaders'
  | 'largeBodies'
  | 'malformed'
  | 'flood'
  | 'atOnce';

export interface ServerAttackResult {
  readonly name: ServerAttackName;
  readonly tried: number;
  readonly withstood: number;
  /** The longest that one of them lasted. */
  readonly longestMs: number;
}

export interface ServerReport {
  readonly attacks: readonly ServerAttackResult[];
  readonly bystander: BystanderReport;
  /** Whether the service still says that it is ready. */
  readonly ready: boolean;
}

interface Outcome {
  readonly withstood: boolean;
  readonly ms: number;
}

/** Every limit of the server has run out by then. */
const GIVE_UP_MS = 40_000;
/** All at the same moment would fill the system's own queue, and the server would see them only seconds later. */
const APART_MS = 5;
const TEN_MEGABYTES = 10 * 1024 * 1024;
const HEAD = 'POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\n';
/** How many questions the bystanders ask by turns. */
const BYSTANDERS_ASK = 25;
const FLOOD = 400;
const FLOODER = '198.51.100.1';

/**
 * Attacks a service on this machine that takes a person's address from `x-forwarded-for`, connections first and
 * questions after, while bystanders go on asking.
 */
export async function attackServer(address: string, questions: readonly string[]): Promise<ServerReport> {
  const quiet = questions.slice(0, BYSTANDERS_ASK);
  // The first time round caches are filled, which nobody is to be compared with.
  await calmBystander(address, quiet);
  const before = await calmBystander(address, quiet);
  const [connections, attacks] = await besides(address, quiet, () => attackConnections(address));
  const ask = (number: number, person: string): Promise<Outcome> =>
    askAtOnce(address, questions[number % questions.length]!, person);
  const [flood, flooded] = await besides(address, quiet, () =>
    attack('flood', FLOOD, (number) => ask(number, FLOODER), 0),
  );
  const [atOnce, asked] = await besides(address, quiet, () =>
    attack('atOnce', FLOOD, (number) => ask(number, personOf(number)), 0),
  );
  const after = await calmBystander(address, quiet);
  const health = await fetch(`${address}/healthz`).catch(() => null);
  return {
    attacks: [...attacks, flooded, asked],
    bystander: { before, connections, flood, atOnce, after },
    ready: health?.ok === true,
  };
}

async function besides<Result>(
  address: string,
  quiet: readonly string[],
  work: () => Promise<Result>,
): Promise<readonly [Served, Result]> {
  const stop = startBystander(address, quiet);
  const result = await work();
  return [await stop(), result];
}

function attackConnections(address: string): Promise<readonly ServerAttackResult[]> {
  return Promise.all([
    attack('slowHeaders', 100, () => ended(address, { first: HEAD, drip: 'x' })),
    attack('slowBodies', 100, (number) =>
      ended(address, { first: `${headFrom(number)}Content-Length: 9999\r\n\r\n`, drip: ' ' }),
    ),
    attack('idle', 500, () => ended(address, { first: '' })),
    attack('largeHeaders', 100, () =>
      ended(address, { first: `${HEAD}X-Flood: ${'x'.repeat(100_000)}\r\n\r\n` }),
    ),
    attack('largeBodies', 12, (number) => largeBody(address, number)),
    attack('malformed', MALFORMED.length, (number) => ended(address, { first: MALFORMED[number]! })),
  ]);
}

/** Another person each: else the limit of one person would end it before it is tried. */
function headFrom(number: number): string {
  return `${HEAD}X-Forwarded-For: ${personOf(number)}\r\n`;
}

function personOf(number: number): string {
  return `198.18.${Math.floor(number / 250)}.${number % 250}`;
}

const MALFORMED: readonly string[] = [
  `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n`,
  `${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`,
  `${HEAD}Content-Length: -1\r\n\r\n`,
  `${HEAD}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n`,
  'GET / HTTP/9.9\r\n\r\n',
  'GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n',
  'G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\u0000\r\n\r\n',
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `${'\u0000'.repeat(5_000)}`,
];

async function attack(
  name: ServerAttackName,
  count: number,
  one: (number: number) => Promise<Outcome>,
  apartMs = APART_MS,
): Promise<ServerAttackResult> {
  const started = Array.from({ length: count }, async (_, number) => {
    await setTimeout(number * apartMs);
    return one(number);
  });
  const outcomes = await Promise.all(started);
  const withstood = outcomes.filter((outcome) => outcome.withstood).length;
  const longestMs = Math.max(...outcomes.map(({ ms }) => ms));
  return { name, tried: count, withstood, longestMs: Math.round(longestMs) };
}

/** Withstood when the server ends the connection by itself, and does not do what was asked. */
async function ended(address: string, { first, drip }: { first: string; drip?: string }): Promise<Outcome> {
  const { afterMs, status } = await rawClient(address, {
    ...{ first, withinMs: GIVE_UP_MS },
    ...(drip === undefined ? {} : { drip }),
  });
  return { withstood: afterMs !== null && !/ 200 /.test(status), ms: afterMs ?? GIVE_UP_MS };
}

async function largeBody(address: string, number: number): Promise<Outcome> {
  const started = performance.now();
  const path = ['/api/ask', '/ask', '/check'][number % 3]!;
  // Half of them say how large they are, half do not.
  const body = number % 2 === 0 ? Buffer.alloc(TEN_MEGABYTES, 'q=') : streamed(TEN_MEGABYTES);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-forwarded-for': personOf(number),
  };
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
  // A server may also hang up in the middle of what it will not read.
  const status = await fetch(`${address}${path}`, init).then(
    (response) => response.status,
    () => 413,
  );
  return { withstood: status === 413, ms: performance.now() - started };
}

function streamed(bytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(64 * 1024).fill(113);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      left -= piece.length;
      if (left < 0) controller.close();
      else controller.enqueue(piece);
    },
  });
}

/** Answered, or told that one asks too fast, that too many wait, or that it took too long. */
async function askAtOnce(address: string, question: string, person: string): Promise<Outcome> {
  const started = performance.now();
  const withstood = await askAlone(address, { question, person, withinMs: 2 * GIVE_UP_MS }).then(
    ({ status }) => [200, 429, 503, 504].includes(status),
    () => false,
  );
  return { withstood, ms: performance.now() - started };
}
