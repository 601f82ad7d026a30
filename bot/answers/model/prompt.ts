import { maskPersonalNumbers } from '../../questions/mask.ts';
import type { Turn } from '../../questions/request.ts';
import { fences, fields, kinds, speakers, system } from '../../wording/model.ts';
import type { Prompt } from './chat-model.ts';
import type { Evidence } from './evidence.ts';

/** What a person asked, and what was said before. */
export interface Context {
  readonly question: string;
  readonly history: readonly Turn[];
}

/** A follow-up leans on the last turns only, and on their beginnings. */
const MOST_TURNS = 4;
const LONGEST_TURN = 300;
const LONGEST_QUESTION = 500;

/**
 * What a model is sent. Everything from outside is JSON inside a fence; `<` and `>` are escaped in it, so
 * that no words of a document or a person can close the fence.
 */
export function buildPrompt(
  evidence: readonly Evidence[],
  { question, history }: Context,
  room: number,
): Prompt {
  const turns = history
    .slice(-MOST_TURNS)
    .map(({ role, text }) => ({ [speakers[role]]: personal(text, LONGEST_TURN) }));
  return {
    system: system(room),
    user: [
      ...(turns.length === 0 ? [] : [fence(fences.history, turns)]),
      fence(fences.evidence, evidence.map(describe)),
      fence(fences.question, personal(question, LONGEST_QUESTION)),
    ].join('\n\n'),
  };
}

/** Masked before it is cut, so that no half of a number is left. */
function personal(text: string, longest: number): string {
  return maskPersonalNumbers(text).slice(0, longest);
}

function describe({ citation, quote, said, isTarget }: Evidence): object {
  return {
    [fields.number]: citation.mark,
    [fields.quote]: quote,
    [fields.said]: said,
    [fields.kind]: isTarget ? kinds.target : kinds.other,
    [fields.title]: citation.title,
    [fields.town]: citation.town,
    [fields.period]: citation.period,
  };
}

function fence(name: string, data: unknown): string {
  const json = JSON.stringify(data).replace(
    /[<>〈〉]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `〈${name}〉\n${json}\n〈/${name}〉`;
}
