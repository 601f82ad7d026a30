import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Aspect } from '../questions/aspects.ts';
import { spellsOut } from '../questions/slogans.ts';
import type { Understanding } from '../questions/understanding.ts';
import { distinct } from './alternatives.ts';
import type { Candidate } from './candidates.ts';
import { conditionOf } from './conditions.ts';
import { countsOf, itemsTold, listFit, longestEnumeration } from './enumerations.ts';
import { familyOf } from './families.ts';
import { missingFrom } from './missing.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { enumerationAround, labelled } from './siblings.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

/** Longest whole list that is said; contract.md allows 400 characters, marks and lead not spared. */
const LONGEST_LIST = 330;
/** An item of a long list is named without its details. */
const LONGEST_ITEM = 34;

/** A name in quotation marks whose parts are asked for. */
const NAMED = /[“"「].{2,12}[”"」]/u;

/** The words with which a name says how many things it stands for. */
const SAYS_HOW_MANY: Readonly<Record<number, RegExp>> = { 2: /^[双两二]/, 3: /^三/ };

/** 以甲、乙两大产业为主导: the sentence itself tells as many as are asked for, and says so. */
function saysSoMany(sentence: string, items: number): boolean {
  return new RegExp(`[、和与及].{1,12}[${countsOf(items)}][大个类种项]`, 'u').test(sentence);
}

/** 提升型、示范型分别是哪个村, and the sentence names both. */
function namesBoth(asked: string, sentence: string): boolean {
  const [, one, other] =
    asked.match(/([\u4e00-\u9fff]{3})[、和与]([\u4e00-\u9fff]{3})[^、,，。?？]{0,8}(?:各|分别)/u) ?? [];
  return one !== undefined && sentence.includes(one) && sentence.includes(other!);
}

/** Does a question ask for the parts of a name: one that it quotes, or one that the page quotes and that counts them? */
function asksForName({ text, items }: Understanding, sentence: string): boolean {
  const quoted = [...sentence.matchAll(/[“「]([^”」]{2,12})[”」]/gu)].map((match) => match[1]!);
  const counts = SAYS_HOW_MANY[items ?? 0];
  return NAMED.test(text) || quoted.some((name) => counts?.test(name) && text.includes(name));
}

/**
 * A list that runs over several sentences (…；…；…。): all of it, when the sentence found does not hold as
 * many parts as were asked for and the whole fits.
 */
export function wholeList(
  index: CorpusIndex,
  understanding: Understanding,
  statements: readonly Statement[],
  needs: StatementNeeds,
): Statement[] | undefined {
  const first = statements[0];
  if (first === undefined) return undefined;
  // “四个推进”每个对应什么: a name that says how many is told whole, too.
  const counted = /^(?:definition|fact)$/.test(understanding.kind) && understanding.items !== null;
  if (understanding.kind !== 'list' && understanding.kind !== 'howto' && !counted) return undefined;
  const wanted = understanding.items ?? 2;
  const told =
    longestEnumeration(first.text) >= wanted ||
    namesBoth(understanding.text, first.text) ||
    (understanding.items !== null && !counted && missingFrom(understanding, first).length === 0);
  // 双三十亿，即…突破30亿元；…突破30亿元: what is counted goes on behind the semicolon.
  const goesOn =
    understanding.items !== null &&
    understanding.items <= 3 &&
    asksForName(understanding, first.candidate.sentence.text) &&
    !saysSoMany(first.candidate.sentence.text, understanding.items) &&
    /[；;]$/.test(first.candidate.sentence.text);
  if (told && !goesOn) return undefined;
  const members = enumerationAround(index, first.candidate.sentence);
  const length = members.reduce((sum, sentence) => sum + sentence.text.length, 0);
  if (members.length < 2 || members.length > 12) return undefined;
  const limit = length <= LONGEST_LIST ? LONGEST_LIST : Math.floor(LONGEST_LIST / members.length);
  if (limit < LONGEST_ITEM) return undefined;
  const chosen = members.map((sentence) =>
    takeStatement(index, { ...first.candidate, sentence, focus: [] }, { ...needs, limit, tight: false }),
  );
  const complete = itemsTold(chosen.map(({ text }) => text).join('；')) >= (understanding.items ?? 0);
  const slogan = understanding.slogan;
  if (!complete) return undefined;
  if (slogan !== null && !spellsOut(chosen.map((statement) => statement.text).join(''), slogan))
    return undefined;
  return chosen;
}

