import { describe, expect, test } from 'vitest';
import { candidateFor, needsFor, readTestPage, sentenceWith, understandingOf } from './test-pages.ts';
import { toldTwoFigures } from './two-figures.ts';

const index = readTestPage(`竹川镇的一页

现场，6个课题组展示了成果。党建办成立8个课题组，研究难题。全镇48个村完成整治。
　　竹川镇实现全镇52个村全覆盖，建站9处。规上工业增加值增长7.5%以上。五年里年均增长8%以上。
`);
const told = (question: string, ...near: string[]): string[] | undefined =>
  toldTwoFigures(
    index,
    understandingOf(question),
    near.map((words) => candidateFor(sentenceWith(index, words))),
    needsFor(),
  )?.map(({ text }) => text);

describe('two figures that a question names', () => {
  test.each([
    ['课题组是6个还是8个', ['党建办', '现场'], /6个.*8个/],
    ['课题组数量，一处6一处8，哪个对', ['党建办', '现场'], /6个.*8个/],
    ['增长目标7.5%和8%为什么不一样', ['规上工业', '年均'], /7\.5%.*8%/],
    ['村的总数口径不一，48和52分别出自哪句', ['党建办'], /48个村.*52个村/],
  ])('are each told with their sentence: %s', (question, near, both) => {
    expect(told(question, ...near)?.join()).toMatch(both);
  });

  test.each([
    ['no choice between them', '6个课题组和8个课题组都来了吗', ['党建办', '现场']],
    ['one figure alone', '课题组到底是不是6个，哪个对', ['现场']],
    ['one that no page tells', '课题组是6个还是7个', ['党建办', '现场']],
    ['figures of one sentence', '52个村和9处站分别是什么', ['52个村']],
    ['the number of a row', '序号6和8个课题组分别是什么', ['党建办', '现场']],
    ['nothing found', '课题组是6个还是8个', []],
  ])('are not told where there is %s', (_, question, near) => {
    expect(told(question, ...near)).toBeUndefined();
  });
});
