import { dirname, resolve } from 'node:path';
import { openStoreReader } from '../bot/conversations/open-store.ts';
import { deskWording } from '../bot/wording/desk.ts';
import { recordsWording } from '../bot/wording/records.ts';
import { describeCommand, parseCommand } from './desk/command.ts';
import { endingOf } from './desk/end.ts';
import { UsageError } from './desk/usage-error.ts';
import { readSettings } from './gaps/open-records.ts';

const ROOT = dirname(import.meta.dirname);
const NAME = 'backup';

process.exitCode = await endingOf(main);

/** `npm run backup -- FILE`: a copy of the store as it stands, while the program goes on writing it. */
async function main(): Promise<number> {
  const { backup, gaps, usage } = recordsWording;
  const command = describeCommand(NAME, backup.description, gaps.options.help)
    .argument('[file]', backup.file)
    .option('--store <文件夹>', gaps.options.store)
    .allowExcessArguments()
    .usage(backup.words);
  const help = parseCommand(command, process.argv.slice(2), NAME);
  if (help !== null) {
    process.stdout.write(help);
    return 0;
  }
  const [file, extra] = command.args;
  if (file === undefined) throw new UsageError(usage.noFile, NAME);
  if (extra !== undefined) throw new UsageError(deskWording.usage.extra(extra), NAME);
  const folder = process.env.INIT_CWD ?? process.cwd();
  const { store: given } = command.opts<{ store?: string }>();
  const directory = given === undefined ? readSettings(ROOT).STORE_DIR : resolve(folder, given);
  const store = openStoreReader(directory, { clock: () => new Date() });
  try {
    await store.backup(resolve(folder, file));
  } finally {
    store.close();
  }
  process.stdout.write(`${backup.done(file)}\n`);
  return 0;
}
