import type { Span } from '../articles/article.ts';
import { FUTURE, INTENTION } from './claim.ts';

/** Is a thing aimed at, being worked at, or done? */
export type Standing = 'target' | 'underway' | 'result';

const INTENT = new RegExp(
  `力争|争取|确保|力保|力求|有望|预计|拟(?=定|于|在|建|新|对|投|引)|目标(?:是|为|[:：]|值|任务|数)|计划(?=将|于|在|用|新|建|改|完|投|到|今|明|年|全|实|推|开|引|招|培|盘|发|总)|要(?=新增|新建|建成|完成|达到|实现|投入|引进|开工|改造)|下一步|下阶段|接下来|即将(?!过去)|${FUTURE}|将(?=达|超|突破|新|建|有|再|对|投)`,
  'g',
);
const DONE =
  /已(?!久)|累计|完成|实现|建成|新增|新认定|新建|新创|获评|获得|荣获|入选|成立|竣工|投用|投运|启用|达到|达(?=\d)|下降|增长|通过.{0,8}验收|当选|举行|召开|举办|落地|发放|全覆盖|[^为除].?了/;
/** Words of a thing done that end what an intention before them says. */
const DONE_AFTER_INTENT = /已(?!久)|累计|截至|完成了/;
const AT_WORK = /正在|在建|推进|加快|筹建|谋划|启动|进度过半|进场施工|开工|着手|编制/;

/**
 * Whether a clause speaks of an aim, of work going on or of something done; null when its words do not tell.
 * An intention governs the clauses after it.
 */
export function standingOf(text: string, clause: Span): Standing | null {
  const words = text.slice(clause.start, clause.end);
  const told = [...text.slice(0, clause.end).matchAll(INTENT)].at(-1)?.index;
  if (told !== undefined && (told >= clause.start || !DONE_AFTER_INTENT.test(words))) return 'target';
  // 于10月启动 tells of a day gone by.
  const past = /已|完成|建成|竣工|\d[年月日].{0,6}启动|去年|早在/.test(words);
  if (AT_WORK.test(words) && !past) return 'underway';
  if (DONE.test(words) || past) return 'result';
  return INTENTION.test(text.slice(0, clause.end)) ? 'target' : null;
}
