import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { canonicalNumber, findNumbers } from '../../retrieval/text/numbers.ts';
import type { Citation } from './answer.ts';
import { Citations } from './citations.ts';
import { say } from './say.ts';
import { readTestPages, statementWith } from './test-pages.ts';
import { verify } from './verify.ts';

/** Words by which the sentences of the test pages are found; each is said, and the answer verified. */
const SENTENCES = [
  '新建老年食堂6家以上',
  '改造镇区道路3.5公里',
  '现有队员22名',
  '占地1800平方米',
  '三源共治',
  '指挥中心、3支队伍',
  '何平当选为',
  '完成固定资产投资25.2亿元',
  '力争完成固定资产投资30亿元',
  '累计送餐4.6万份',
  '祁春生、罗巧云',
] as const;

interface SaidAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
}

let index: CorpusIndex;
let answers: readonly SaidAnswer[];

beforeAll(() => {
  index = readTestPages();
  answers = SENTENCES.map((words) => answerWith(words));
});

/** The answer that says the whole sentence with these words, and its citation. */
function answerWith(words: string): SaidAnswer {
  const statement = statementWith(index, words);
  const { sentence } = statement.candidate;
  const citations = new Citations(index);
  const mark = citations.mark({
    document: sentence.document,
    start: statement.start,
    end: statement.end,
    headline: sentence.headline,
  });
  return { text: `${say(index, statement).text}[${mark}]。`, citations: citations.list };
}

const passes = ({ text, citations }: SaidAnswer): boolean => verify(index, text, citations).passed;
/** One of the answers, chosen when the property runs: they are made after the tests are collected. */
const position = fc.nat(SENTENCES.length - 1);

describe('an answer as it is said', () => {
  test.each(SENTENCES)('passes: %s', (words) => {
    const { text, citations } = answerWith(words);
    expect(verify(index, text, citations)).toEqual({ passed: true, faults: [] });
  });

  test.each<[string, string, string]>([
    ['a sum in full', '改造镇区道路3.5公里', '总投资12000000元[1]。'],
    ['a sum in 亿', '完成固定资产投资25.2亿元', '固定资产投资252000万元[1]。'],
    ['a number in Chinese numerals', '现有队员22名', '现有队员二十二名[1]。'],
    ['full-width figures', '现有队员22名', '现有队员２２名[1]。'],
    ['a relative date resolved by the page', '现有队员22名', '2022年9月挂牌成立[1]。'],
    ['the year of the section', '完成固定资产投资25.2亿元', '2021年投资25.2亿元[1]。'],
    ['the town that the citation names', '完成固定资产投资25.2亿元', '莲塘镇投资25.2亿元[1]。'],
    ['no claim at all', '现有队员22名', '是的。'],
  ])('passes with %s', (_, words, text) => {
    expect(verify(index, text, answerWith(words).citations)).toEqual({ passed: true, faults: [] });
  });
});

