import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { checkSentence } from './check-sentence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import {
  answerOf,
  CANTEENS,
  OTHER_CANTEENS,
  openTestCorpus,
  ROADS,
  type TestStatement,
  TOILETS,
} from './test-corpus.ts';

const INCOME: TestStatement = {
  quote: '全镇实现财政收入8亿元、工业产值90亿元，分别增长4%、7%',
  said: '清溪镇2023年：全镇实现财政收入8亿元、工业产值90亿元，分别增长4%、7%',
};
const CHARGES: TestStatement = {
  quote: '食堂不得向未登记的人员收费',
  said: '清溪镇2023年：食堂不得向未登记的人员收费',
};
const CAPTAIN: TestStatement = {
  quote: '清溪镇今年4月成立志愿服务队，队长是周明远，副队长是钱守义',
  said: '清溪镇2023年4月成立志愿服务队，队长是周明远，副队长是钱守义',
};
const ELECTED: TestStatement = {
  quote: '会上，周明远当选为柳河镇镇长，钱守义当选为柳河镇人大主席',
  said: '柳河镇2022年：会上，周明远当选为柳河镇镇长，钱守义当选为柳河镇人大主席',
};
const SUBSIDIES: TestStatement = {
  quote: '2021年发放补贴3万元，2022年发放补贴5万元',
  said: '柳河镇：2021年发放补贴3万元，2022年发放补贴5万元',
};
const PROJECTS: TestStatement = {
  quote: '甲村等2个示范村的19个项目进度过半',
  said: '柳河镇2022年：甲村等2个示范村的19个项目进度过半',
};
const REPAIRS: TestStatement = {
  quote: '2021年，柳河镇完成老年食堂改造8家',
  said: '2021年，柳河镇完成老年食堂改造8家',
};

let index: CorpusIndex;
beforeAll(async () => {
  index = await openTestCorpus();
});

/** The faults of one sentence against all the statements of an answer. */
function faultsOf(text: string, statements: readonly TestStatement[]): readonly string[] {
  const evidence = gatherEvidence(index, answerOf(index, '问什么？', statements), '');
  return checkSentence(index, { text, evidence: evidence.map(({ citation }) => citation.mark) }, evidence)
    .faults;
}

describe('a sentence that says the same in other words', () => {
  it.each<[string, string, TestStatement[]]>([
    ['as the document has it', CANTEENS.said, [CANTEENS]],
    ['with another word of intent', '清溪镇2023年的目标是新建12家老年食堂', [CANTEENS]],
    ['with a verb of doing after the word of intent', '2023年，清溪镇计划建成12家老年食堂', [CANTEENS]],
    ['with a colon after 目标', '清溪镇2023年目标：建成老年食堂12家', [CANTEENS]],
    ['with a part of the evidence', '2023年清溪镇力争对80周岁以上老人送餐上门', [CANTEENS]],
    ['with everyday words', '2022年柳河镇新建了20家老年食堂，有配送员35人', [OTHER_CANTEENS]],
    ['with a number written out', '2022年柳河镇新建了二十家老年食堂', [OTHER_CANTEENS]],
    ['with a converted amount', '清溪镇2023年计划改造公厕3座，投资约3000000元', [TOILETS]],
    ['with a short form of the town', '清溪2023年已完成道路改造5条', [ROADS]],
    ['with the whole series in its order', '清溪镇2023年财政收入和工业产值分别增长4%、7%', [INCOME]],
    ['with one figure that has words of its own', '清溪镇2023年实现工业产值90亿元', [INCOME]],
    ['with the denial kept', '2023年，清溪镇的食堂不得向未登记人员收费', [CHARGES]],
    [
      'with both names in their places',
      '清溪镇2023年4月成立的志愿服务队，队长是周明远，副队长是钱守义',
      [CAPTAIN],
    ],
    [
      'of two towns side by side',
      '2023年清溪镇计划新建12家，2022年柳河镇新建20家',
      [CANTEENS, OTHER_CANTEENS],
    ],
    [
      'of two years side by side',
      '柳河镇2021年完成老年食堂改造8家，2022年新建20家',
      [OTHER_CANTEENS, REPAIRS],
    ],
  ])('%s passes', (_, text, statements) => {
    expect(faultsOf(text, statements)).toEqual([]);
  });
});

