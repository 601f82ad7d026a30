import { townsNamed } from '../../questions/towns.ts';
import type { Remember, Remembered } from './remember.ts';

/** A town that was set so long ago, and not since, is forgotten. */
export const TOWN_DAYS = 180;

const MOST_CHATS = 10_000;
/** Words that speak of a town without its name. */
const OTHER_TOWN = /两个?镇|两地|两边|各个?镇|隔壁|另一个镇|另外一个镇|别的镇|那边镇/;

/** The town that a chat has set for its questions. */
export class ChatTowns {
  readonly #towns: Remembered<string>;

  constructor(remember: Remember) {
    this.#towns = remember('town', { most: MOST_CHATS, lifetimeMs: TOWN_DAYS * 24 * 3_600_000 });
  }

  /** The town set, unless the documents know it no longer. */
  of(chat: number, known: readonly string[]): string | undefined {
    const town = this.#towns.get(String(chat));
    return town !== undefined && known.includes(town) ? town : undefined;
  }

  set(chat: number, town: string): void {
    this.#towns.set(String(chat), town);
  }

  clear(chat: number): void {
    this.#towns.delete(String(chat));
  }
}

/** Whether the words, or the question before them that they may lean on, name a town themselves; that one counts. */
export function namesTown(words: readonly string[], known: readonly string[]): boolean {
  return words.some((text) => {
    const named = townsNamed(text, { known, others: [] });
    return named.known.length + named.unknown.length > 0 || OTHER_TOWN.test(text);
  });
}
