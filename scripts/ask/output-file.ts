import { existsSync, realpathSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';

/** A file that gets its name once it is complete. */
export interface OutputFile {
  /** Where the lines are until then; what was written stays there when the program is stopped. */
  readonly draft: string;
  write(text: string): Promise<void>;
  /** Gives the file its name. */
  complete(): Promise<void>;
  /** Leaves the draft where it is. */
  abandon(): Promise<void>;
}

/** Opens a draft beside `path`. A device or a pipe (`/dev/stdout`) is written to as it is. */
export async function createOutputFile(path: string): Promise<OutputFile> {
  const target = existsSync(path) ? realpathSync(path) : path;
  const isRegular = !existsSync(target) || statSync(target).isFile();
  const draft = isRegular ? `${target}.draft` : target;
  const file: FileHandle = await open(draft, 'w');
  return {
    draft,
    async write(text) {
      await file.appendFile(text);
    },
    async complete() {
      if (isRegular) await file.sync();
      await file.close();
      if (isRegular) await rename(draft, target);
    },
    abandon: () => file.close(),
  };
}