/** 标注“X”的有哪些: every sentence that carries the label, of one row when a row is named, cut to first clauses. */
export function labelledList(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  if (understanding.kind !== 'list') return undefined;
  for (const best of near) {
    for (const label of understanding.quoted) {
      const all = labelled(index, best.sentence.document, label);
      const ofRow = all.filter(({ row }) => row !== null && understanding.quoted.includes(row.name));
      const sentences = ofRow.length > 0 ? ofRow : all;
      if (all.length < 2) continue;
      return sentences.map((sentence) =>
        takeStatement(
          index,
          { ...best, sentence, focus: [] },
          { ...needs, attributes: [], limit: LONGEST_ITEM, wants: 1, offices: [], tight: true },
        ),
      );
    }
  }
  return undefined;
}

/** 六个“义”分别是哪六个: what a page tells in as many sentences, each named in its own words. */
export function familyList(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const { slogan } = understanding;
  if (slogan === null) return undefined;
  for (const best of near.slice(0, 3)) {
    const family = familyOf(index, best.sentence, slogan);
    if (family === undefined) continue;
    const limit = Math.max(LONGEST_ITEM, Math.floor(LONGEST_LIST / family.length) - 6);
    return distinct(
      family.map(({ sentence, name }) => {
        return takeStatement(index, { ...best, sentence, focus: [] }, memberNeeds(needs, name, limit));
      }),
    );
  }
  return undefined;
}

/** Fewest and most places where a name is told before they are a list. */
const MENTIONS = { fewest: 2, most: 5 } as const;

/** 几个“15分钟”圈, 凡是“15分钟”打头的圈: whatever bears the quoted words. */
const ASKS_MENTIONS =
  /(?:几|哪些|哪几)个?[“"]|(?:凡是?|所有|全部|只[要挑])?(?:带|叫|含|写|标|打)(?:有|着|了)?[“"]|(?:凡是?|所有|全部)[“"]|[”"](?:打头|开头|起头|字头)/;

/** 几个“15分钟”圈，分别是什么圈: every place of the page where words in quotation marks stand. */
export function mentionsList(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const [words, ...others] = understanding.quoted;
  if (understanding.kind !== 'list' || words === undefined || words.length < 3 || others.length > 0)
    return undefined;
  if (!ASKS_MENTIONS.test(understanding.text)) return undefined;
  const best = near.find(({ sentence }) => sentence.text.includes(words));
  if (best === undefined || listFit(best.sentence.text, understanding.items) >= 1) return undefined;
  const members = index.documents
    .get(best.sentence.document)!
    .sentences.filter(
      ({ kind, text, year }) =>
        kind !== 'headline' &&
        text.includes(words) &&
        (understanding.years.length === 0 || understanding.years.includes(year ?? 0)),
    );
  if (members.length < MENTIONS.fewest || members.length > MENTIONS.most) return undefined;
  const limit = Math.floor(LONGEST_LIST / members.length);
  return distinct(
    members.map((sentence) =>
      takeStatement(index, { ...best, sentence, focus: [] }, memberNeeds(needs, words, limit)),
    ),
  );
}

/** Fewest and most members of a list made by a condition; one alone is an ordinary answer. */
const FILTERED = { fewest: 2, most: 7 } as const;

/** 时限写明8月底的有哪几项, 增幅超过30%的有哪些: every sentence of the page that meets the condition. */
export function filteredList(
  index: CorpusIndex,
  understanding: Understanding,
  aspect: Aspect,
  best: Candidate,
  needs: GivenNeeds,
): Statement[] | undefined {
  if (understanding.kind !== 'list') return undefined;
  const condition = conditionOf(understanding);
  if (condition === undefined) return undefined;
  const pool = index.documents
    .get(best.sentence.document)!
    .sentences.filter(
      (sentence) =>
        sentence.kind !== 'headline' &&
        (aspect.years.length === 0 || aspect.years.includes(sentence.year ?? 0)),
    );
  const members = pool.filter((sentence) => condition.holds(sentence.text));
  if (members.length < FILTERED.fewest || members.length > FILTERED.most) return undefined;
  return distinct(
    members.map((sentence) => {
      const span = { start: sentence.start, end: sentence.end, likeness: 0 };
      const candidate = { ...best, sentence, focus: [span] };
      return takeStatement(index, candidate, {
        ...needs,
        terms: condition.terms,
        attributes: [],
        wants: 1,
        offices: [],
        limit: Math.floor(LONGEST_LIST / members.length),
        tight: true,
      });
    }),
  );
}
