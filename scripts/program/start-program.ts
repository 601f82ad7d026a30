import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

const ROOT = dirname(dirname(import.meta.dirname));
const START_WITHIN_MS = 120_000;

/** The real program, running as a process of its own. */
export interface Program {
  readonly address: string;
  /** Asks it to end and gives its exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
}

/** Starts the program on any free port, without a model; what `environment` says goes before what stands in .env. */
export async function startProgram(environment: Readonly<Record<string, string>>): Promise<Program> {
  const settings = { HOST: '127.0.0.1', PORT: '0', WEB: 'true', LOG_LEVEL: 'error', SEEDS_DIR: '' };
  const apart = { TELEGRAM_BOT_TOKEN: '', LLM_BASE_URL: '', LLM_MODEL: '' };
  const program = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'bot', 'main.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...settings, ...apart, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  const stop = (): Promise<number | null> => {
    program.kill('SIGTERM');
    return ended;
  };
  try {
    return { address: await printedAddress(program), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function printedAddress(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const late = setTimeout(() => reject(new Error('the program has not started')), START_WITHIN_MS);
    program.stdout?.on('data', (chunk) => {
      printed += chunk;
      const address = /http:\/\/\S+/.exec(printed)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
    program.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the program ended with ${code} before it served`));
    });
  });
}
