import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { deskWording } from '../bot/wording/desk.ts';
import { terminalWording } from '../bot/wording/terminal.ts';
import { tellingFaults } from './ask/file-error.ts';
import { readCheckArguments, type TextSource } from './desk/check-arguments.ts';
import { endingOf } from './desk/end.ts';
import { openForDesk } from './desk/open-desk.ts';
import { renderCheck } from './desk/render-check.ts';
import { UsageError } from './desk/usage-error.ts';

const ROOT = dirname(import.meta.dirname);
const COMMAND = 'fact-check';

process.exitCode = await endingOf(main);

/** `npm run fact-check`: a text checked figure by figure. */
async function main(): Promise<number> {
  // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
  const task = readCheckArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  const text = (await textOf(task.source)).replace(/^\ufeff/u, '');
  if (text.trim() === '') throw new UsageError(deskWording.usage.noText, COMMAND);
  const { desk, close } = await openForDesk(ROOT, task, COMMAND);
  const checked = await desk.check(text, task.about);
  close();
  process.stdout.write(task.json ? `${JSON.stringify(checked, null, 2)}\n` : renderCheck(checked));
  return 0;
}

async function textOf(source: TextSource): Promise<string> {
  if ('text' in source) return source.text;
  const { file } = source;
  if (file === null) {
    if (process.stdin.isTTY) throw new UsageError(deskWording.usage.noText, COMMAND);
    return readAll(process.stdin);
  }
  const { usage, batch } = terminalWording;
  if (!existsSync(file) || statSync(file).isDirectory()) throw new UsageError(usage.noFile(file), COMMAND);
  return tellingFaults(
    () => readFile(file, 'utf8'),
    (code) => batch.unreadable(file, code),
  );
}
