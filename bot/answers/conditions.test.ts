import { describe, expect, test } from 'vitest';
import { conditionOf } from './conditions.ts';
import { understandingOf } from './test-pages.ts';

const holds = (question: string, sentence: string): boolean | undefined =>
  conditionOf(understandingOf(question))?.holds(sentence);

describe('a condition by which a list is asked for', () => {
  test.each<[string, string, boolean]>([
    ['增幅超过30%的有哪些指标', '投资同比增长76.1%', true],
    ['增幅超过30%的有哪些指标', '收入同比增长8.3%', false],
    ['增幅超过30%的有哪些指标', '覆盖率达到95%', false],
    ['增幅超过30%的有哪些指标', '投资同比增长30%', false],
    ['哪些指标增长20%以上', '投资同比增长76.1%', true],
    ['覆盖率低于50%的有哪些', '覆盖率只有12.5%', true],
    ['覆盖率低于50%的有哪些', '覆盖率达到95%', false],
    ['覆盖率低于50%的有哪些', '新建食堂6家', false],
    ['时限写明8月底的有哪几项', '8月底前运行', true],
    ['时限写明8月底的有哪几项', '10月底前通车', false],
    ['2023年8月底要完成哪些项目', '拟定于2023年8月底通过验收', true],
    ['2023年8月底要完成哪些项目', '拟定于2022年8月底通过验收', false],
    ['8月底之前要弄好的是哪两样', '8月底前运行', true],
    ['8月底之前要弄好的是哪两样', '10月底前通车', false],
  ])('%s: %s %j', (question, sentence, met) => {
    expect(holds(question, sentence)).toBe(met);
  });

  test.each(['有哪些村先试点', '好人有哪几位', '8月有哪些活动'])('there is none in %s', (question) => {
    expect(conditionOf(understandingOf(question))).toBeUndefined();
  });

  test('gives the terms by which the clause that meets it is known', () => {
    const condition = conditionOf(understandingOf('增幅超过30%的有哪些指标'))!;
    expect([...condition.terms.keys()]).toContain('增长');
  });
});
