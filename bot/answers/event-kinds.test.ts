import { describe, expect, test } from 'vitest';
import { eventInArticle, tellsAnotherEvent } from './event-kinds.ts';
import { needsFor, readTestPage, statementWith, understandingOf } from './test-pages.ts';

const index = readTestPage(`竹川镇的一页

竹川望月湿地体验园项目于2021年10月启动，与学校合作。园里种了荷花。2023年8月，望月湿地体验园正式开放，成为打卡地。
　　早在2024年9月，竹川镇就启动“师徒结对”计划，十人拜师。今年5月，年轻师徒顺利通过考核，正式开放课堂。
`);

describe('the date of another event', () => {
  test.each([
    ['体验园什么时候开放的', '体验园项目于2021年10月启动。'],
    ['结对计划结束于何年何月', '早在2024年9月，竹川镇就启动结对计划，'],
    ['体验园哪年启动的', '2023年8月，体验园正式开放。'],
  ])('does not answer: %s', (question, told) => {
    expect(tellsAnotherEvent(understandingOf(question), told)).toBe(true);
  });

  test.each([
    ['体验园什么时候开放的', '2023年8月，体验园正式开放。'],
    ['体验园哪年启动的', '体验园项目于2021年10月启动。'],
    ['联谊会哪天开张的', '2023年12月18日，竹川镇召开联谊会成立大会。'],
    ['体验园启动是哪年，开放是哪年', '体验园项目于2021年10月启动。'],
    ['体验园开放了几个月', '园里种了荷花。'],
  ])('is told apart from the one asked for: %s', (question, told) => {
    expect(tellsAnotherEvent(understandingOf(question), told)).toBe(false);
  });
});

describe('the event asked for', () => {
  const found = (question: string, words: string): string | undefined =>
    eventInArticle(index, understandingOf(question), statementWith(index, words), needsFor())?.text;

  test('is told from the sentence of the article that dates it', () => {
    expect(found('体验园什么时候放人进去的', '2021年10月启动')).toContain('2023年8月');
    expect(found('体验园哪年启动的', '2023年8月')).toContain('2021年10月');
  });

  test('is of the same matter, and of the name that is quoted', () => {
    expect(found('“师徒结对”什么时候结束的', '2024年9月')).toBeUndefined();
    expect(found('结对计划什么时候开放的', '2024年9月')).toBeUndefined();
  });

  test('is not looked for where the sentence tells it', () => {
    expect(found('体验园什么时候开放的', '2023年8月')).toBeUndefined();
  });
});
