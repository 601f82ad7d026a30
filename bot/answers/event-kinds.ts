import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { findDates } from '../../retrieval/text/dates.ts';
import type { Understanding } from '../questions/understanding.ts';
import { splitClauses } from './clauses.ts';
import { sentencesAround } from './in-article.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

/** What can happen at a date, as people ask for it and as pages tell it. */
const EVENTS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  {
    asked: /启动|开工|动工|动手|动土|破土|开建|立项|起头|开头|开始[做弄搞建造]|着手/,
    told: /启动|开工|动工|开建|奠基|破土|开始|着手|试点|成立|起/,
  },
  {
    asked:
      /(?<!没)开放|开门|开馆|开园|开业|开张|迎客|[放让给][^,，]{0,4}进去?|(?:好|能|可以)进去|投入使用|启用/,
    told: /开放|开馆|开园|开业|开张|开门|迎客|投用|启用|运营|运行|使用|成立|召开|挂牌|揭牌/,
  },
  {
    asked: /结束|截止|到期|完工|竣工|收尾|关门|停用|撤销/,
    told: /结束|完成|竣工|完工|建成|验收|结顶|到期|截止|前|底|止|内|停/,
  },
];

/** A clause up to this length that holds a date says only when: 早在去年9月， what happened stands behind it. */
const ONLY_WHEN = 12;
/** Characters that two sentences of an article share when they speak of one matter. */
const SAME_MATTER = 6;

/** The one event whose date is asked for; undefined when none or several are. */
function eventAsked({ kind, text }: Understanding): (typeof EVENTS)[number] | undefined {
  const asked = kind === 'date' ? EVENTS.filter((event) => event.asked.test(text)) : [];
  return asked.length === 1 ? asked[0] : undefined;
}

/** The clauses with a date, each with what happened then. */
function datedClauses(text: string): string[] {
  const clauses = splitClauses(text).map((clause) => clause.text);
  return clauses.flatMap((clause, at) => {
    if (findDates(clause).length === 0) return [];
    return [clause.length <= ONLY_WHEN ? clause + (clauses[at + 1] ?? '') : clause];
  });
}

/** 什么时候开放, where the date is that of another event: 于2021年10月启动. */
export function tellsAnotherEvent(understanding: Understanding, told: string): boolean {
  const asked = eventAsked(understanding);
  const dated = asked === undefined ? [] : datedClauses(told);
  return (
    dated.length > 0 &&
    dated.every(
      (clause) =>
        !asked!.told.test(clause) && EVENTS.some((event) => event !== asked && event.told.test(clause)),
    )
  );
}

/** Where a sentence dates another event of the matter, the one of its article that dates the event asked for. */
export function eventInArticle(
  index: CorpusIndex,
  understanding: Understanding,
  best: Statement,
  needs: StatementNeeds,
): Statement | undefined {
  const asked = eventAsked(understanding);
  const { candidate } = best;
  if (asked === undefined || !tellsAnotherEvent(understanding, candidate.sentence.text)) return undefined;
  const told = sentencesAround(index, candidate.sentence, Number.POSITIVE_INFINITY).find(
    ({ id, text }) =>
      id !== candidate.sentence.id &&
      understanding.quoted.every((name) => text.includes(name)) &&
      datedClauses(text).some((clause) => asked.told.test(clause)) &&
      sharesMatter(candidate.sentence.text, text),
  );
  if (told === undefined) return undefined;
  const statement = takeStatement(index, { ...candidate, sentence: told, focus: [] }, needs);
  return tellsAnotherEvent(understanding, statement.text) ? undefined : statement;
}

function sharesMatter(one: string, other: string): boolean {
  return Array.from({ length: Math.max(0, one.length - SAME_MATTER + 1) }, (_, at) =>
    one.slice(at, at + SAME_MATTER),
  ).some((run) => /^[\u4e00-\u9fff]+$/u.test(run) && other.includes(run));
}
