import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import { soundOf } from '../../retrieval/text/pinyin.ts';
import type { Understanding } from '../questions/understanding.ts';
import { distinct } from './alternatives.ts';
import type { Candidate } from './candidates.ts';
import { splitClauses } from './clauses.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

const WRITTEN = '写|印|表|正文|材料|报道|文件|数|口径|说法|原文|文章';
const AGREE =
  '对不上|对得上|不一致|是否一致|一致吗|一不一致|不一样|一样不一样|有出入|矛盾|不统一|不同|打架|冲突|两种';

/** How something is written is asked, or whether two places of the documents agree about it. */
const ASKS_TWO_WAYS = new RegExp(
  `写法|哪个字|写作(?:什么|哪)|写成(?:什么|哪)|分别用在|(?:${WRITTEN})[^。?？]{0,14}(?:${AGREE})|(?:${AGREE})[^。?？]{0,10}(?:${WRITTEN})`,
  'u',
);

/** Room for one of the two. */
const ROOM = 110;

/** A place where one thing is told, and the words by which it is known there. */
interface Telling {
  readonly sentence: IndexedSentence;
  readonly words: string;
}

/**
 * What the documents word in two ways, when it is asked for: a name in two spellings (皇天殿, 黄天殿), a number of one thing
 * that is told twice and differently, or a phrase of the question that two sentences go on from differently. Both
 * are told. Undefined where nothing of the kind is found.
 */
export function toldTwoWays(
  index: CorpusIndex,
  understanding: Understanding,
  fitting: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const [best] = fitting;
  const { text } = understanding;
  if (best === undefined || !(ASKS_TWO_WAYS.test(text) || namesTwoSpellings(text))) return undefined;
  const pool = sentencesOf(index, understanding);
  const tellings =
    twoSpellings(text, pool) ?? twoCounts(understanding, pool) ?? twoWordings(understanding, fitting);
  if (tellings === undefined) return undefined;
  const statements = tellings.map(({ sentence, words }) => {
    const candidate = fitting.find((one) => one.sentence === sentence) ?? { ...best, sentence };
    return takeStatement(index, { ...candidate, focus: [] }, memberNeeds(needs, words, ROOM));
  });
  return distinct(statements).length < 2 ? undefined : statements;
}

function sentencesOf(index: CorpusIndex, { towns }: Understanding): IndexedSentence[] {
  return [...index.documents.values()].flatMap(({ sentences }) =>
    sentences.filter(
      ({ kind, town }) => kind !== 'headline' && (towns.length === 0 || towns.includes(town ?? '')),
    ),
  );
}

const SHORTEST_NAME = 3;
/** From this length a name with another character within it is the same name, however that one sounds. */
const LONG_NAME = 5;
const LONGEST_NAME = 6;
/** 第三批 and 第四批 are no spellings of one name. */
const NUMERAL = /[一二三四五六七八九十百千\d]/;

/** A name of the question that stands in the documents, and there again with one character exchanged. */
function twoSpellings(asked: string, pool: readonly IndexedSentence[]): Telling[] | undefined {
  for (let length = LONGEST_NAME; length >= SHORTEST_NAME; length--) {
    for (let at = 0; at + length <= asked.length; at++) {
      const name = asked.slice(at, at + length);
      if (!/^[\u4e00-\u9fff]+$/u.test(name)) continue;
      const own = pool.find(({ text }) => text.includes(name));
      if (own === undefined) continue;
      const other = otherSpelling(name, pool);
      if (other !== undefined) return [{ sentence: own, words: name }, other];
    }
  }
  return undefined;
}

/** What may stand between two names side by side: nothing, 和, 还是, quotation marks. */
const BETWEEN = 3;

/** 皇天殿还是黄天殿: two names of one sound, one character apart, set side by side. */
function namesTwoSpellings(typed: string): boolean {
  const asked = typed.replace(/[“”·]/g, '');
  for (let length = SHORTEST_NAME; length <= LONGEST_NAME; length++) {
    for (let at = 0; at + 2 * length <= asked.length; at++) {
      const one = asked.slice(at, at + length);
      for (let next = at + length; next <= at + length + BETWEEN; next++) {
        if (isSpelling(one, asked.slice(next, next + length))) return true;
      }
    }
  }
  return false;
}

function isSpelling(one: string, other: string): boolean {
  if (one.length !== other.length || !/^[\u4e00-\u9fff]+$/u.test(one + other)) return false;
  const apart = [...one].filter((character, place) => character !== other[place]);
  return (
    apart.length === 1 &&
    !/[那哪这几]/.test(one) &&
    !NUMERAL.test(apart[0]!) &&
    soundOf(one) === soundOf(other)
  );
}

function otherSpelling(name: string, pool: readonly IndexedSentence[]): Telling | undefined {
  const sound = soundOf(name);
  for (let place = 0; place < name.length; place++) {
    if (NUMERAL.test(name[place]!)) continue;
    const within = place > 0 && place < name.length - 1;
    const pattern = new RegExp(`${name.slice(0, place)}([\\u4e00-\\u9fff])${name.slice(place + 1)}`, 'gu');
    for (const sentence of pool) {
      for (const [words, character] of sentence.text.matchAll(pattern)) {
        if (words === name || NUMERAL.test(character!)) continue;
        if ((within && name.length >= LONG_NAME) || soundOf(words) === sound) return { sentence, words };
      }
    }
  }
  return undefined;
}

/** 全镇几个村: two sentences that count it, with the word before the number that the question has, differently. */
function twoCounts({ text, unit }: Understanding, pool: readonly IndexedSentence[]): Telling[] | undefined {
  const thing =
    unit === null ? undefined : text.match(new RegExp(`几${unit}([\\u4e00-\\u9fff]{1,3})`, 'u'))?.[1];
  const before = text.match(/([\u4e00-\u9fff]{2})(?:到底|究竟|一共|总共|共|有)?(?:多少|几)/u)?.[1];
  if (thing === undefined || before === undefined) return undefined;
  const told = new Map<number, Telling>();
  for (const sentence of pool) {
    for (const { value, start, end, unit: own } of findNumbers(sentence.text)) {
      const words = sentence.text.slice(Math.max(0, start - before.length), end + thing.length);
      if (own !== unit || !words.startsWith(before) || !words.endsWith(thing)) continue;
      if (!told.has(value)) told.set(value, { sentence, words });
    }
  }
  return told.size < 2 ? undefined : [...told.values()].slice(0, 2);
}

/** Candidates among which a phrase of the question is looked for twice. */
const NEAR = 12;
const SHORTEST_PHRASE = 4;

/** 主导产业方向: two sentences that hold the longest phrase of the question, in clauses that differ. */
function twoWordings({ text, towns }: Understanding, fitting: readonly Candidate[]): Telling[] | undefined {
  const asked = towns.reduce((left, town) => left.replaceAll(town, '…'), text);
  const near = fitting.slice(0, NEAR).map(({ sentence }) => sentence);
  for (let length = 12; length >= SHORTEST_PHRASE; length--) {
    for (let at = 0; at + length <= asked.length; at++) {
      const phrase = asked.slice(at, at + length);
      if (!/^[\u4e00-\u9fff]+$/u.test(phrase)) continue;
      const holding = near.flatMap((sentence) => {
        const clause = splitClauses(sentence.text).find((one) => one.text.includes(phrase));
        return clause === undefined ? [] : [{ sentence, words: clause.text }];
      });
      const [first, ...others] = holding;
      const second = others.find(({ words }) => words !== first!.words);
      if (first !== undefined && second !== undefined) return [first, second];
    }
  }
  return undefined;
}
