import { describeCommand, parseCommand } from '../desk/command.ts';
import { UsageError } from '../desk/usage-error.ts';
import { loadWording } from './wording.ts';

export type LoadTask =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'load'; readonly people: number; readonly minutes: number; readonly json: boolean };

const NAME = 'load';
const PEOPLE = 50;
const MINUTES = 1;

/** Reads the words after the command. Throws a `UsageError`. */
export function readArguments(words: readonly string[]): LoadTask {
  const { options } = loadWording;
  const command = describeCommand(NAME, loadWording.description, options.help)
    .option('--people <人数>', options.people(PEOPLE))
    .option('--minutes <分钟>', options.minutes(MINUTES))
    .option('--json', options.json)
    .allowExcessArguments(false);
  const help = parseCommand(command, words, NAME);
  if (help !== null) return { kind: 'help', text: help };
  const given = command.opts<{ people?: string; minutes?: string; json?: true }>();
  const people = given.people ?? String(PEOPLE);
  const minutes = given.minutes ?? String(MINUTES);
  if (!/^[1-9]\d{0,3}$/.test(people)) throw new UsageError(loadWording.wrongPeople(people), NAME);
  if (!/^\d{1,3}(?:\.\d+)?$/.test(minutes) || !(Number(minutes) > 0))
    throw new UsageError(loadWording.wrongMinutes(minutes), NAME);
  return { kind: 'load', people: Number(people), minutes: Number(minutes), json: given.json ?? false };
}
