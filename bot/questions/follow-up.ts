import { shortTown, type Towns } from './towns.ts';

/** Words of a follow-up that name no matter of their own: 这个指标是什么情况呢, 那边的目标有多少. */
const POINTING =
  /^(?:这个|那个|那边|这边|方面|同一?|同样|一样|这项|那项|指标|数据|数字|情况|做法|目标|计划|打算|任务|结果|完成|什么|怎么样|怎样|如何|多少|几[个家项]?|换成|问问|再|看看|[那么该数是有的在呢吗呀啊又也换改镇年底初份]|[\s,，?？。!！])+$/u;
const AIM = /目标|计划|打算|任务/;

/**
 * A follow-up that swaps the town, and perhaps the year, and names no matter (这个指标莲塘2021年是什么情况, 那莲塘呢) asks
 * the earlier question again: that question's words without its town and year, and with the follow-up's own aim
 * or none. Undefined for any other follow-up: the same town words its next year too differently.
 */
export function askedAgain(text: string, earlier: string, { known }: Towns): string | undefined {
  const names = namesOf(known);
  const bare = (words: string): string => withoutPlaceAndYear(words, names);
  const swapsTown = names.some((name) => text.includes(name));
  if (earlier === '' || !swapsTown || !POINTING.test(bare(text))) return undefined;
  return `${text.match(AIM)?.[0] ?? ''}${bare(earlier).replace(new RegExp(AIM, 'g'), '')}`;
}

/** 那隔壁镇呢, 还有呢, 那前一年呢: nothing but another place or time is named, so only earlier turns say of what. */
export function isBareFollowUp(text: string, { known }: Towns): boolean {
  if (!/^(?:那|还有|再|然后)|呢[?？]?$/.test(text.trim())) return false;
  const left = withoutPlaceAndYear(text, namesOf(known)).replace(ELSEWHERE, '');
  return left === '' || POINTING.test(left);
}

/** Words for another place or time than the one spoken of. */
const ELSEWHERE = /隔壁|邻[镇村]|另外?一?个|别的|其[他它余]|还有|然后|[前后上下][一两]?年|[前后]面|第二年/g;

function namesOf(towns: readonly string[]): string[] {
  return towns.flatMap((town) => [town, shortTown(town)]);
}

function withoutPlaceAndYear(words: string, names: readonly string[]): string {
  return names
    .reduce((left, name) => left.replaceAll(name, ''), words)
    .replace(/(?<!\d)(?:20\d{2}|[012]\d(?=年))年?(?:底|初|度)?|[今去前明]年/g, '');
}
