import { SingleBar } from 'cli-progress';
import { benchWording } from './wording.ts';

export interface BenchProgress {
  readonly update: (stage: string, done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; elsewhere a plain line at every stage's beginning. */
export function createBenchProgress(stream: NodeJS.WriteStream): BenchProgress {
  if (!stream.isTTY) return createLines((line) => stream.write(line));
  const format = '{stage} {bar} {value}/{total}';
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true });
  let current = '';
  return {
    update: (stage, done, total) => {
      if (stage !== current) bar.start(total, done, { stage: benchWording.stages[stage] ?? stage });
      current = stage;
      bar.update(done);
    },
    stop: () => {
      if (current !== '') bar.stop();
    },
  };
}

export function createLines(write: (line: string) => void): BenchProgress {
  let current = '';
  return {
    update: (stage) => {
      if (stage === current) return;
      current = stage;
      write(`${benchWording.stages[stage] ?? stage}……\n`);
    },
    stop: () => undefined,
  };
}
