/**
 * How the words around a time word speak of it. `told`: it opens a piece of news (12月28日，…); `event`: something
 * takes place then, whether it has or will; `unclear` when nothing tells, or the words speak both ways.
 */
export type Tense = 'past' | 'future' | 'told' | 'event' | 'unclear';

/** 将 alone may be 把 (将印章锁进): only before a word of doing is it the future. */
const FUTURE =
  /即将(?!过去)|将(?:于|在|会|要|举行|召开|举办|开展|启动|全面|正式|陆续|继续|完成|建成|投入|投用|开工|竣工|实施|迎来)|拟|(?<!原)计划(?!生育|》)|预计|力争|争取|确保|有望|(?<!原)定于|目标|务必/u;
const PAST =
  /(?<![为除])了|已|曾|过去|以来|(?<!报名|有效期|期限|申请|登记|时间)截至|获悉|顺利|圆满|累计|获评|荣获|入选|当选|揭晓|落幕|闭幕|至今/u;
const EVENT =
  /召开|举行|举办|成立|启动|开展|发布|公布|通过|开馆|开幕|挂牌|揭牌|走进|来到|开工|竣工|投用|上线|签约|完成|实现/u;
const OPENING = /^[上下]午|^[，,]|^(?:清晨|凌晨|傍晚|晚上|晚间|晚[，,])/u;

/** 12月28日至1月3日 is spoken of by what follows the whole range. */
const RANGE_END = /^[-—–~～─至到]+(?:\d{1,2}月)?\d{1,2}[日号]/u;

const BEFORE = 14;
const AFTER = 30;

/** The tense in which a text speaks of the time word at `[start, end)`. */
export function tenseAt(text: string, start: number, end: number): Tense {
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .split(/[，。；！？：,;!?:]/u)
    .at(-1)!;
  const rest = text.slice(end, end + AFTER).replace(RANGE_END, '');
  // 12月28日，镇里召开…: the clause after the comma is what the day is told for.
  const after = rest.replace(/^[，,]/u, '').split(/[，。；！？,;!?]/u)[0]!;
  const nearest = tenseOf(before);
  if (nearest !== 'unclear') return nearest;
  const following = tenseOf(after);
  if (following !== 'unclear') return following;
  if (OPENING.test(rest)) return 'told';
  return EVENT.test(after) || EVENT.test(before) ? 'event' : 'unclear';
}

function tenseOf(words: string): 'past' | 'future' | 'unclear' {
  const past = PAST.test(words);
  return past === FUTURE.test(words) ? 'unclear' : past ? 'past' : 'future';
}
