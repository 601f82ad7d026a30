import { SingleBar } from 'cli-progress';
import { commandWording } from './wording.ts';

export interface StageProgress {
  readonly update: (stage: string, done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; elsewhere a plain line a quarter of every stage. */
export function createStageProgress(stream: NodeJS.WriteStream): StageProgress {
  return stream.isTTY ? createBar(stream) : createLines((line) => stream.write(line));
}

function createBar(stream: NodeJS.WriteStream): StageProgress {
  const bar = new SingleBar({
    format: '{stage} {bar} {value}/{total}',
    stream,
    clearOnComplete: true,
    hideCursor: true,
  });
  let current = '';
  return {
    update: (stage, done, total) => {
      if (stage !== current) bar.start(total, done, { stage: commandWording.stages[stage] ?? stage });
      current = stage;
      bar.update(done);
    },
    stop: () => {
      if (current !== '') bar.stop();
    },
  };
}

/** Plain lines at every quarter of a stage. */
export function createLines(write: (line: string) => void): StageProgress {
  let told = '';
  return {
    update: (stage, done, total) => {
      const quarter = `${stage} ${Math.floor((4 * done) / Math.max(1, total))}`;
      if (quarter === told) return;
      told = quarter;
      write(`${commandWording.stages[stage] ?? stage} ${done}/${total}\n`);
    },
    stop: () => undefined,
  };
}
