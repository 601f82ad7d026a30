import { resolve } from 'node:path';
import { ROW_ORDERS, type RowFilter, readDay } from '../../bot/desk/row-filter.ts';
import { areApart, type Side } from '../../bot/desk/side-by-side.ts';
import { deskWording } from '../../bot/wording/desk.ts';
import type { Standing } from '../../retrieval/facts/standing.ts';
import { describeCommand, parseCommand, yearOf } from './command.ts';
import { UsageError } from './usage-error.ts';

const NAME = 'targets';
const { usage, command } = deskWording;

/** What `npm run targets` was asked for; paths are absolute. */
export type TargetsTask =
  | { readonly kind: 'help'; readonly text: string }
  | (Shared & {
      readonly kind: 'rows';
      readonly filter: RowFilter;
      readonly csv: string | null;
    })
  | (Shared & {
      readonly kind: 'sides';
      readonly sides: readonly [Side, Side];
      readonly measure: string;
    });

interface Shared {
  readonly json: boolean;
  readonly index?: string;
  readonly seeds?: string;
}

interface Options {
  town?: string;
  year?: string;
  against?: string;
  againstYear?: string;
  kind?: string;
  measure?: string;
  before?: string;
  sort?: string;
  json?: true;
  csv?: string;
  index?: string;
  seeds?: string;
}

/** Reads the words after the command; paths are relative to `folder`. Throws a `UsageError`. */
export function readTargetsArguments(words: readonly string[], folder: string): TargetsTask {
  const { options } = command.targets;
  const described = describeCommand(NAME, command.targets.description, options.help)
    .option('--town <镇>', options.town)
    .option('--year <年份>', options.year)
    .option('--against <镇>', options.against)
    .option('--against-year <年份>', options.againstYear)
    .option('--kind <性质>', options.kind)
    .option('--measure <词>', options.measure)
    .option('--before <日期>', options.before)
    .option('--sort <顺序>', options.order)
    .option('--json', options.json)
    .option('--csv <文件>', options.csv)
    .option('--index <文件夹>', options.index)
    .option('--seeds <文件夹>', options.seeds)
    .allowExcessArguments()
    .usage('[选项]');
  const text = parseCommand(described, words, NAME);
  if (text !== null) return { kind: 'help', text };
  const extra = described.args[0];
  if (extra !== undefined) throw new UsageError(usage.extra(extra), NAME);
  const { json = false, csv, index, seeds, ...filters } = described.opts<Options>();
  if (json && csv !== undefined) throw new UsageError(usage.together('--json', '--csv'), NAME);
  const shared = {
    json,
    ...(index === undefined ? {} : { index: resolve(folder, index) }),
    ...(seeds === undefined ? {} : { seeds: resolve(folder, seeds) }),
  };
  const { against, againstYear, measure = '' } = filters;
  if (against !== undefined || againstYear !== undefined)
    return {
      kind: 'sides',
      sides: sidesOf({ ...filters, ...(csv === undefined ? {} : { csv }) }),
      measure,
      ...shared,
    };
  return {
    kind: 'rows',
    filter: filterOf(filters),
    csv: csv === undefined ? null : resolve(folder, csv),
    ...shared,
  };
}

/** What is not said of the other side is as on this one. */
function sidesOf(options: Options): readonly [Side, Side] {
  const { town, year, against, againstYear, kind, before, sort, csv } = options;
  const narrowing = Object.entries({ kind, before, sort, csv }).find(([, value]) => value !== undefined);
  if (narrowing !== undefined) {
    const side = against === undefined ? '--against-year' : '--against';
    throw new UsageError(usage.together(side, `--${narrowing[0]}`), NAME);
  }
  const here = sideOf(town, year);
  const sides = [here, { ...here, ...sideOf(against, againstYear, '--against-year') }] as const;
  if (!areApart(...sides)) throw new UsageError(usage.notApart, NAME);
  return sides;
}

function sideOf(town: string | undefined, year: string | undefined, yearOption?: string): Side {
  return {
    ...(town === undefined ? {} : { town: town.trim() }),
    ...(year === undefined ? {} : { year: yearOf(year, NAME, yearOption) }),
  };
}

function filterOf({ town, year, kind, measure, before, sort }: Options): RowFilter {
  return {
    ...sideOf(town, year),
    ...(kind === undefined ? {} : { kind: standingOf(kind) }),
    ...(measure === undefined ? {} : { measure }),
    ...(before === undefined ? {} : { before: dayOf(before) }),
    ...(sort === undefined ? {} : { order: orderOf(sort) }),
  };
}

/** A kind by its name or as the tables call it. */
function standingOf(typed: string): Standing {
  const kinds = Object.entries(deskWording.kinds) as [Standing, string][];
  const found = kinds.find(([kind, label]) => kind === typed || label === typed);
  if (found === undefined) throw new UsageError(usage.kind(typed), NAME);
  return found[0];
}

function dayOf(typed: string): string {
  const day = readDay(typed);
  if (day === undefined) throw new UsageError(usage.before(typed), NAME);
  return day;
}

function orderOf(typed: string): (typeof ROW_ORDERS)[number] {
  const order = ROW_ORDERS.find((one) => one === typed);
  if (order === undefined) throw new UsageError(usage.order(typed), NAME);
  return order;
}
