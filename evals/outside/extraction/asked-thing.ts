import { type AnswerKind, kindOf } from '../../../bot/questions/kinds.ts';

/** A question taken apart at the words that ask: what stands before them, after them, and what is asked for. */
export interface AskedThing {
  readonly kind: AnswerKind;
  readonly before: string;
  readonly after: string;
  /** The noun or measure that the asking words bear on: 年 of 哪一年, 部落 of 哪个部落, 对 of 多少对. Empty when there is none. */
  readonly noun: string;
}

const ASKING =
  /(?:为什么|为何|什么时候|什么时间|什么地方|什么原因|何时|何地|何处|哪里|哪儿|多长时间|多久|多少|怎么样|怎样|怎么|如何|什么样|(?:是|由|被|与|和|跟|给)?谁|哪(?:一|几|两|三|四|五|六|七|八|九|十)?(?:个|位|些|种|条|座|家|所|部|届|支|项|类|名|次|张|首|只|方面|年|天|月|国|省|市|县|区|人|级|号|场)?|什么|何|几)/gu;
const NOUN = /^[\p{Script=Han}A-Za-z]{1,4}/u;
/** Words that do not belong to the noun: a verb, a particle, a preposition after it. */
const NOUN_END = /[的了是在于和与被把由为从到有会能就都中上下里内以]/u;

/** Takes a folded question apart; the last asking words count, since what precedes them sets the scene. */
export function askedThing(question: string): AskedThing {
  const kind = kindOf(question.replace(/[?？]/gu, ''));
  const found = [...question.matchAll(ASKING)].at(-1);
  if (found === undefined) return { kind, before: question, after: '', noun: '' };
  const after = question.slice(found.index + found[0].length).replace(/[?？。\s]+$/u, '');
  const measure = /^哪.*?([年天月国省市县区人级号场届])$/u.exec(found[0])?.[1] ?? '';
  const following = NOUN.exec(after)?.[0] ?? '';
  const end = following.search(NOUN_END);
  const noun = measure !== '' ? measure : end === -1 ? following : following.slice(0, end);
  return { kind, before: question.slice(0, found.index), after, noun };
}
