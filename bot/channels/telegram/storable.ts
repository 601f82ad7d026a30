import type { MessageEntity, Update } from 'grammy/types';
import { maskBeforeKeeping } from '../../questions/mask.ts';

/** Who somebody is; no answer needs it. */
const NAMES = new Set(['first_name', 'last_name', 'username', 'title', 'language_code', 'author_signature']);
/** Whole parts of a message that are answered by their kind alone. */
const CONTENTS = new Set(['contact', 'location', 'venue', 'photo', 'voice', 'video', 'document', 'audio']);

/** An update as it may lie on disk until it is answered: without names, with personal numbers masked. */
export function storable(update: Update): Update {
  return keep(update) as Update;
}

function keep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keep);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value)
    .filter(([name]) => !NAMES.has(name))
    .map(([name, part]) => [name, CONTENTS.has(name) ? (Array.isArray(part) ? [] : {}) : keep(part)]);
  return masked(Object.fromEntries(parts));
}

/** Masks the words of a message; entities behind the first word that was masked would point beside theirs. */
function masked(message: Record<string, unknown>): Record<string, unknown> {
  for (const [words, entities] of [
    ['text', 'entities'],
    ['caption', 'caption_entities'],
  ] as const) {
    const before = message[words];
    if (typeof before !== 'string') continue;
    const after = maskBeforeKeeping(before);
    if (after === before) continue;
    message[words] = after;
    let offset = 0;
    while (before[offset] === after[offset]) offset += 1;
    const marked = (message[entities] ?? []) as MessageEntity[];
    message[entities] = marked.filter((entity) => entity.offset + entity.length <= offset);
  }
  return message;
}
