import { BotError } from '../../bot/errors.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { RetrievalError } from '../../retrieval/errors.ts';
import { FileError } from '../ask/file-error.ts';
import { UsageError } from './usage-error.ts';

/** Runs a command of the desk and gives its exit code; what fails is said in one line on standard error. */
export async function endingOf(work: () => Promise<number>): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output (`| head`) has seen enough.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    const known = [FileError, BotError, RetrievalError].some((kind) => error instanceof kind);
    if (!known) throw error;
    process.stderr.write(`${terminalWording.failed((error as Error).message)}\n`);
    return 1;
  }
}
