import { SingleBar } from 'cli-progress';

export interface Progress {
  /** Says how many documents are done and which comes next. */
  readonly update: (done: number, total: number, name: string) => void;
  readonly stop: () => void;
}

/** A bar on a terminal, a plain line a document elsewhere. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) {
    return {
      update: (done, total, name) => {
        if (name !== '') stream.write(`[${done + 1}/${total}] ${name}\n`);
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
  return {
    update: (done, total, name) => {
      if (!started) bar.start(total, 0, { name });
      started = true;
      bar.update(done, { name });
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}
