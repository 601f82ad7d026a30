import { SingleBar } from 'cli-progress';
import { benchWording } from './wording.ts';

export interface BenchProgress {
  readonly update: (stage: string, done: number, total: number, what?: string) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; elsewhere a plain line for every stage and whatever it turns to. */
export function createBenchProgress(stream: NodeJS.WriteStream): BenchProgress {
  if (!stream.isTTY) return createLines((line) => stream.write(line));
  const format = '{stage} {bar} {value}/{total} {what}';
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true });
  let current = '';
  return {
    update: (stage, done, total, what = '') => {
      if (stage !== current) bar.start(total, done, { stage: benchWording.stages[stage] ?? stage, what });
      current = stage;
      bar.setTotal(total);
      bar.update(done, { what });
    },
    stop: () => {
      if (current !== '') bar.stop();
    },
  };
}

export function createLines(write: (line: string) => void): BenchProgress {
  let current = '';
  return {
    update: (stage, done, total, what = '') => {
      const now = `${stage} ${what}`;
      if (now === current) return;
      current = now;
      const name = benchWording.stages[stage] ?? stage;
      write(what === '' ? `${name}……\n` : `${name} ${done}/${total} ${what}\n`);
    },
    stop: () => undefined,
  };
}
