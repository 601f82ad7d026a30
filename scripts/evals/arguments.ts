import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { Part } from '../../evals/golden/read-questions.ts';
import type { Prices } from '../../evals/modes/compare-modes.ts';
import { SUITES, type SuiteName } from '../../evals/suites/result.ts';
import { UsageError } from './usage-error.ts';
import { commandWording } from './wording.ts';

/** Where JSON goes: nowhere, to standard output, or into a file (absolute path). */
export type JsonOutput = null | 'stdout' | { readonly file: string };

/** What the command line asks for; all paths are absolute. */
export type EvalTask =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'suites';
      readonly suites: readonly SuiteName[];
      readonly parts: readonly Part[];
      readonly updateBaseline: boolean;
      readonly json: JsonOutput;
    }
  | {
      readonly kind: 'modes';
      readonly parts: readonly Part[];
      /** What a million tokens cost; null when nobody said. */
      readonly prices: Prices | null;
      readonly json: JsonOutput;
    }
  | {
      readonly kind: 'score';
      readonly file: string;
      /** Undefined: the suites that the stored generation feeds. */
      readonly suites: readonly SuiteName[] | undefined;
      /** Undefined: the part that the file says. */
      readonly parts: readonly Part[] | undefined;
      readonly json: JsonOutput;
    }
  | {
      readonly kind: 'beir';
      readonly directory: string;
      readonly run: string | undefined;
      readonly json: JsonOutput;
    }
  | { readonly kind: 'squad'; readonly file: string; readonly json: JsonOutput };

interface Options {
  suite?: string[];
  part?: string;
  score?: string;
  json?: string | true;
  updateBaseline?: true;
  mode?: string;
  prices?: string;
  beir?: string;
  run?: string;
  squad?: string;
}

const MODES = ['extractive', 'llm'] as const;
type Mode = (typeof MODES)[number];

const PARTS: Readonly<Record<string, readonly Part[]>> = {
  tuned: ['tuned'],
  aside: ['aside'],
  all: ['tuned', 'aside'],
};

/** Reads the words after the command's name; paths are relative to `folder`. Throws a `UsageError`. */
export function readArguments(words: readonly string[], folder: string): EvalTask {
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
  return taskOf(command.opts<Options>(), folder);
}

function describeCommand(writeOut: (text: string) => void): Command {
  const { options } = commandWording;
  const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];
  return new Command('npm run evals --')
    .description(commandWording.description)
    .option('--suite <套件>', options.suite, collect)
    .option('--part <题组>', options.part)
    .option('--score <文件>', options.score)
    .option('--json [文件]', options.json)
    .option('--update-baseline', options.updateBaseline)
    .option('--mode <方式>', options.mode)
    .option('--prices <输入价,输出价>', options.prices)
    .option('--beir <文件夹>', options.beir)
    .option('--run <文件>', options.run)
    .option('--squad <文件>', options.squad)
    .helpOption('-h, --help', options.help)
    .allowExcessArguments(false)
    .configureHelp({ styleTitle: (title) => commandWording.helpTitles[title] ?? title })
    .configureOutput({ writeOut, writeErr: () => {} })
    .exitOverride();
}

function taskOf(options: Options, folder: string): EvalTask {
  const { usage } = commandWording;
  const json: JsonOutput =
    options.json === undefined
      ? null
      : options.json === true
        ? 'stdout'
        : { file: resolve(folder, options.json) };
  const given = (['beir', 'squad', 'score'] as const).filter((name) => options[name] !== undefined);
  if (given.length > 1) throw new UsageError(usage.together(`--${given[0]}`, `--${given[1]}`));
  if (options.run !== undefined && options.beir === undefined)
    throw new UsageError(usage.needs('--run', '--beir'));
  refuseOutside(options, given[0]);
  if (options.beir !== undefined) {
    const run = options.run === undefined ? undefined : resolve(folder, options.run);
    return { kind: 'beir', directory: resolve(folder, options.beir), run, json };
  }
  if (options.squad !== undefined) return { kind: 'squad', file: resolve(folder, options.squad), json };
  const parts = options.part === undefined ? undefined : partsOf(options.part);
  if (options.mode !== undefined && modeOf(options.mode) === 'llm')
    return modesTask(options, parts ?? PARTS.all!, json);
  if (options.prices !== undefined) throw new UsageError(usage.needs('--prices', '--mode llm'));
  const suites = options.suite?.map(suiteOf);
  if (options.score !== undefined)
    return { kind: 'score', file: resolve(folder, options.score), suites, parts, json };
  return {
    kind: 'suites',
    suites: suites ?? SUITES,
    parts: parts ?? PARTS.all!,
    updateBaseline: options.updateBaseline === true,
    json,
  };
}

function modesTask(options: Options, parts: readonly Part[], json: JsonOutput): EvalTask {
  const { usage } = commandWording;
  const foreign = [
    ['--suite', options.suite],
    ['--update-baseline', options.updateBaseline],
  ] as const;
  const first = foreign.find(([, value]) => value !== undefined);
  if (first !== undefined) throw new UsageError(usage.together('--mode llm', first[0]));
  const prices = options.prices === undefined ? null : pricesOf(options.prices);
  return { kind: 'modes', parts, prices, json };
}

function modeOf(value: string): Mode {
  const found = MODES.find((mode) => mode === value);
  if (found === undefined) throw new UsageError(commandWording.usage.choice('--mode', value, MODES));
  return found;
}

function pricesOf(value: string): Prices {
  const match = /^(\d+(?:\.\d+)?)[,，](\d+(?:\.\d+)?)$/u.exec(value);
  if (match === null) throw new UsageError(commandWording.usage.prices(value));
  return { input: Number(match[1]), output: Number(match[2]) };
}

/** Outside data know neither suites nor parts, and stored answers are no reason to move the baseline. */
function refuseOutside(options: Options, way: 'beir' | 'squad' | 'score' | undefined): void {
  if (way === undefined) return;
  const foreign = [
    ['--update-baseline', options.updateBaseline],
    ['--mode', options.mode],
    ['--prices', options.prices],
    ...(way === 'score'
      ? []
      : ([
          ['--suite', options.suite],
          ['--part', options.part],
        ] as const)),
  ] as const;
  const first = foreign.find(([, value]) => value !== undefined);
  if (first !== undefined) throw new UsageError(commandWording.usage.together(`--${way}`, first[0]));
}

function suiteOf(value: string): SuiteName {
  const found = SUITES.find((suite) => suite === value);
  if (found === undefined) throw new UsageError(commandWording.usage.choice('--suite', value, SUITES));
  return found;
}

function partsOf(value: string): readonly Part[] {
  const found = Object.hasOwn(PARTS, value) ? PARTS[value] : undefined;
  if (found === undefined)
    throw new UsageError(commandWording.usage.choice('--part', value, Object.keys(PARTS)));
  return found;
}

/** Commander speaks English; the option it complains about stands in quotation marks. */
function faultOf(error: CommanderError): string {
  const { usage } = commandWording;
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
