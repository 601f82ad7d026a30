import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { UsageError } from './usage-error.ts';
import { benchWording } from './wording.ts';

/** Where JSON goes: nowhere, to standard output, or into a file (absolute path). */
type JsonOutput = null | 'stdout' | { readonly file: string };

/** What the command line asks for; all paths are absolute. */
export type BenchTask =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'bench';
      /** One text a line; undefined: the seeds. */
      readonly corpus: string | undefined;
      readonly sizes: readonly number[];
      /** How long an engine may take to index one size before it is given up. */
      readonly limitSeconds: number;
      readonly json: JsonOutput;
    };

const SIZES = [1_000, 10_000, 100_000] as const;
const SMALLEST = 100;
const LARGEST = 1_000_000;
/** Sentences of the seeds over and over are not worth waiting for; a corpus of one's own is. */
const LIMIT_OF_SEEDS = 45;
const LIMIT_OF_CORPUS = 300;

/** Reads the words after the command's name; paths are relative to `folder`. Throws a `UsageError`. */
export function readArguments(words: readonly string[], folder: string): BenchTask {
  const { options: wording } = benchWording;
  let help = '';
  const command = new Command('npm run bench --')
    .description(benchWording.description)
    .option('--corpus <文件>', wording.corpus)
    .option('--sizes <规模>', wording.sizes)
    .option('--limit <秒>', wording.limit(LIMIT_OF_SEEDS, LIMIT_OF_CORPUS))
    .option('--json [文件]', wording.json)
    .helpOption('-h, --help', wording.help)
    .allowExcessArguments(false)
    .configureHelp({ styleTitle: (title) => benchWording.helpTitles[title] ?? title })
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => {},
    })
    .exitOverride();
  try {
    command.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'help', text: help };
    throw new UsageError(faultOf(error));
  }
  const { corpus, sizes, limit, json } = command.opts<{
    corpus?: string;
    sizes?: string;
    limit?: string;
    json?: string | true;
  }>();
  return {
    kind: 'bench',
    corpus: corpus === undefined ? undefined : resolve(folder, corpus),
    sizes: sizes === undefined ? SIZES : sizesOf(sizes),
    limitSeconds: limitOf(limit, corpus === undefined ? LIMIT_OF_SEEDS : LIMIT_OF_CORPUS),
    json: json === undefined ? null : json === true ? 'stdout' : { file: resolve(folder, json) },
  };
}

function sizesOf(value: string): number[] {
  const sizes = value
    .split(/[,，]/u)
    .map((size) => (/^\d{1,7}$/u.test(size.trim()) ? Number(size) : Number.NaN));
  if (sizes.some((size) => !(size >= SMALLEST && size <= LARGEST)))
    throw new UsageError(benchWording.usage.sizes(value));
  return [...new Set(sizes)].sort((one, other) => one - other);
}

function limitOf(value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^[1-9]\d{0,4}$/u.test(value)) throw new UsageError(benchWording.usage.limit(value));
  return Number(value);
}

/** Commander speaks English; the option it complains about stands in quotation marks. */
function faultOf(error: CommanderError): string {
  const { usage } = benchWording;
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
