import { existsSync, realpathSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { tellingFaults } from './file-error.ts';

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

/** Opens a draft beside `path`; throws a `FileError` when it can't be written, now or later. A device or a pipe (`/dev/stdout`) is written to as it is. */
export async function createOutputFile(path: string): Promise<OutputFile> {
  const target = existsSync(path) ? realpathSync(path) : path;
  const isRegular = !existsSync(target) || statSync(target).isFile();
  const draft = isRegular ? `${target}.draft` : target;
  const say = (code: string): string => terminalWording.batch.unwritable(path, code);
  const file: FileHandle = await tellingFaults(() => open(draft, 'w'), say);
  return {
    draft,
    async write(text) {
      await tellingFaults(() => file.appendFile(text), say);
    },
    async complete() {
      await tellingFaults(async () => {
        if (isRegular) await file.sync();
        await file.close();
        if (isRegular) await rename(draft, target);
      }, say);
    },
    abandon: () => file.close(),
  };
}
