import { resolve } from 'node:path';
import type { TextAbout } from '../../bot/desk/fact-check.ts';
import { deskWording } from '../../bot/wording/desk.ts';
import { describeCommand, parseCommand, yearOf } from './command.ts';
import { UsageError } from './usage-error.ts';

const NAME = 'fact-check';
const { usage, command } = deskWording;

/** Where the text comes from: the command line, a file (absolute path), or standard input (null). */
export type TextSource = { readonly text: string } | { readonly file: string | null };

export type CheckTask =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'check';
      readonly source: TextSource;
      readonly about: TextAbout;
      readonly json: boolean;
      readonly index?: string;
      readonly seeds?: string;
    };

interface Options {
  file?: string;
  town?: string;
  year?: string;
  json?: true;
  index?: string;
  seeds?: string;
}

/** Reads the words after the command; paths are relative to `folder`. Throws a `UsageError`. */
export function readCheckArguments(words: readonly string[], folder: string): CheckTask {
  const { options } = command.check;
  const described = describeCommand(NAME, command.check.description, options.help)
    .argument('[文字...]', command.check.text)
    .option('--file <文件>', options.file)
    .option('--town <镇>', options.town)
    .option('--year <年份>', options.year)
    .option('--json', options.json)
    .option('--index <文件夹>', options.index)
    .option('--seeds <文件夹>', options.seeds)
    .usage(command.check.words);
  const text = parseCommand(described, words, NAME);
  if (text !== null) return { kind: 'help', text };
  const { file, town, year, json = false, index, seeds } = described.opts<Options>();
  return {
    kind: 'check',
    source: sourceOf(described.args, file, folder),
    about: {
      ...(town === undefined ? {} : { town: town.trim() }),
      ...(year === undefined ? {} : { year: yearOf(year, NAME) }),
    },
    json,
    ...(index === undefined ? {} : { index: resolve(folder, index) }),
    ...(seeds === undefined ? {} : { seeds: resolve(folder, seeds) }),
  };
}

function sourceOf(words: readonly string[], file: string | undefined, folder: string): TextSource {
  if (words.length === 0) return { file: file === undefined || file === '-' ? null : resolve(folder, file) };
  if (file !== undefined) throw new UsageError(usage.together('--file', command.check.text), NAME);
  return { text: words.join(' ') };
}
