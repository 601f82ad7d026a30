import { characterPairs } from './folded-text.ts';

/**
 * Share of a question's character pairs that occur in its evidence: how far plain word overlap would carry.
 * Residents' questions have little of it.
 */
export function pairShare(question: string, evidence: readonly string[]): number {
  const given = new Set(evidence.flatMap(characterPairs));
  const asked = characterPairs(question);
  return asked.length === 0 ? 0 : asked.filter((pair) => given.has(pair)).length / asked.length;
}
