import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { Understanding } from '../questions/understanding.ts';
import { sameUnitGroup } from '../questions/units.ts';
import { splitClauses } from './clauses.ts';

/** Clauses behind the one that names the matter in which its figure may stand. */
const FIGURE_WITHIN = 2;

/**
 * 隐患4992处，信访总量下降7.43%: a figure belongs to the matter that its own clause names, or one a little before
 * it. Where the question's words stand only behind every figure, none of the figures is theirs.
 */
export function isBound(
  { text, town }: IndexedSentence,
  { subject, unit }: Pick<Understanding, 'subject' | 'unit'>,
): boolean {
  // Year and town hold for all its clauses.
  const words = cutWords(fold(subject)).filter(
    (word) => word.trim().length >= 2 && !/\d/.test(word) && !town?.includes(word),
  );
  const clauses = splitClauses(text).map((clause) => fold(clause.text));
  const named = clauses.flatMap((clause, place) =>
    words.some((word) => clause.includes(word)) ? [place] : [],
  );
  if (named.length === 0) return true;
  return clauses.some(
    (clause, place) =>
      hasUnit(clause, unit!) && named.some((name) => place >= name && place - name <= FIGURE_WITHIN),
  );
}

/** Is there a number that counts in the unit asked for? Ordinals (第三批, 二期) count nothing. */
export function hasUnit(text: string, unit: string): boolean {
  // Which stage it has come to is told by an ordinal, and by nothing else.
  if (unit === '期') return /[一二三四五六七八九十\d]期/.test(text);
  return findNumbers(text).some(
    (number) =>
      !/^(?:年|月|日|期|批|届|轮|号|级|大)$/.test(number.unit) &&
      !number.percent &&
      sameUnitGroup(unit, number.unit),
  );
}

const ASKS_RATE = /百分|点|成|率|比例|增|降/;

/** A figure that the asker names is not the one asked for; nor, where a part of it is asked for, is any rate. */
export function hasFigureOfItsOwn(asked: string, text: string): boolean {
  const named = new Set(findNumbers(asked).map((number) => number.value));
  const told = findNumbers(text).filter(
    (number) => !number.percent || named.size === 0 || ASKS_RATE.test(asked),
  );
  return (
    told.length === 0 || told.some((number) => !named.has(number.value) && !/^[年月日]$/.test(number.unit))
  );
}

/** 光低保占了多少, 其中甲一家多少: one of several that the documents count together. */
const ONE_OF_MANY =
  /(?:(?:其中|里头|里面|当中|光|单|只算|单算|仅)(?:的|是|就|,)?)+([\u4e00-\u9fffA-Za-z\d-]{2,12}?)(?:一家|一类|一项|一个)?(?:占|是|有|花|回归|拿|就|的)?了?(?:多少|几)/;

/** A-F类共33名: a range of classes counted together. */
const RANGE_OF_CLASSES = /[A-Z][-—–~至到][A-Z]类/;

/** A类有几名, where all classes are only counted together. */
function asksForClass(asked: string, text: string): boolean {
  // A range named only to say what the class is one of is not what is asked for.
  if (RANGE_OF_CLASSES.test(asked.replace(/(?:\d+[名个人家]|类)[^,，]*[中里][头面]?[,，]/, ''))) return false;
  const asksOne = asked.match(/(?<![-—–~至到])([A-Z])类(?!以上|及以上|[-—–])/);
  return (
    asksOne !== null &&
    RANGE_OF_CLASSES.test(text) &&
    !new RegExp(`(?<![-—–~至到])${asksOne[1]}类`).test(text)
  );
}

/** 省、市、区级: levels counted together. */
const LEVELS_TOGETHER = /[国省市区县镇村]级?(?:[、和及][国省市区县镇村]级?)+级/gu;

/** 省级的有几个, where several levels are only counted together. */
function asksForLevel(asked: string, text: string): boolean {
  const level = asked.match(
    /(?<![、和及])([国省市区县镇村])级(?:的|以上的?)?(?:有|是|占|里)?(?:多少|几)/u,
  )?.[1];
  return level !== undefined && (text.match(LEVELS_TOGETHER) ?? []).some((levels) => levels.includes(level));
}

/** 甲一家实现的: of one alone, where the text has 甲等企业. */
function asksForOneAlone(asked: string, text: string): boolean {
  const before = asked.match(/([\u4e00-\u9fff]{2,8})一[家户村](?!人)/u)?.[1];
  if (before === undefined) return false;
  const names = [...before].map((_, at) => before.slice(at)).filter((name) => name.length >= 2);
  const name = names.find((ending) => text.includes(ending));
  return name !== undefined && '、及和与等'.includes(text[text.indexOf(name) + name.length] ?? ' ');
}

/** 对甲村、乙村、丙村共20亩: members whose figure is only told together. */
const TOLD_TOGETHER =
  /((?:[\u4e00-\u9fff]{2,10}[、和])+[\u4e00-\u9fff]{2,8}?)(?:等[^，,。；;]{0,6}?)?(?:共计?|合计|总共)(?=[\d一二两三四五六七八九十])/u;

/** 乙村分到多少亩, where three villages have 20 together. */
function asksForMember(asked: string, text: string): boolean {
  const members = text.match(TOLD_TOGETHER)?.[1]?.split(/[、和]/u);
  if (members === undefined || /[共总]|合计|一起|加起来/.test(asked)) return false;
  const named = members.filter((member, place) => asked.includes(place === 0 ? member.slice(-3) : member));
  return named.length === 1;
}

/** Is the figure of one member asked for, where the text only tells the one of several together? */
export function asksForOneOfMembers(asked: string, text: string): boolean {
  return asksForOneAlone(asked, text) || asksForMember(asked, text);
}

/** Is the figure of one part asked for, and does the text only have the one of all parts together? */
export function asksForPart(asked: string, text: string): boolean {
  if (asksForClass(asked, text) || asksForLevel(asked, text)) return true;
  const part = asked
    .match(ONE_OF_MANY)?.[1]
    ?.replace(/(?:一家|一类|一项|一个|占|是|有|花|回归|拿|就|的)+$/u, '');
  if (part === undefined || part.length < 2) return false;
  const at = text.indexOf(part);
  if (at === -1) return false;
  const joined = '、及和与等-—';
  return joined.includes(text[at + part.length] ?? ' ') || '、及和与-—'.includes(text[at - 1] ?? ' ');
}
