import { describeCommand, parseCommand } from '../desk/command.ts';
import { UsageError } from '../desk/usage-error.ts';
import { attackWording } from './wording.ts';

export type AttackTask =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'attack'; readonly inputs: number; readonly seed: number; readonly json: boolean };

const INPUTS = 2_000;
const NAME = 'attack';

/** Reads the words after the command; `seed` is the one to use when none is given. Throws a `UsageError`. */
export function readArguments(words: readonly string[], seed: number): AttackTask {
  const { options } = attackWording;
  const command = describeCommand(NAME, attackWording.description, options.help)
    .option('--inputs <个数>', options.inputs(INPUTS))
    .option('--seed <数>', options.seed)
    .option('--json', options.json)
    .allowExcessArguments(false);
  const help = parseCommand(command, words, NAME);
  if (help !== null) return { kind: 'help', text: help };
  const given = command.opts<{ inputs?: string; seed?: string; json?: true }>();
  return {
    kind: 'attack',
    inputs: wholeNumber('--inputs', given.inputs, INPUTS),
    seed: wholeNumber('--seed', given.seed, seed),
    json: given.json ?? false,
  };
}

function wholeNumber(option: string, typed: string | undefined, otherwise: number): number {
  if (typed === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(typed)) throw new UsageError(attackWording.wholeNumber(option, typed), NAME);
  return Number(typed);
}
