import { shortTown } from './towns.ts';

const ASKED = /(?:全称|全名|完整的?名[称字])/;
const NAMED =
  /[“「《]([^“”「」《》]{3,12})[”」》]的?(?=全|完整)|([\u4e00-\u9fff]{3,12}?)的?(?=全[称名]|完整的?名[称字])/u;
/** A shorter name could be short for anything. */
const SHORTEST = 3;

/** The short name whose full name a question asks for, without the town before it; undefined when none is. */
export function shortNameAsked(text: string, towns: readonly string[]): string | undefined {
  if (!ASKED.test(text)) return undefined;
  const match = text.match(NAMED);
  const name = match?.[1] ?? match?.[2];
  if (name === undefined) return undefined;
  const before = towns.flatMap((town) => [town, shortTown(town)]).find((town) => name.startsWith(town));
  const short = before === undefined ? name : name.slice(before.length);
  return short.length >= SHORTEST ? short : undefined;
}
