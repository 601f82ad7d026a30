import { soundOf } from '../../retrieval/text/pinyin.ts';
import { isCommonWord } from '../../retrieval/text/words.ts';

/** Town names as they stand in questions: 义桥镇, 义桥, and towns that the documents do not cover. */
export interface Towns {
  /** Full names of the towns that documents are about. */
  readonly known: readonly string[];
  /** Other towns near by: full name and the short forms that are no common words. */
  readonly others: readonly { readonly name: string; readonly aliases: readonly string[] }[];
}

export interface TownsNamed {
  readonly known: readonly string[];
  readonly unknown: readonly string[];
}

const SUFFIX = /(?:镇|乡|街道|区|县|市|新区)$/;
/** Words before 镇 that name no town. */
const COMMON =
  /^(?:全|本|我们|咱|咱们|阿拉|我|该|城|乡|村|小|集|各|这|那|每|古|哪个|哪|一个|两|两个|隔壁|别的|其他|其它|兄弟|美丽城|特色小|个|到|在|是|由|给|向|经|过|属|新|老|问|跟|和|与|由我|文明|美丽|乡村|中心|我伲|伢)$/;

/** 义桥镇 is also called 义桥; what would leave one character stays whole. */
export function shortTown(town: string): string {
  return town.replace(/(?<=..)(?:镇|乡|街道)$/, '');
}

/**
 * Puts a known town's name in place of one that sounds alike: any characters before 镇 or 街道 (瓜利镇), and elsewhere
 * those that begin as the name does and make no word (瓜历2021年).
 */
export function spellTowns(text: string, { known }: Towns): string {
  return known.reduce((spelt, town) => {
    const short = shortTown(town);
    const suffix = town.slice(short.length);
    for (let at = 0; at + short.length <= spelt.length; at++) {
      const end = at + short.length;
      const written = spelt.slice(at, end);
      const before = suffix !== '' && spelt.startsWith(suffix, end);
      if (written === short || !(before || written[0] === short[0])) continue;
      if (soundOf(written) !== soundOf(short) || (!before && isCommonWord(written))) continue;
      spelt = spelt.slice(0, at) + short + spelt.slice(end);
    }
    return spelt;
  }, text);
}

/** Which towns a question names. A short form (义桥) counts unless it is part of a longer unknown name. */
export function townsNamed(question: string, towns: Towns): TownsNamed {
  const known = towns.known.filter(
    (town) => question.includes(town) || question.includes(town.replace(SUFFIX, '')),
  );
  const unknown = new Set<string>();
  for (const { name, aliases } of towns.others) {
    if ([name, ...aliases].some((form) => question.includes(form))) unknown.add(name);
  }
  for (const match of question.matchAll(
    /([\u4e00-\u9fff]{2,3})(镇|街道)(?!长|上|里|村|域|区|政府|党|人大|级)/g,
  )) {
    // 本镇与临浦镇: the word that joins two towns is part of neither.
    const short = match[1]!.replace(/^[与和跟同及比](?=..)/u, '');
    const name = `${short}${match[2]}`;
    if (towns.known.some((town) => name.endsWith(town) || town.endsWith(name))) continue;
    if ([short, short.slice(-2), short.slice(-1)].some((word) => COMMON.test(word))) continue;
    // 听说镇里, 承接镇: a word of the language before 镇 names no town.
    if (short.length === 2 && !isCommonWord(short)) unknown.add(name);
  }
  return { known, unknown: [...unknown] };
}
