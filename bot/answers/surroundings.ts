import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import { chineseNumeral } from '../../retrieval/text/numbers.ts';
import { soundOf } from '../../retrieval/text/pinyin.ts';
import { isCommonWord } from '../../retrieval/text/words.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import type { Understanding } from '../questions/understanding.ts';

/** Kinds of names that narrow a question: what holds for the town need not hold for one of its villages. */
const NARROWING = new Set(['village', 'community', 'school', 'company', 'facility']);

/** Sentences on either side that can lend a sentence its subject. */
const REACH = 2;

/** What is given to be checked is told or corrected, not looked for. */
const CHECKED = /(?:对吗|对不对|准确吗|属实|有误|没错吧?|是吧|有据|[有此]依据吗|一致吗|核一下)[?？]?$/;

/** What may be wrong in a question about yes or no: told apart from 有没有送到甲村, which asks about the village. */
const PREMISE = /是不是|吧|是这样|听说|听[人讲]|对[吗么不]|准[吗么不确]|没错|真的假的/;

/** A sentence with what stands around it: neighbours, headline, section, row. */
function around(index: CorpusIndex, sentence: IndexedSentence): string {
  const all = index.documents.get(sentence.document)!.sentences;
  const near = all
    .slice(Math.max(0, sentence.id - REACH), sentence.id + REACH + 1)
    .filter((other) => other.article === sentence.article && other.row?.number === sentence.row?.number);
  return [...near.map((other) => other.text), sentence.headline, sentence.section, sentence.row?.name]
    .filter((part) => part != null)
    .join('\n');
}

/** What a question names or asks for that nothing around a sentence says; undefined when all is there. */
export function missingAround(
  index: CorpusIndex,
  nouns: readonly AskedNoun[],
  understanding: Understanding,
  sentence: IndexedSentence,
): string | undefined {
  const text = around(index, sentence);
  if (CHECKED.test(understanding.text)) return undefined;
  const asked = nouns.find(
    (noun) => noun.asked.test(understanding.text) && !noun.told.test(noun.itself ? sentence.text : text),
  );
  if (asked !== undefined) return asked.name;
  // In 是不是二期, 听说是甲村 the ordinal and the name are a premise, and corrected where they are wrong.
  if (understanding.kind === 'yesno' && PREMISE.test(understanding.text)) return undefined;
  const told = ordinalsIn(text).map(({ same }) => same);
  // 二期还是三期, 到底第几批: which of them it is is the question.
  const named = /还是|第几|到底几/.test(understanding.text) ? [] : ordinalsIn(understanding.text);
  const ordinal = named.find((wanted) => told.length > 0 && !told.includes(wanted.same));
  if (ordinal !== undefined) return ordinal.written;
  return (
    personLacking(index, understanding, sentence, text) ??
    anotherOfItsKind(understanding.text, text) ??
    narrowNames(index, understanding).find((forms) => !forms.some((form) => fold(text).includes(form)))?.[0]
  );
}

/** What is called by a name of two characters and its kind: 甲乙小学, 丙丁河. */
const NAMED_KIND =
  /(?<![第这那])([\u4e00-\u9fff]{2})(小学|中学|幼儿园|社区|河(?![道长湖流水底浜])|溪|水库|公园|医院)/gu;
/** Characters that stand before a kind without naming one of it: 要挖河, 小囡读幼儿园. */
const NO_NAME =
  /[个的所这那哪几我们你他她它是在到把去和与跟从给里上下每各全本该有没来叫对为让被及或又也都就还只家读扩管挖治清建办托班农小]|[一二三四五六七八九十两]/u;

/** 甲小学 is asked about, and what stands around a sentence speaks of 乙小学 alone. */
function anotherOfItsKind(asked: string, around: string): string | undefined {
  const text = fold(around);
  for (const [written, name = '', kind = ''] of fold(asked).matchAll(NAMED_KIND)) {
    if (NO_NAME.test(name) || isCommonWord(name) || text.includes(name)) continue;
    const before = [...text.matchAll(new RegExp(`([\\u4e00-\\u9fff]{2})${kind}`, 'gu'))].map(
      ([, other = '']) => other,
    );
    const others = before.filter((other) => !NO_NAME.test(other) && !isCommonWord(other));
    if (others.length > 0 && !before.some((other) => soundsAlike(name, other))) return written;
  }
  return undefined;
}

/** 鱼埔 may be meant for 渔浦: a character or its sound is the same. */
function soundsAlike(one: string, other: string): boolean {
  const sounds = [...other].map((character) => soundOf(character));
  return [...one].some((character) => sounds.includes(soundOf(character)));
}

/** A person whom the question names, where nothing around names them, or the sentence speaks of another one. */
function personLacking(
  index: CorpusIndex,
  { text: asked }: Understanding,
  sentence: IndexedSentence,
  text: string,
): string | undefined {
  const persons = index.vocabulary.names.filter(({ kind }) => kind === 'person').map(({ name }) => name);
  // 镇长是甲，对吗: who is taken for the one asked about is a premise.
  const named = persons.filter(
    (name) => asked.includes(name) && !new RegExp(`[是叫为]${name}`, 'u').test(asked),
  );
  const speaksOf = persons.filter((name) => sentence.text.includes(name));
  const of = (name: string): boolean => (speaksOf.length > 0 ? speaksOf.includes(name) : text.includes(name));
  return named.length > 0 && !named.some(of) ? named[0] : undefined;
}

interface Ordinal {
  /** Alike for 第四期, 四期 and 第4批: people say 第二批 of what a page calls 二期. */
  readonly same: string;
  /** In the words of the text itself, with 第 before it. */
  readonly written: string;
}

function ordinalsIn(text: string): Ordinal[] {
  // 一批, 一轮, 一届 without 第 are no ordinals.
  return [
    ...text.matchAll(
      /第?((?<!第)一(?=期)|(?<=第)一|[二三四五六七八九十]|[一二三四五六七八九十]{2}|\d{1,2})(期|批|轮|届)(?!间)/g,
    ),
  ].map(([, number = '', counted = '']) => ({
    same: `${/\d/.test(number) ? Number(number) : chineseNumeral(number)}${counted.replace('批', '期')}`,
    written: `第${number}${counted}`,
  }));
}

/** 竹川村里 speaks of the villages of 竹川镇, though one of them bears its name. */
function namesIt(asked: string, name: string, towns: readonly string[]): boolean {
  const ofTown = name.endsWith('村') && towns.some((town) => fold(town).startsWith(name.slice(0, -1)));
  return ofTown ? new RegExp(`${name}(?![里上社级])`, 'u').test(asked) : asked.includes(name);
}

/** The spellings of every narrowing name that a question about a figure holds. */
function narrowNames(index: CorpusIndex, understanding: Understanding): string[][] {
  if (!/^(?:number|date|yesno)$/.test(understanding.kind)) return [];
  const towns = [...index.documents.values()].flatMap(({ description }) => description.town ?? []);
  const names = index.vocabulary.names
    .filter((entry) => NARROWING.has(entry.kind))
    .map((entry) => [entry.name, ...(entry.aliases ?? [])].map(fold))
    .filter(([name]) => namesIt(fold(understanding.text), name!, towns));
  // Several names may be compared, or one part of the question asks about each.
  return understanding.wants >= 2 && names.length > 1 ? [] : names;
}