describe('an answer never passes', () => {
  test('with any of its figures altered', () => {
    fc.assert(
      fc.property(position, fc.nat(), fc.integer({ min: 0, max: 99_999 }), (at, choice, other) => {
        const answer = answers[at]!;
        const body = answer.text.replace('[1]', '');
        const figures = findNumbers(body).filter(({ start }) => /\d/.test(body[start]!));
        fc.pre(figures.length > 0);
        const figure = figures[choice % figures.length]!;
        const printed = body.slice(figure.start, figure.end).match(/^[\d.]+/)![0];
        const altered = `${body.slice(0, figure.start)}${other}${body.slice(figure.start + printed.length)}`;
        // Another figure of the same sentence is not a figure made up: it stands in the quote.
        const told = new Set(findNumbers(body).map(canonicalNumber));
        const fresh = findNumbers(altered).some((number) => !told.has(canonicalNumber(number)));
        fc.pre(fresh && !sourceHolds(answer, String(other)));
        return !passes({ ...answer, text: `${altered}[1]` });
      }),
      { numRuns: 300 },
    );
  });

  test('with one digit of a figure changed', () => {
    for (const answer of answers) {
      const body = answer.text.replace('[1]', '');
      const told = new Set(findNumbers(body).map(canonicalNumber));
      for (const match of body.matchAll(/\d/g)) {
        for (const digit of '0123456789') {
          const altered = `${body.slice(0, match.index)}${digit}${body.slice(match.index + 1)}`;
          const fresh = findNumbers(altered).find((number) => !told.has(canonicalNumber(number)));
          if (fresh === undefined || sourceHolds(answer, String(fresh.value))) continue;
          expect(passes({ ...answer, text: `${altered}[1]` }), altered).toBe(false);
        }
      }
    }
  });

  test('with a figure added', () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 100, max: 999_999 }), (at, added) => {
        const answer = answers[at]!;
        fc.pre(!sourceHolds(answer, String(added)));
        return !passes({ ...answer, text: `另有${added}人。${answer.text}` });
      }),
      { numRuns: 100 },
    );
  });

  test.each<[string, string, string]>([
    ['现有队员22名', '竹川镇', '莲塘镇'],
    ['现有队员22名', '竹川镇', '梅浦镇'],
    ['占地1800平方米', '竹川镇', '莲塘'],
    ['祁春生、罗巧云', '莲塘镇', '竹川镇'],
    ['三源共治', '方志远', '陶安平'],
    ['何平当选为', '何平', '方志远'],
    ['占地1800平方米', '副站长', '东坞村'],
  ])('with a name swapped for another known one: %s, %s for %s', (words, from, to) => {
    const answer = answerWith(words);
    const text = answer.text.replaceAll(from, to);
    expect(text).not.toBe(answer.text);
    expect(verify(index, text, answer.citations).faults.join()).toContain('name ');
  });

  test('with a unit of myriads lost or won', () => {
    const answer = answerWith('完成固定资产投资25.2亿元');
    expect(passes({ ...answer, text: answer.text.replace('亿', '万') })).toBe(false);
    expect(passes({ ...answer, text: answer.text.replace('76.1%', '76.1') })).toBe(false);
  });

  test('with its citation shifted', () => {
    fc.assert(
      fc.property(
        position,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -60, max: 60 }),
        (at, from, to) => {
          const answer = answers[at]!;
          const citation = answer.citations[0]!;
          const start = Math.max(0, citation.start + from);
          const end = citation.end + to;
          const { text } = index.documents.get(citation.document)!;
          const letters = (part: string): string => part.replace(/[\p{P}\p{Z}\p{C}\p{S}]/gu, '');
          // White space and punctuation more or less do not count.
          fc.pre(letters(text.slice(start, end)) !== letters(text.slice(citation.start, citation.end)));
          return !passes({ ...answer, citations: [{ ...citation, start, end }] });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('with its quote reworded', () => {
    fc.assert(
      fc.property(position, fc.nat(), fc.constantFrom('不', '7', 'x', ''), (at, place, letter) => {
        const answer = answers[at]!;
        const citation = answer.citations[0]!;
        const i = place % citation.quote.length;
        fc.pre(/[\u4e00-\u9fff\d]/.test(citation.quote[i]!) && citation.quote[i] !== letter);
        const quote = `${citation.quote.slice(0, i)}${letter}${citation.quote.slice(i + 1)}`;
        return !passes({ ...answer, citations: [{ ...citation, quote }] });
      }),
      { numRuns: 200 },
    );
  });

  test('with a mark that has no citation', () => {
    fc.assert(
      fc.property(position, fc.integer({ min: 2, max: 99 }), (at, mark) => {
        const answer = answers[at]!;
        return (
          !passes({ ...answer, text: `${answer.text}[${mark}]` }) &&
          !passes({ text: answer.text, citations: [] })
        );
      }),
      { numRuns: 100 },
    );
  });

  test('with a citation of another page, or of none', () => {
    const answer = answerWith('现有队员22名');
    const citation = answer.citations[0]!;
    for (const document of ['liantang.txt', 'nowhere.txt', ''])
      expect(passes({ ...answer, citations: [{ ...citation, document }] }), document).toBe(false);
  });

  test('with a citation longer than a quotation may be, or of nothing', () => {
    const citation = answerWith('现有队员22名').citations[0]!;
    const { text } = index.documents.get(citation.document)!;
    const whole = { ...citation, start: 0, end: text.length, quote: text };
    expect(verify(index, '是的[1]。', [whole]).faults).toEqual(['citation 1 is not verbatim']);
    const nothing = { ...citation, start: citation.start, end: citation.start, quote: '' };
    expect(verify(index, '是的[1]。', [nothing]).faults).toEqual(['citation 1 is not verbatim']);
  });
});

describe('what is wrong is named', () => {
  test('all of it at once', () => {
    const { citations } = answerWith('现有队员22名');
    const { faults } = verify(index, '梅浦镇有队员77名[1][5]。', citations);
    expect(faults).toContain('mark 5 has no citation');
    expect(faults).toContain('number 77');
    expect(faults).toContain('name 梅浦镇');
  });
});

/** Does what the citation supports hold these digits anywhere? */
function sourceHolds({ citations }: SaidAnswer, digits: string): boolean {
  const { quote, title, period } = citations[0]!;
  const resolved = findNumbers(`${quote}${title}${period}`).map((number) => String(number.value));
  return [...resolved, '2021', '2022', '2023', '9', '4', '12', '27'].includes(digits);
}
