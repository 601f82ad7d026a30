import type { Span } from '../articles/article.ts';

/** A piece of work that a clause speaks of, without a figure. */
export interface Work extends Span {
  /** The clause without its words of intent. */
  readonly subject: string;
}

const DOING =
  /完成|建成|启动|推进|加快|加速|实施|开展|打造|新建|建设|谋划|投用|启用|运行|投入运营|竣工|改造|创建|争取|实现|成立|开放|开馆|验收|举办|收购|修缮|编制/;
const THING =
  /工程|项目|试点(?!为)|扩建|迁建|改建|改造|安置房|幼儿园|小学|医院|卫生服务|服务中心|综治中心|分中心|运维中心|艺术中心|消防站|档案室|博物馆|展馆|分馆|公园|停车|道路|公路|(?<=[路线])(?=拓宽|改造|延伸|工程)|管网|清淤|水库|园区|产业园|社区党群|联盟|联谊会|学院|平台|体验地|故居|规划编制|编制.{0,6}规划|执法队/;
const INTENT =
  /^(?:其中|同时|此外|并(?!非)|将|力争|争取|确保|计划|拟定于|拟于|下一步|积极|努力|全力|切实|扎实|即)+/;
/** Clauses that say by what means, on what ground or what something is: they tell of no work themselves. */
const NO_WORK =
  /^(?:围绕|结合|通过|依托|以|在此|在.*[上中下里]$|运用|根据|由|对照|这|为|“要|会议|聚焦)|是(?!否)|为(?:抓手|手段|契机|载体|中心|引领|牵引)|(?:基础上|路径|缩影|审议通过了?.*)$/;

/** The clauses that speak of works: those with a deadline, and those in which something is done to a thing that is built. */
export function findWorks(text: string, clauses: readonly Span[], deadlines: readonly Span[]): Work[] {
  return clauses.flatMap((clause, position) => {
    const words = text.slice(clause.start, clause.end).trim();
    const due = deadlines.find(({ start, end }) => clause.start <= start && end <= clause.end);
    if (words.length < 6 || !DOING.test(words)) return [];
    if (due === undefined && (NO_WORK.test(words) || !THING.test(words))) return [];
    // 拟定于8月底前运行 alone does not say what: the clause before it does.
    const before = clauses[position - 1];
    const saysOnlyWhen = due !== undefined && /[拟定将]于$/.test(text.slice(0, due.start));
    const start = saysOnlyWhen && before !== undefined ? before.start : clause.start;
    const subject = text.slice(start, clause.end).trim().replace(INTENT, '');
    return [{ subject, start, end: clause.end }];
  });
}
