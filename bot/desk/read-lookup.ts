import type { Standing } from '../../retrieval/facts/standing.ts';
import { shortTown, townsNamed } from '../questions/towns.ts';
import { yearsAsked } from '../questions/years.ts';
import type { RowFilter } from './row-filter.ts';

/** What somebody wants to see of the register, read out of everyday words. */
export interface Lookup {
  readonly filter: RowFilter;
  /** Towns that were named and that the documents do not cover. */
  readonly unknownTowns: readonly string[];
  /** Several years were named; the register is narrowed by one at most. */
  readonly severalYears: boolean;
}

const KINDS: Readonly<Record<Standing, RegExp>> = {
  target: /目标(?!群|人)|计划(?!生育)|打算/g,
  underway: /正在(?:推进|办|做|建)|推进中|进行中|在办|在建/g,
  result: /(?:已经?)?完成了?(?:情况|的)?|结果|已经?(?:做到|实现)/g,
};
/** Words of asking, and signs between words, that no row has to hold. */
const ASKING =
  /有哪些|有多少|有没有|哪些|多少|查一下|查查|看一下|看看|情况|[的呢吗么？?！!，,。.；;、：:"“”]/g;
const YEAR_WORDS =
  /(?:19|20)\d{2}年?度?|(?<!\d)[012]\d年|[一二][〇零九][〇零一二三四五六七八九]{2}年|大前年|今年|本年|去年|上一年|前年|明年|后年/g;

/**
 * Reads 义桥镇2023年停车位目标 as town, year, sort and what is measured; what is no filter is searched for.
 * Two sorts named together (目标和完成情况) narrow to neither. 今年 is the asker's.
 */
export function readLookup(words: string, towns: readonly string[], now: Date): Lookup {
  const named = townsNamed(words, { known: towns, others: [] });
  const { years } = yearsAsked(words, now);
  const kinds = (Object.keys(KINDS) as Standing[]).filter((kind) => words.search(KINDS[kind]) !== -1);
  const measure = measureIn(words, [...towns.filter((town) => named.known.includes(town)), ...named.unknown]);
  const [town] = named.known;
  const [year] = years;
  const [kind] = kinds;
  return {
    filter: {
      ...(town === undefined || named.known.length > 1 ? {} : { town }),
      ...(year === undefined || years.length > 1 ? {} : { year }),
      ...(kind === undefined || kinds.length > 1 ? {} : { kind }),
      ...(measure === '' ? {} : { measure }),
    },
    unknownTowns: named.unknown,
    severalYears: years.length > 1,
  };
}

function measureIn(words: string, towns: readonly string[]): string {
  const forms = towns.flatMap((town) => [town, shortTown(town)]);
  let rest = words;
  for (const form of forms) rest = rest.replaceAll(form, ' ');
  rest = rest.replace(YEAR_WORDS, ' ');
  for (const pattern of Object.values(KINDS)) rest = rest.replace(pattern, ' ');
  return rest
    .replace(ASKING, ' ')
    .replace(/(?:^|\s)[和与跟或]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
