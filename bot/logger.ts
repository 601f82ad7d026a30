import { type Logger, pino } from 'pino';
import { BotError, placesOf } from './errors.ts';

export type { Logger };

/** Keys that never reach a log line, wherever they stand. */
const SECRET_PATHS = [
  'token',
  'apiKey',
  'authorization',
  'cookie',
  '*.token',
  '*.apiKey',
  '*.authorization',
  '*.cookie',
];
/** The only keys under which a person's words may be given to the logger; removed unless asked for. */
const USER_TEXT_PATHS = ['userText', '*.userText'];

export interface LoggerOptions {
  readonly level: string;
  /** Keep `userText`; off by default, for debugging on one's own machine only. */
  readonly userText?: boolean;
  readonly destination?: { write(line: string): void };
}

/** Structured logs on standard error, so that standard output stays free for answers and JSON. */
export function createLogger(options: LoggerOptions): Logger {
  const paths = options.userText ? SECRET_PATHS : [...SECRET_PATHS, ...USER_TEXT_PATHS];
  return pino(
    {
      level: options.level,
      base: { service: 'wenqiao' },
      redact: { paths, remove: true },
      serializers: { err: options.userText ? pino.stdSerializers.err : wordless },
    },
    options.destination ?? pino.destination({ dest: 2, sync: true }),
  );
}

/** An error without its message, which may quote what a person wrote: its kind, code, our reason, and where it happened. */
function wordless(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    // Out of a closed list of ours; other errors may call anything a reason.
    ...(error instanceof BotError ? { reason: error.reason } : {}),
    at: placesOf(error),
  };
}
