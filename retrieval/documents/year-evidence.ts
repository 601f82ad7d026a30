/** Words of a page that speak for a year of its own. */
export interface YearEvidence {
  readonly words: string;
  /** For which years they speak, and how much. */
  readonly weights: ReadonlyMap<number, number>;
  /** The page is of this year or later: it tells of it as past. */
  readonly later?: number;
  /** The page is of this year or earlier: it plans for it. */
  readonly earlier?: number;
}

const YEAR = '(?<year>(?:19|20)\\d{2})';
/** Events from which anniversaries count, and five-year plans with their first year. */
const FOUNDED: readonly (readonly [RegExp, number])[] = [
  [/(?:中国共产党|中共|建党|党)(?:成立|诞辰)?(?<count>\d{2,3})周年/gu, 1921],
  [/(?:新中国|中华人民共和国|建国)(?:成立)?(?<count>\d{2,3})周年/gu, 1949],
  [/(?:建军|人民解放军建军)(?<count>\d{2,3})周年/gu, 1927],
  [/改革开放(?<count>\d{2})周年/gu, 1978],
];
const PLANS: Readonly<Record<string, number>> = { 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026 };

/** Words of intent: a year in such a clause is to come. */
const INTENT = /将(?!近|过去)|计划(?!生育)|拟|预计|力争|争取|确保|目标|有望|安排|打算|规划/u;
/** What is settled only when a year is over. */
const SETTLED =
  /年度.{0,24}(?:名单|评选|揭晓|公布|决算|考核|表彰|获评|先进)|工作回顾|决算|全年(?:实现|完成|累计)/u;
/** What is set up for a year that begins or runs. */
const PLANNED =
  /工作安排|工作计划|预期目标|主要目标|民生实事|实事(?:项目|工程)|重点工程|任务书|参保|计划|首批/u;

/** Everything in a text without white space that tells of the page's year. */
export function yearEvidence(text: string): YearEvidence[] {
  return [...anniversaries(text), ...fiveYearPlans(text), ...yearsOver(text), ...yearsTold(text)];
}

function anniversaries(text: string): YearEvidence[] {
  return FOUNDED.flatMap(([pattern, founded]) =>
    [...text.matchAll(pattern)].map((match) => ({
      words: match[0],
      weights: new Map([[founded + Number(match.groups!.count), 4]]),
    })),
  );
}

function fiveYearPlans(text: string): YearEvidence[] {
  return [...text.matchAll(/[“"](?<plan>十[二三四五]五)[”"](?:规划)?的?(?<end>开局|收官)之年/gu)].map(
    (match) => {
      const year = PLANS[match.groups!.plan!]! + (match.groups!.end === '收官' ? 4 : 0);
      return {
        words: match[0],
        weights: new Map([
          [year, 1.5],
          [year + 1, 0.3],
        ]),
      };
    },
  );
}

function yearsOver(text: string): YearEvidence[] {
  return [...text.matchAll(new RegExp(`(?<how>即将过去|刚刚过去|过去)的${YEAR}年`, 'gu'))].map((match) => {
    const year = Number(match.groups!.year);
    const own = match.groups!.how === '即将过去' ? year : year + 1;
    return { words: match[0], weights: new Map([[own, 4]]), later: year };
  });
}

/** Years by the clauses that they stand in; the same clause made alike counts once. */
function yearsTold(text: string): YearEvidence[] {
  const pattern = new RegExp(
    `(?<!\\d)${YEAR}年(?<month>(?:1[0-2]|0?[1-9])月)?(?<day>\\d{1,2}日)?(?<after>.{0,30})`,
    'gu',
  );
  const told = new Map<string, YearEvidence>();
  const yearsEnd = tellsYearsEnd(text);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    pattern.lastIndex = match.index + 5;
    const { year, month, day, after } = match.groups as {
      year: string;
      month?: string;
      day?: string;
      after: string;
    };
    const sort = sortOf(clauseBefore(text, match.index), month !== undefined, day !== undefined, after);
    const key = `${sort} ${year}`;
    // Twice is more than once, but a list of ten is not ten times as much.
    const times = [...told.keys()].filter((one) => one.startsWith(key)).length;
    const own = Number(month?.replace('月', '') ?? 0);
    if (times < 2)
      told.set(`${key} ${times}`, toEvidence(sort, Number(year), own, yearsEnd, wordsOf(match[0])));
  }
  return [...told.values()];
}

/** Are all the days that a page names without a year of November or December? */
function tellsYearsEnd(text: string): boolean {
  const months = [...text.matchAll(/(?<![年\d])(?<month>1[0-2]|0?[1-9])月\d{1,2}日(?!前|起)/gu)].map(
    (match) => Number(match.groups!.month),
  );
  return months.length > 0 && months.every((month) => month >= 11);
}

type Sort = 'deadline' | 'planned' | 'settled' | 'since' | 'day' | 'month' | 'plain';

function sortOf(before: string, month: boolean, day: boolean, after: string): Sort {
  const clause = after.split(/[。！？；]/)[0]!;
  if (/(?:到|至|[-—–~])$/u.test(before) && !day && !/截至$/.test(before)) return 'deadline';
  if (
    /^(?:底|前|年?底前|之前|以前|上半年|下半年)/u.test(after) &&
    !/^前(?:\d|[一二三四五六七八九十]|几)/u.test(after)
  )
    return 'deadline';
  if (/^(?:以来)/u.test(after)) return 'since';
  if (day) return INTENT.test(before.slice(-12)) ? 'deadline' : 'day';
  if (SETTLED.test(`年${after.slice(0, 28)}`)) return 'settled';
  if (PLANNED.test(after.slice(0, 20))) return 'planned';
  if (INTENT.test(before.slice(-12)) || INTENT.test(clause.slice(0, 12)) || /^[起第]/.test(after))
    return month ? 'deadline' : 'planned';
  // A cell or line that is a month and nothing else is a time limit.
  if (month && !/[\u4e00-\u9fff，]/u.test(after.slice(0, 1))) return 'deadline';
  return month ? 'month' : 'plain';
}

function toEvidence(sort: Sort, year: number, month: number, yearsEnd: boolean, words: string): YearEvidence {
  const speak = (...weights: [number, number][]): ReadonlyMap<number, number> => new Map(weights);
  switch (sort) {
    case 'day':
      return { words, weights: speak([year, 3], [year + 1, month >= 11 ? 1 : 0.2]), later: year };
    case 'since':
      return { words, weights: speak([year, 1.5], [year + 1, 0.7]), later: year };
    case 'month':
      return { words, weights: speak([year, 1.1], [year + 1, month >= 7 ? 0.9 : 0.5]), later: year };
    case 'settled':
      return { words, weights: speak([year + 1, 2], [year, 0.6]), later: year };
    case 'plain':
      return { words, weights: speak([year, 0.4], [year + 1, 0.4]), later: year };
    case 'planned':
      // In December a page plans the next year.
      return {
        words,
        weights: yearsEnd ? speak([year - 1, 2], [year, 0.6]) : speak([year, 2], [year - 1, 0.6]),
        earlier: year,
      };
    case 'deadline':
      return { words, weights: speak([year, 0.6], [year - 1, 0.5], [year - 2, 0.2]), earlier: year };
  }
}

function clauseBefore(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 30), index)
    .split(/[。！？；]/)
    .at(-1)!;
}

/** The year with the words after it to the end of the phrase. */
function wordsOf(found: string): string {
  return found.split(/[，。；！？：]/)[0]!.slice(0, 24);
}
