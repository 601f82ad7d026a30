import { chineseNumeral } from '../../retrieval/text/numbers.ts';

/** The year a question means, and whether it stands on the asker's own calendar (今年, 去年). */
export interface AskedYears {
  readonly years: readonly number[];
  readonly relative: boolean;
}

const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上一年: -1,
  前年: -2,
  明年: 1,
  后年: 2,
  大前年: -3,
};

/** 23年 is a year; 开了12年, 连续15年, 20年前, 10年以上 last so long. 23年前三季度 is a year again. */
const SHORT_YEAR =
  /(?<![\d.了近约整满达续])([012]\d)年(?!级|来|内|期|制|间|之?后|前(?![\d一二三四半])|以[上内下])/g;

/** “六项行动”（2021—2023）: a period in brackets belongs to the name before it, the facts stand under no single year. */
const PERIOD_OF_NAME = /(?<=[”」》])[(（]20\d{2}年?[-—–~至到]+20\d{2}年?[)）]/g;

/** 讲今年4月挂牌，这今年是哪年: which year the page means by its word is asked. */
const PAGES_WORD = /(?:今年|去年|前年|明年|后年)(?:是|指的?是?|说的是)哪一?年/;

/**
 * Years named in a question: 2023年, 23年, 二〇二三年, 2021到2023年; 今年 and the like by the asker's
 * calendar, but not where they are quoted from a document (“今年4月”).
 */
export function yearsAsked(text: string, now: Date): AskedYears {
  const question = text.replace(PERIOD_OF_NAME, '');
  const years = new Set<number>();
  for (const match of question.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)) years.add(Number(match[1]));
  for (const match of question.matchAll(SHORT_YEAR)) years.add(2000 + Number(match[1]));
  for (const match of question.matchAll(/([一二][〇零九][〇零一二三四五六七八九]{2})年/g)) {
    const value = chineseNumeral(match[1]!);
    if (value !== undefined) years.add(value);
  }
  const range = question.match(/((?:19|20)\d{2})年?(?:到|至|-|—|~)((?:19|20)\d{2})/);
  if (range !== null)
    for (let year = Number(range[1]); year <= Number(range[2]) && years.size < 12; year++) years.add(year);
  let relative = false;
  const unquoted = question.replace(/[“"「‘'][^”"」’']*[”"」’']/g, '');
  for (const match of unquoted.matchAll(/大前年|今年|本年(?!度)|去年|上一年|前年|明年|后年/g)) {
    // 文中今年, 里面说的去年: the page's own word, not the asker's.
    if (/(?:文中|文章|报道|里|说的|写的|原文|所说|提到)(?:的|说)?$/.test(unquoted.slice(0, match.index)))
      continue;
    if (PAGES_WORD.test(unquoted)) continue;
    // 上一年（2021）: the asker says which year is meant.
    if (/^[(（]?(?:即|也就是|就是)?(?:19|20)\d{2}/.test(unquoted.slice(match.index + match[0].length)))
      continue;
    relative = true;
    years.add(now.getFullYear() + (RELATIVE[match[0]] ?? 0));
  }
  return { years: [...years].sort((a, b) => a - b), relative };
}
