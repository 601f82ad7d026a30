import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { UsageError } from './usage-error.ts';
import { proposeWording } from './wording.ts';

/** What the command line asks for; folders that are not given are the configuration's. */
export type ProposeTask =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'propose'; readonly seeds?: string; readonly index?: string };

/** Reads the words after the command's name; paths are relative to `folder`. Throws a `UsageError`. */
export function readArguments(given: readonly string[], folder: string): ProposeTask {
  const { options, description, words } = proposeWording;
  let text = '';
  const command = new Command('npm run propose --')
    .description(description)
    .option('--seeds <文件夹>', options.seeds)
    .option('--index <文件夹>', options.index)
    .helpOption('-h, --help', options.help)
    .usage(words)
    .allowExcessArguments(false)
    .configureHelp({ styleTitle: (title) => terminalWording.command.helpTitles[title] ?? title })
    .configureOutput({ writeOut: (part) => (text += part), writeErr: () => undefined })
    .exitOverride();
  try {
    command.parse(given, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'help', text };
    throw new UsageError(faultOf(error));
  }
  const { seeds, index } = command.opts<{ seeds?: string; index?: string }>();
  return {
    kind: 'propose',
    ...(seeds !== undefined && { seeds: resolve(folder, seeds) }),
    ...(index !== undefined && { index: resolve(folder, index) }),
  };
}

/** Commander speaks English; the option it complains about stands in quotation marks. */
function faultOf(error: CommanderError): string {
  const { usage } = proposeWording;
  const option = /'(-[^' ]*)/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(option);
    case 'commander.optionMissingArgument':
      return usage.missingValue(option);
    case 'commander.excessArguments':
      return usage.tooMany;
    default:
      return usage.other(error.message.replace(/^error: /u, ''));
  }
}
