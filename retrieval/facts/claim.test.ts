import { describe, expect, test } from 'vitest';
import type { Sentence } from '../articles/article.ts';
import { claimOf, type Modality } from './claim.ts';

function sentence(text: string, changes: Partial<Sentence> = {}): Sentence {
  return {
    kind: 'sentence',
    text,
    start: 0,
    end: text.length,
    section: null,
    row: null,
    sectionYear: null,
    cut: false,
    ...changes,
  };
}

describe('an aim and an outcome are told apart on a page of 2031', () => {
  test.each<[Modality, string]>([
    ['target', '力争全年新增停车位300个。'],
    ['target', '确保规上工业增加值增长8%以上。'],
    ['target', '计划改造道路两公里。'],
    ['target', '下一步，柳溪镇将持续完善送餐服务。'],
    ['target', '食堂拟定于8月底前运行。'],
    ['target', '学院即将投入运营。'],
    ['result', '截至11月，完成固定资产投资25.2亿元。'],
    ['result', '全年累计走访企业153家次。'],
    ['result', '新增停车位800余个。'],
    ['result', '霞浦小学获评特色学校。'],
    ['result', '7月6日，柳溪镇治水联盟正式成立。'],
    ['plain', '食堂供应午餐和晚餐两顿。'],
    ['plain', '系统将印章锁进电子套筒中。'],
    ['plain', '继续落实计划生育服务。'],
    ['result', '即将过去的一年，全镇完成改造两公里。'],
    ['result', '发布了《柳溪镇绿化行动计划》。'],
    ['result', '四个村通过验收，其余三个已基本完成，即将迎接验收。'],
    ['target', '四个村即将迎接验收，已报名。'],
    ['target', '四个村已基本完成，即将迎接验收，力争年底全部通过。'],
  ])('%s: %s', (modality, text) => {
    expect(claimOf(sentence(text), 2031).modality).toBe(modality);
  });
});

describe('where a sentence stands decides before its words', () => {
  const row = { number: 1, name: '道路改造' };
  test.each<[string, Sentence, Modality]>([
    [
      'under a column of tasks everything is a target',
      sentence('完成十公里。', { row: { ...row, column: '目标任务' } }),
      'target',
    ],
    [
      'under a column of outcomes it is not',
      sentence('完成十公里。', { row: { ...row, column: '完成情况' } }),
      'result',
    ],
    ['under a coming year everything is a target', sentence('完成十公里。', { sectionYear: 2032 }), 'target'],
    ['under the page’s own year it is not', sentence('完成十公里。', { sectionYear: 2031 }), 'result'],
    ['of a coming year everything is a target', sentence('2033年完成十公里。'), 'target'],
  ])('%s', (_title, place, modality) => {
    expect(claimOf(place, 2031).modality).toBe(modality);
  });
});

describe('the year of what a page of January 2032 tells', () => {
  test.each([
    ['12月28日，柳溪镇召开年度总结大会。', null, 2031],
    ['今年1月，新馆开馆。', null, 2032],
    ['拟于12月底完工。', null, 2032],
    ['12月底前完工。', 2033, 2033],
    ['今年启动二期。', 2033, 2033],
  ])('%s under the heading %j: %i', (text, sectionYear, year) => {
    expect(claimOf(sentence(text, { sectionYear }), { year: 2032, month: 1 }).year).toBe(year);
  });
});

describe('the year under which a sentence holds', () => {
  test.each<[string, string, Partial<Sentence>, number | undefined, number | null]>([
    ['is the one it names', '2029年启动改造。', { sectionYear: 2032 }, 2031, 2029],
    ['is the one its relative words mean', '去年9月启动改造。', {}, 2031, 2030],
    ['is the section’s when a month leans on it', '8月底前完成改造。', { sectionYear: 2032 }, 2031, 2032],
    ['is the section’s', '改造道路两公里。', { sectionYear: 2032 }, 2031, 2032],
    ['is the page’s', '改造道路两公里。', {}, 2031, 2031],
    ['is unknown without any', '改造道路两公里。', {}, undefined, null],
    ['is not that of a plan’s title', '公布《柳溪镇行动计划（2034—2036年）》。', {}, 2031, 2031],
  ])('%s', (_title, text, place, page, year) => {
    expect(claimOf(sentence(text, place), page).year).toBe(year);
  });
});
