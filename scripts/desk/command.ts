import { Command, CommanderError } from 'commander';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { displayWidth } from './columns.ts';
import { UsageError } from './usage-error.ts';

const { usage, command: wording } = terminalWording;

/** A command of the desk that throws instead of ending the program, and speaks Chinese. */
export function describeCommand(name: string, description: string, helpOption: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', helpOption)
    .configureHelp({ styleTitle: (title) => wording.helpTitles[title] ?? title, displayWidth })
    .exitOverride();
}

/** Reads the words after a command; gives the help text where that was asked for. Throws a `UsageError`. */
export function parseCommand(command: Command, words: readonly string[], name: string): string | null {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
    writeErr: () => {},
  });
  try {
    command.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return help;
    throw new UsageError(faultOf(error), name);
  }
  return null;
}

/** A year as typed, 2023 or 2023年. */
export function yearOf(typed: string, name: string, option = '--year'): number {
  if (!/^(?:19|20|21)\d\d年?$/u.test(typed)) throw new UsageError(usage.year(typed, option), name);
  return Number.parseInt(typed, 10);
}

/** Commander speaks English; the option it complains about stands in quotation marks. */
function faultOf(error: CommanderError): string {
  const option = /'(-[^' ]*)/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(option);
    case 'commander.optionMissingArgument':
      return usage.missingValue(option);
    default:
      return usage.other(error.message.replace(/^error: /u, ''));
  }
}
