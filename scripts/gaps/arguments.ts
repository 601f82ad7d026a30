import { resolve } from 'node:path';
import { deskWording } from '../../bot/wording/desk.ts';
import { recordsWording } from '../../bot/wording/records.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { type GoldenQuestion, QUESTION_TYPES } from '../../evals/golden/question.ts';
import { describeCommand, parseCommand } from '../desk/command.ts';
import { UsageError } from '../desk/usage-error.ts';

const NAME = 'gaps';
const { usage } = recordsWording;

/** What a reviewer knows of a question. */
export type Review = Pick<
  GoldenQuestion,
  'persona' | 'type' | 'evidence' | 'must' | 'must_not' | 'derived'
> & {
  readonly note?: string;
};

interface Places {
  readonly store?: string;
  readonly seeds?: string;
  readonly since?: Date;
}

/** What `npm run gaps` was asked for; paths are absolute. */
export type GapsTask =
  | { readonly kind: 'help'; readonly text: string }
  | ({ readonly kind: 'gaps' | 'feedback'; readonly json: boolean } & Places)
  | ({
      readonly kind: 'golden';
      /** Numbers of gaps, or questions as they were asked. */
      readonly words: readonly string[];
      readonly review: Review;
      readonly golden?: string;
    } & Places);

interface Options {
  since?: string;
  json?: true;
  feedback?: true;
  toGolden?: string[];
  evidence?: string[];
  must?: string[];
  mustNot?: string[];
  derived?: string[];
  type?: string;
  persona?: string;
  note?: string;
  golden?: string;
  store?: string;
  seeds?: string;
}

/** Reads the words after the command; paths are relative to `folder`. Throws a `UsageError`. */
export function readGapsArguments(words: readonly string[], folder: string): GapsTask {
  const { options, description } = recordsWording.gaps;
  const more = (value: string, known: string[] = []): string[] => [...known, value];
  const described = describeCommand(NAME, description, options.help)
    .option('--since <日期>', options.since)
    .option('--json', options.json)
    .option('--feedback', options.feedback)
    .option('--to-golden <问题或ID...>', options.toGolden)
    .option('--evidence <文件名:原文>', options.evidence, more)
    .option('--must <词|词>', options.must, more)
    .option('--must-not <词>', options.mustNot, more)
    .option('--derived <词>', options.derived, more)
    .option('--type <题型>', options.type)
    .option('--persona <谁>', options.persona)
    .option('--note <备注>', options.note)
    .option('--golden <文件夹>', options.golden)
    .option('--store <文件夹>', options.store)
    .option('--seeds <文件夹>', options.seeds)
    .allowExcessArguments()
    .usage('[选项]');
  const text = parseCommand(described, words, NAME);
  if (text !== null) return { kind: 'help', text };
  const extra = described.args[0];
  if (extra !== undefined) throw wrong(deskWording.usage.extra(extra));
  return taskOf(described.opts<Options>(), folder);
}

function taskOf(options: Options, folder: string): GapsTask {
  const { json = false, feedback = false, toGolden, since, store, seeds, golden } = options;
  const { together } = deskWording.usage;
  if (feedback && toGolden !== undefined) throw wrong(together('--feedback', '--to-golden'));
  if (json && toGolden !== undefined) throw wrong(together('--json', '--to-golden'));
  const places: Places = {
    ...(since === undefined ? {} : { since: dayOf(since) }),
    ...(store === undefined ? {} : { store: resolve(folder, store) }),
    ...(seeds === undefined ? {} : { seeds: resolve(folder, seeds) }),
  };
  if (toGolden === undefined) {
    const lonely = reviewOptions(options)[0];
    if (lonely !== undefined) throw wrong(usage.needsGolden(lonely));
    return { kind: feedback ? 'feedback' : 'gaps', json, ...places };
  }
  if (toGolden.some((word) => word.trim() === ''))
    throw wrong(terminalWording.usage.missingValue('--to-golden'));
  const review = reviewOf(options);
  if (toGolden.length > 1 && review.evidence.length + review.must.length > 0) throw wrong(usage.oneQuestion);
  const where = golden === undefined ? {} : { golden: resolve(folder, golden) };
  return { kind: 'golden', words: toGolden, review, ...where, ...places };
}

/** Which options about a golden question were given. */
function reviewOptions(options: Options): string[] {
  const { evidence, must, mustNot, derived, type, persona, note, golden } = options;
  const given = { evidence, must, 'must-not': mustNot, derived, type, persona, note, golden };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([name]) => `--${name}`);
}

function reviewOf(options: Options): Review {
  const { evidence = [], must = [], mustNot = [], derived = [], type, persona, note } = options;
  const places = evidence.map(evidenceOf);
  if (places.length > 0 && type === undefined) throw wrong(usage.typeNeeded);
  return {
    persona: personaOf(persona ?? 'resident'),
    type: typeOf(type ?? 'unanswerable'),
    evidence: places,
    must: must.map((group) => group.split('|').filter((word) => word !== '')),
    must_not: mustNot,
    derived,
    ...(note === undefined ? {} : { note }),
  };
}

/** Midnight where the reviewer is. */
function dayOf(typed: string): Date {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? []).map(Number);
  const date = new Date(year ?? Number.NaN, (month ?? 0) - 1, day);
  // The 31st of a month of thirty days would be the first of the next one.
  if (Number.isNaN(date.getTime()) || date.getMonth() + 1 !== month) throw wrong(usage.since(typed));
  return date;
}

function evidenceOf(typed: string): { seed: string; quote: string } {
  const [, seed, quote] = /^([^:：]+)[:：](.+)$/s.exec(typed) ?? [];
  if (seed === undefined || quote === undefined) throw wrong(usage.evidence(typed));
  return { seed, quote };
}

function typeOf(typed: string): GoldenQuestion['type'] {
  const found = QUESTION_TYPES.find((type) => type === typed);
  if (found === undefined) throw wrong(usage.type(typed, QUESTION_TYPES.join('、')));
  return found;
}

function personaOf(typed: string): GoldenQuestion['persona'] {
  if (typed !== 'resident' && typed !== 'cadre') throw wrong(usage.persona(typed));
  return typed;
}

function wrong(fault: string): UsageError {
  return new UsageError(fault, NAME);
}
