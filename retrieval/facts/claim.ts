import type { Sentence } from '../articles/article.ts';
import { findDates, type KnownDate, yearsNamed } from '../text/dates.ts';

/** Does a sentence state an aim or an outcome? `plain` when neither can be told. */
export type Modality = 'target' | 'result' | 'plain';

/** Under what circumstances a sentence holds: what it says itself, else what it stands under. */
export interface Claim {
  readonly year: number | null;
  readonly modality: Modality;
}

/** 将 before an adverb or a verb of doing is the future; elsewhere it may be 把 (将印章锁进). */
export const FUTURE =
  '将(?:继续|持续|全面|进一步|以|立足|锚定|牢牢|不定期|及时|开设|加速|深入|努力|成为|坚持|打造|建成|实现|完成|推进|启动|实施|新增|建设|于|在|会|把握|始终|聚焦|组织|开展|争取|确保|构建|形成)';
export const INTENTION = new RegExp(
  `力争|争取|确保|力保|(?<!”)计划(?!生育)|拟定于|拟于|拟|目标(?!任务完成)|下一步|下阶段|接下来|即将(?!过去)|力求|有望|${FUTURE}`,
);
const RESULT =
  /完成|实现|累计|新增|新认定|已|获评|获|入选|成立|建成|荣获|达到|下降|增长|当选|举行|召开|举办|落地|覆盖|[^为除].{0,1}了/;
const PLANNING = /目标|任务|计划|要求|安排|打算/;

/**
 * Year and modality of a sentence. The year is the one it names, else the section's, else the page's.
 * Under a plan's heading, or of a year after the page's own, everything is a target; elsewhere only
 * words of intent make one.
 */
export function claimOf(sentence: Sentence, page: number | KnownDate | undefined): Claim {
  const year = typeof page === 'number' ? page : page?.year;
  const words = withoutTitles(sentence.text);
  const named = yearsNamed(words);
  // 8月底前 under the heading 2022 is August 2022, whatever the page's own year.
  const relative = findDates(words, knownHere(sentence, page)).find(
    (date) => date.year !== undefined && date.resolved,
  );
  const own = named[0] ?? relative?.year ?? sentence.sectionYear ?? year ?? null;
  return { year: own, modality: modalityOf(sentence, year, own) };
}

/** Does a sentence stand where everything is an aim: in a column of tasks, or under a year after the page's own? */
export function standsAmongPlans(
  sentence: Pick<Sentence, 'row' | 'sectionYear'>,
  pageYear: number | undefined,
  year: number | null,
): boolean {
  if (sentence.row !== null && PLANNING.test(sentence.row.column)) return true;
  return pageYear !== undefined && (sentence.sectionYear ?? year ?? pageYear) > pageYear;
}

function knownHere(
  { sectionYear }: Sentence,
  page: number | KnownDate | undefined,
): number | KnownDate | undefined {
  if (sectionYear === null || page === undefined || typeof page === 'number') return sectionYear ?? page;
  return { ...page, sectionYear };
}

function modalityOf(sentence: Sentence, pageYear: number | undefined, year: number | null): Modality {
  if (standsAmongPlans(sentence, pageYear, year)) return 'target';
  const words = withoutTitles(sentence.text);
  // 其余3个已基本完成，即将迎接验收: what comes next is told after what has been done.
  if (INTENTION.test(words.replace(/(?<=已.*)即将/gu, ''))) return 'target';
  return RESULT.test(words) ? 'result' : 'plain';
}

/** A plan's title (《…行动计划（2024—2026年）》) neither plans nor dates the sentence that names it. */
export function withoutTitles(text: string): string {
  return text.replace(/《[^》]*》/g, '《》');
}
