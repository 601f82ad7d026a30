import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { registerCsv } from '../bot/desk/csv.ts';
import type { Desk } from '../bot/desk/desk.ts';
import { deskWording } from '../bot/wording/desk.ts';
import { terminalWording } from '../bot/wording/terminal.ts';
import { createOutputFile } from './ask/output-file.ts';
import { endingOf } from './desk/end.ts';
import { openForDesk } from './desk/open-desk.ts';
import { renderRows } from './desk/render-rows.ts';
import { renderSides } from './desk/render-sides.ts';
import { readTargetsArguments } from './desk/targets-arguments.ts';
import { UsageError } from './desk/usage-error.ts';

const ROOT = dirname(import.meta.dirname);

process.exitCode = await endingOf(main);

/** `npm run targets`: the register of targets, results and works as a table, as JSON, as a file for spreadsheets, or two sides of it. */
async function main(): Promise<number> {
  // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
  const task = readTargetsArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  if (task.kind === 'rows' && task.csv !== null) checkPlace(task.csv);
  const opened = await openForDesk(ROOT, task, 'targets');
  try {
    const { desk } = opened;
    if (task.kind === 'sides') {
      for (const { town } of task.sides) warnOfUnknown(town, desk);
      const found = desk.sideBySide(task.sides, task.measure);
      process.stdout.write(task.json ? jsonOf(found) : renderSides(task.sides, found));
      return 0;
    }
    const { filter, json, csv } = task;
    warnOfUnknown(filter.town, desk);
    const rows = desk.targets(filter);
    if (csv !== null) {
      const file = await createOutputFile(csv);
      await file.write(registerCsv(rows));
      await file.complete();
      process.stderr.write(`${deskWording.table.written(csv, rows.length)}\n`);
    } else process.stdout.write(json ? jsonOf(rows) : renderRows(rows));
    return 0;
  } finally {
    opened.close();
  }
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function warnOfUnknown(town: string | undefined, desk: Desk): void {
  const { towns } = desk.choices();
  if (town === undefined || towns.length === 0) return;
  if (!towns.some((known) => known === town || known.startsWith(town)))
    process.stderr.write(`${deskWording.usage.unknownTown(town, towns.join('、'))}\n`);
}

function checkPlace(path: string): void {
  const { usage } = terminalWording;
  const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory();
  if (!isFolder(dirname(path))) throw new UsageError(usage.noFolder(dirname(path)), 'targets');
  if (isFolder(path)) throw new UsageError(usage.isFolder(path), 'targets');
}
