import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import {
  brokenOff,
  otherHand,
  ownerBefore,
  personBefore,
  speakerAfter,
  stepAfter,
  wholeQuotation,
} from './neighbours.ts';
import type { Statement } from './statement.ts';
import {
  candidateFor,
  needsFor,
  readTestPage,
  readTestPages,
  sentenceWith,
  statementWith,
  understandingOf,
} from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

describe('a procedure', () => {
  test('goes on in the next sentence', () => {
    const next = stepAfter(index, statementWith(index, '办理助餐卡'), needsFor());
    expect(next.map(({ text }) => text)).toEqual(['村里核实年龄后报镇民政办，三天内发卡。']);
  });

  test('ends with its section', () => {
    expect(stepAfter(index, statementWith(index, '新建老年食堂4家'), needsFor())).toEqual([]);
  });

  test('does not go on where both are too long', () => {
    const long = { ...statementWith(index, '办理助餐卡'), text: '长'.repeat(200) };
    expect(stepAfter(index, long, needsFor())).toEqual([]);
  });
});

describe('a page that breaks off', () => {
  test('is told with the sentence that breaks off, when that is asked', () => {
    const near = [candidateFor(sentenceWith(index, '办理助餐卡'))];
    const told = brokenOff(index, understandingOf('助餐卡这一段完整吗'), near, needsFor());
    expect(told?.map(({ candidate }) => candidate.sentence.cut)).toEqual([false, true]);
  });

  test('is told once when the sentence found is the one', () => {
    const near = [candidateFor(sentenceWith(index, '并逐步在'))];
    expect(brokenOff(index, understandingOf('这一段完整吗'), near, needsFor())).toHaveLength(1);
  });

  test('is not told when it is not asked, or when the article is whole', () => {
    const cut = [candidateFor(sentenceWith(index, '并逐步在'))];
    const whole = [candidateFor(sentenceWith(index, '新建老年食堂4家'))];
    expect(brokenOff(index, understandingOf('书房建到哪里'), cut, needsFor())).toBeUndefined();
    expect(brokenOff(index, understandingOf('这一段完整吗'), whole, needsFor())).toBeUndefined();
  });
});

describe('他', () => {
  const person = (question: string, words: string) =>
    personBefore(index, understandingOf(question), statementWith(index, words), needsFor());

  test('stands for nobody where the sentence has no 他', () => {
    expect(person('谁核实年龄', '村里核实年龄')).toBeUndefined();
  });

  test('is looked for only when a person is asked for', () => {
    expect(person('办卡要几天', '村里核实年龄')).toBeUndefined();
  });

  test('stands for the person of the sentence before', () => {
    const statement = statementWith(index, '“十年前这条河');
    const { candidate } = statement;
    const withHim = {
      ...statement,
      candidate: { ...candidate, sentence: { ...candidate.sentence, text: '他说这条河干净了。' } },
    };
    const found = personBefore(index, understandingOf('谁说这条河干净了'), withHim, needsFor());
    expect(found?.text).toContain('方志远');
  });
});

describe('what follows the steps of a procedure', () => {
  test('is no step when it opens another matter', () => {
    const page = readTestPage(`竹川镇办卡

本报讯 老人先到村里领表。填好后交到镇里。除了办卡，镇里还送餐上门。
`);
    const following = (words: string): string[] =>
      stepAfter(page, statementWith(page, words), needsFor()).map(({ text }) => text);
    expect(following('领表')).toEqual(['填好后交到镇里。']);
    expect(following('填好后')).toEqual([]);
  });
});

describe('一方面 and 另一方面', () => {
  const textsBeside = (words: string, change: Partial<Statement> = {}, question = '藕粉为何畅销'): string[] =>
    otherHand(
      index,
      understandingOf(question),
      { ...statementWith(index, words), ...change },
      needsFor(),
    ).map(({ text }) => text);

  test('are told together, whichever was found', () => {
    expect(textsBeside('选料讲究')).toEqual(['另一方面，包装轻便。']);
    expect(textsBeside('包装轻便')).toEqual(['一方面，选料讲究。']);
  });

  test('are not looked for beside a sentence that is neither', () => {
    expect(textsBeside('藕粉为何畅销')).toEqual([]);
    expect(textsBeside('首选')).toEqual([]);
  });

  test('are not told together when only who said it is asked', () => {
    expect(textsBeside('包装轻便', {}, '包装轻便是谁说的')).toEqual([]);
  });

  test('are not told together where both are too long', () => {
    expect(textsBeside('选料讲究', { text: '长'.repeat(230) })).toEqual([]);
  });
});

describe('whose product it is', () => {
  const owners = (question: string, words: string): string[] =>
    ownerBefore(index, understandingOf(question), statementWith(index, words), needsFor()).map(
      ({ text }) => text,
    );

  test.each([
    '哪家的产品是船员的首选',
    '哪个企业的产品是首选',
    '什么公司的产品卖到船上',
  ])('stands a sentence before: %s', (question) => {
    expect(owners(question, '船员的首选')).toEqual(['清荷食品公司扎根古镇多年。']);
  });

  test('stands three sentences before at most', () => {
    expect(owners('哪家选料讲究', '选料讲究')).toEqual(['清荷食品公司扎根古镇多年。']);
    expect(owners('哪家包装轻便', '包装轻便')).toEqual([]);
  });

  test('is not looked for when it is not asked, or when the sentence names an organisation itself', () => {
    expect(owners('产品是谁的首选', '船员的首选')).toEqual([]);
    const itself = { ...statementWith(index, '船员的首选'), text: '清荷食品公司的产品曾是首选' };
    expect(ownerBefore(index, understandingOf('哪家的产品是首选'), itself, needsFor())).toEqual([]);
  });
});

describe('the wording of a quotation', () => {
  test('is looked for only when it is asked', () => {
    const statement = statementWith(index, '“十年前这条河');
    expect(wholeQuotation(index, understandingOf('河里能游泳吗'), statement, needsFor())).toBeUndefined();
  });

  test('is none of its own in one sentence', () => {
    const statement = statementWith(index, '现有队员22名');
    expect(wholeQuotation(index, understandingOf('原话怎么说'), statement, needsFor())).toBeUndefined();
  });
});

describe('who said it', () => {
  const speaker = (question: string, page: string, words: string): string | undefined => {
    const pages = readTestPage(page);
    const statement = statementWith(pages, words, needsFor());
    return speakerAfter(pages, understandingOf(question), statement, needsFor())?.text;
  };
  const QUOTED = '“村村办食堂不现实，钱不够。用的人也少。”方家村民政员方志远说。食堂由镇里统一办。';

  test('stands where the quotation ends', () => {
    expect(speaker('谁说村村办食堂不现实', QUOTED, '不现实')).toContain('方志远');
  });

  test('is looked for only when a person is asked for', () => {
    expect(speaker('村村办食堂为什么不现实', QUOTED, '不现实')).toBeUndefined();
  });

  test('is nobody where the quotation ends without a name, or none is open', () => {
    expect(
      speaker('谁说村村办食堂不现实', '“村村办食堂不现实。用的人也少。”大家都笑了。', '不现实'),
    ).toBeUndefined();
    expect(speaker('谁说食堂由镇里统一办', QUOTED, '统一办')).toBeUndefined();
  });
});
