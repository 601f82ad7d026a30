import { SingleBar } from 'cli-progress';
import { ingestWording } from '../../bot/wording/ingest.ts';

export interface Progress {
  /** Says how many documents are done and which comes next. */
  readonly update: (done: number, total: number, name: string) => void;
  /** Says how many texts of the document at hand have their vectors. */
  readonly embedded: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** Elsewhere than on a terminal every so many texts are worth a line. */
const TEXTS_A_LINE = 200;

/** A bar on a terminal, a plain line a document elsewhere. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) {
    let told = 0;
    return {
      update: (done, total, name) => {
        if (name !== '') stream.write(`[${done + 1}/${total}] ${name}\n`);
      },
      embedded: (done, total) => {
        const lines = Math.floor(done / TEXTS_A_LINE);
        if (lines > told || done === total) stream.write(`  ${ingestWording.embedded(done, total)}\n`);
        told = done === total ? 0 : lines;
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {name}',
    stream,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  let current = '';
  return {
    update: (done, total, name) => {
      if (!started) bar.start(total, 0, { name });
      started = true;
      current = name;
      bar.update(done, { name });
    },
    embedded: (done, total) => {
      if (started) bar.update({ name: `${current} ${ingestWording.embedded(done, total)}` });
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
