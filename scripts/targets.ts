import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { registerCsv } from '../bot/desk/csv.ts';
import { deskWording } from '../bot/wording/desk.ts';
import { terminalWording } from '../bot/wording/terminal.ts';
import { createOutputFile } from './ask/output-file.ts';
import { endingOf } from './desk/end.ts';
import { openForDesk } from './desk/open-desk.ts';
import { renderRows } from './desk/render-rows.ts';
import { readTargetsArguments } from './desk/targets-arguments.ts';
import { UsageError } from './desk/usage-error.ts';

const ROOT = dirname(import.meta.dirname);

process.exitCode = await endingOf(main);

/** `npm run targets`: the register of targets, results and works as a table, as JSON or as a file for spreadsheets. */
async function main(): Promise<number> {
  // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
  const task = readTargetsArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  const { filter, json, csv } = task;
  if (csv !== null) checkPlace(csv);
  const { desk, close } = await openForDesk(ROOT, task, 'targets');
  const { towns } = desk.choices();
  const { town } = filter;
  if (
    town !== undefined &&
    towns.length > 0 &&
    !towns.some((known) => known === town || known.startsWith(town))
  )
    process.stderr.write(`${deskWording.usage.unknownTown(town, towns.join('、'))}\n`);
  const rows = desk.targets(filter);
  close();
  if (csv !== null) {
    const file = await createOutputFile(csv);
    await file.write(registerCsv(rows));
    await file.complete();
    process.stderr.write(`${deskWording.table.written(csv, rows.length)}\n`);
  } else process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : renderRows(rows));
  return 0;
}

function checkPlace(path: string): void {
  const { usage } = terminalWording;
  const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();
  if (!isFolder(dirname(path))) throw new UsageError(usage.noFolder(dirname(path)), 'targets');
  if (isFolder(path)) throw new UsageError(usage.isFolder(path), 'targets');
}
