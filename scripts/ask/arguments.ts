import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { UsageError } from './usage-error.ts';

const { usage, command: wording } = terminalWording;

const MOST_HITS = 1_000;
const LONGEST_TOWN = 40;

/** What every way of asking shares. Folders are absolute; those not given are the configuration's. */
export interface Asking {
  readonly town?: string;
  readonly year?: number;
  readonly hits?: number;
  readonly index?: string;
  readonly seeds?: string;
}

/** What the command line asks for. */
export type Task =
  | { readonly kind: 'help'; readonly text: string }
  | ({ readonly kind: 'chat' } & Asking)
  | ({
      readonly kind: 'question';
      readonly question: string;
      readonly json: boolean;
      readonly explain: boolean;
    } & Asking)
  /** `input` and `output` are absolute paths; null stands for standard input and output. */
  | ({ readonly kind: 'batch'; readonly input: string | null; readonly output: string | null } & Asking);

interface Options {
  json?: true;
  explain?: true;
  town?: string;
  year?: string;
  hits?: string;
  index?: string;
  seeds?: string;
  batch?: string;
  out?: string;
}

/** Reads the words after the command's name; paths are relative to `folder`. Throws a `UsageError`. */
export function readArguments(words: readonly string[], folder: string): Task {
  let help = '';
  const command = describeCommand((text) => {
    help += text;
  });
  try {
    command.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'help', text: help };
    throw new UsageError(faultOf(error));
  }
  return taskOf(command.args.length === 0 ? null : command.args.join(' '), command.opts<Options>(), folder);
}

function describeCommand(writeOut: (text: string) => void): Command {
  const { options } = wording;
  return new Command('npm run ask --')
    .description(wording.description)
    .argument('[问题...]', wording.question)
    .option('--json', options.json)
    .option('--explain', options.explain)
    .option('--town <镇>', options.town)
    .option('--year <年份>', options.year)
    .option('--hits <个数>', options.hits)
    .option('--index <文件夹>', options.index)
    .option('--seeds <文件夹>', options.seeds)
    .option('--batch <文件>', options.batch)
    .option('--out <文件>', options.out)
    .helpOption('-h, --help', options.help)
    .usage(wording.words)
    .configureHelp({ styleTitle: (title) => wording.helpTitles[title] ?? title, displayWidth })
    .configureOutput({ writeOut, writeErr: () => {} })
    .exitOverride();
}

/** Columns on a terminal: Chinese characters take two. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/\p{Script=Han}|[\u3000-\u303f\uff00-\uff60]/u.test(character) ? 2 : 1),
    0,
  );
}

function taskOf(question: string | null, options: Options, folder: string): Task {
  const asking = askingOf(options, folder);
  const { json = false, explain = false, batch, out } = options;
  if (batch !== undefined) {
    if (question !== null) throw new UsageError(usage.together('--batch', wording.question));
    if (explain) throw new UsageError(usage.together('--batch', '--explain'));
    const output = out === undefined ? null : resolve(folder, out);
    return { kind: 'batch', input: batch === '-' ? null : resolve(folder, batch), output, ...asking };
  }
  if (out !== undefined) throw new UsageError(usage.needs('--out', '--batch'));
  if (question !== null) return { kind: 'question', question, json, explain, ...asking };
  if (json) throw new UsageError(usage.needsQuestion('--json'));
  if (explain) throw new UsageError(usage.needsQuestion('--explain'));
  return { kind: 'chat', ...asking };
}

function askingOf({ town, year, hits, index, seeds }: Options, folder: string): Asking {
  return {
    ...(town !== undefined && { town: townOf(town) }),
    ...(year !== undefined && { year: yearOf(year) }),
    ...(hits !== undefined && { hits: hitsOf(hits) }),
    ...(index !== undefined && { index: resolve(folder, index) }),
    ...(seeds !== undefined && { seeds: resolve(folder, seeds) }),
  };
}

function townOf(value: string): string {
  const town = value.trim();
  if (town === '' || town.length > LONGEST_TOWN) throw new UsageError(usage.town(LONGEST_TOWN));
  return town;
}

function yearOf(value: string): number {
  if (!/^(?:19|20|21)\d\d年?$/u.test(value)) throw new UsageError(usage.year(value));
  return Number.parseInt(value, 10);
}

function hitsOf(value: string): number {
  if (!/^\d{1,4}$/u.test(value) || Number(value) > MOST_HITS)
    throw new UsageError(usage.hits(value, MOST_HITS));
  return Number(value);
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
