import { bare } from '../../../retrieval/text/characters.ts';

/** Words that hold sentences together and say nothing of the matter. */
const CONNECTING = new Set(
  '的了是在有和与及等也都将可以能共其中各为到从对由把被就还并且而则这那该此着过呢吗吧会让给用来去上下里内外个您我们他她它如果后前时',
);

/** Han characters of a text that say something, and Latin words; numbers are compared elsewhere. */
export function tellingCharacters(text: string): string[] {
  return [...bare(text).replace(/[^\u3400-\u9fff]/g, '')].filter((character) => !CONNECTING.has(character));
}

/**
 * Pairs of telling characters that stand together or with one between them: 老人 is found in 老年人, and
 * 新建食堂 in 新建的食堂.
 */
export function pairsOf(text: string): Set<string> {
  const characters = tellingCharacters(text);
  const pairs = new Set<string>();
  for (let i = 0; i < characters.length; i++) {
    for (const other of [characters[i + 1], characters[i + 2]])
      if (other !== undefined) pairs.add(`${characters[i]}${other}`);
  }
  return pairs;
}

/** The share of a text's telling characters that stand in a neighbourhood which `pairs` knows; 1 when it has none. */
export function coverage(text: string, pairs: ReadonlySet<string>): number {
  const characters = tellingCharacters(text);
  if (characters.length === 0) return 1;
  const covered = characters.filter((character, i) => {
    const before = characters[i - 1];
    const after = characters[i + 1];
    return (
      (before !== undefined && pairs.has(`${before}${character}`)) ||
      (after !== undefined && pairs.has(`${character}${after}`))
    );
  });
  return covered.length / characters.length;
}

/** The smallest parts of a text that can be true or false alone: cut at every mark but a number's own comma or colon. */
export function partsOf(text: string): string[] {
  return text.split(/(?<!\d)[，,：:]|[，,：:](?!\d)|[；;。！？!?、]/u).filter((part) => part.trim() !== '');
}
