import { createInterface } from 'node:readline';
import { terminalWording } from '../../wording/terminal.ts';

/** A person at the keyboard, or a file or pipe in the person's place. */
export interface TypedLines {
  readonly lines: AsyncIterable<string>;
  /** Asks a person for the next line; a pipe is not asked. */
  readonly prompt: () => void;
  /** Aborted when the person presses Ctrl-C: also what is being answered right now shall end. */
  readonly signal: AbortSignal;
  readonly close: () => void;
}

export interface TypedLinesOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Does a person sit there, with line editing and a prompt? */
  readonly interactive: boolean;
}

/** Starts to read lines; they end with Ctrl-D, Ctrl-C or the end of the file. */
export function readTypedLines({ input, output, interactive }: TypedLinesOptions): TypedLines {
  const reader = createInterface({
    input,
    output,
    terminal: interactive,
    prompt: terminalWording.chat.prompt,
  });
  // Begun at once: a reader gives no second time what arrived before somebody listened.
  const lines = reader[Symbol.asyncIterator]();
  const stopped = new AbortController();
  let open = true;
  reader.on('close', () => {
    open = false;
  });
  reader.on('SIGINT', () => {
    stopped.abort();
    reader.close();
  });
  return {
    lines,
    prompt: () => {
      if (interactive && open) reader.prompt();
    },
    signal: stopped.signal,
    close: () => reader.close(),
  };
}
