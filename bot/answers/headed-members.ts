import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { type Slogan, sloganIn } from '../questions/slogans.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import type { Member } from './families.ts';
import { sentencesAround } from './in-article.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** Sentences around the one that counts the members in which they are told. */
const REACH = 14;
/** Room for all members together; contract.md allows 400 characters, marks and lead not spared. */
const ROOM = 240;
/** Room for the words at which the page breaks off. */
const ROOM_FOR_END = 60;

/** One of them alone: 第三个, 末了那个, 另一个. */
const ASKS_ONE = /第[一二三四五六七八九]|末|最后|剩|其余|其[他它]|另/;

/**
 * “三个坚持”, of which every member heads a sentence of its own (坚持改革——…): all of them, or, where the page
 * breaks off before the last, those that it prints and the place where it ends.
 */
export function headedList(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const { asksWhole, quoted, text } = understanding;
  // 写到“聚焦服务”时完整吗: of several names quoted, the page's slogan is not the one asked for.
  const slogan = understanding.slogan ?? (asksWhole && quoted.length < 2 ? sloganIn(text) : null);
  if (slogan === null || slogan.character.length < 2 || ASKS_ONE.test(text)) return undefined;
  const named = new RegExp(`[二两三四五六七八九十]个?${slogan.character}`, 'u');
  for (const best of near.slice(0, 3)) {
    const article = sentencesAround(index, best.sentence, REACH).sort((one, other) => one.id - other.id);
    if (!article.some((sentence) => named.test(sentence.text))) continue;
    const members = headsIn(article, slogan);
    const told = members.reduce((sum, { name }) => sum + name.split('、').length, 0);
    const last = members.at(-1)?.sentence;
    const end =
      told < slogan.parts
        ? article.find(({ cut, section, id }) => cut && section === last?.section && id >= last.id)
        : undefined;
    if (members.length < 2 || told > slogan.parts || (told < slogan.parts && end === undefined)) continue;
    const take = (sentence: IndexedSentence, words: string, limit: number): Statement =>
      takeStatement(index, { ...best, sentence, focus: [] }, memberNeeds(needs, words, limit));
    const limit = Math.floor(ROOM / members.length);
    return [
      ...members.map(({ sentence, name }) => take(sentence, name, limit)),
      ...(end === undefined ? [] : [take(end, '', ROOM_FOR_END)]),
    ];
  }
  return undefined;
}

/** The clauses that begin with the shared word and head what follows: 即坚持改革——…, 具体来说，聚焦交通、产业，…. */
function headsIn(sentences: readonly IndexedSentence[], { character }: Slogan): Member[] {
  const head = new RegExp(
    `(?:^(?:[\\u4e00-\\u9fff]{2,5}[，,])?|即|[：:])(${character}[\\u4e00-\\u9fff、]{2,14})(?:——|[，,])`,
    'u',
  );
  return sentences.flatMap((sentence) => {
    const name = sentence.text.match(head)?.[1];
    return name === undefined ? [] : [{ sentence, name }];
  });
}