describe('a sentence that says something else', () => {
  it.each<[string, string, TestStatement[], string]>([
    ['a figure of its own', '2023年清溪镇计划新建老年食堂15家', [CANTEENS], 'number'],
    ['a name that the evidence lacks', '2023年清溪镇计划新建老年食堂12家，由钱守义负责', [CANTEENS], 'name'],
    ['a neighbouring town', '2023年柳河镇计划新建老年食堂12家', [CANTEENS], 'name'],
    ['a town out of nowhere', '2023年东山镇计划新建老年食堂12家', [CANTEENS], 'town changed'],
    [
      'a year of the period that the statement does not have',
      '2021年柳河镇新建老年食堂20家',
      [OTHER_CANTEENS],
      'year changed',
    ],
    [
      'figures of two towns swapped',
      '2023年清溪镇计划新建20家，2022年柳河镇新建12家',
      [CANTEENS, OTHER_CANTEENS],
      'figure of another place or year',
    ],
    [
      'figures of two years swapped',
      '柳河镇2021年新建老年食堂20家，2022年完成改造8家',
      [OTHER_CANTEENS, REPAIRS],
      'figure of another place or year',
    ],
    ['an aim without its word', '2023年清溪镇新建老年食堂12家', [CANTEENS], 'aim not named'],
    [
      'an aim that is called reached',
      '2023年清溪镇已完成新建老年食堂12家的目标',
      [CANTEENS],
      'aim told as a result',
    ],
    [
      'an aim whose figure is told as built',
      '2023年清溪镇确保民生，建成老年食堂12家',
      [CANTEENS],
      'aim told as a result',
    ],
    ['an aim of 将 that is told as done', '清溪镇2023年改造公厕3座', [TOILETS], 'aim not named'],
    [
      'a result that is told as an aim',
      '2022年柳河镇力争新建老年食堂20家',
      [OTHER_CANTEENS],
      'result told as an aim',
    ],
    ['another unit', '2022年柳河镇新建老年食堂20万元', [OTHER_CANTEENS], 'number'],
    ['another unit of the same value', '2022年柳河镇新建老年食堂20亩', [OTHER_CANTEENS], 'unit changed'],
    ['a lost 以上', '2023年清溪镇力争对80周岁老人送餐上门', [CANTEENS], 'bound changed'],
    ['a lost 约', '清溪镇2023年计划改造公厕3座，投资300万元', [TOILETS], 'bound changed'],
    ['an added 超过', '2022年柳河镇新建老年食堂超过20家', [OTHER_CANTEENS], 'bound changed'],
    [
      'figures that changed places',
      '清溪镇2023年实现财政收入90亿元、工业产值8亿元',
      [INCOME],
      'figure of something else',
    ],
    [
      'figures of one clause that changed places',
      '柳河镇2022年甲村等19个示范村的2个项目进度过半',
      [PROJECTS],
      'figure of something else',
    ],
    ['one figure out of a series', '清溪镇2023年财政收入增长7%', [INCOME], 'series broken up'],
    [
      'a series in another order',
      '清溪镇2023年财政收入和工业产值分别增长7%、4%',
      [INCOME],
      'series broken up',
    ],
    [
      'names that changed places',
      '清溪镇2023年4月成立志愿服务队，志愿队长是钱守义，副队长是周明远',
      [CAPTAIN],
      'rank lost',
    ],
    ['an office of somebody else', '2022年，钱守义当选为柳河镇镇长', [ELECTED], 'told of another name'],
    [
      'a figure of another year in the same words',
      '柳河镇2021年发放补贴5万元',
      [SUBSIDIES],
      'figure of another year',
    ],
    ['a lost denial', '2023年，清溪镇的食堂向登记的人员收费', [CHARGES], 'denial lost'],
    ['an added denial', '2022年柳河镇没有新建老年食堂20家', [OTHER_CANTEENS], 'denial added'],
    [
      'a claim beside the evidence',
      '2022年柳河镇新建老年食堂20家，并且水费全免',
      [OTHER_CANTEENS],
      'claim not in the evidence',
    ],
    [
      'a claim inside quotation marks',
      '2022年柳河镇新建老年食堂20家“，水费全免',
      [OTHER_CANTEENS],
      'claim not in the evidence',
    ],
    ['nothing but a claim', '镇里免收全部物业费用', [OTHER_CANTEENS], 'claim not in the evidence'],
    ['an address', '2022年柳河镇新建老年食堂20家 example', [OTHER_CANTEENS], 'word not in the evidence'],
    ['markup', '2022年柳河镇新建<b>老年食堂20家', [OTHER_CANTEENS], 'markup'],
  ])('%s fails', (_, text, statements, fault) => {
    expect(faultsOf(text, statements)).toContain(fault);
  });
});

describe('evidence numbers', () => {
  it.each([
    ['that do not exist prove nothing', [2, 7]],
    ['that are missing prove nothing', []],
  ])('%s', (_, numbers) => {
    const evidence = gatherEvidence(index, answerOf(index, '问什么？', [CANTEENS]), '');
    expect(checkSentence(index, { text: CANTEENS.said, evidence: numbers }, evidence).faults).toEqual([
      'no evidence',
    ]);
  });
});
