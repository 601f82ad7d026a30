import { expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';
import { standingOf } from './standing.ts';

test.each([
  ['力争新增车位600个，投入4亿元。', ['target', 'target']],
  ['推进更新项目29个，预计可新增空间83万平方米。', ['underway', 'target']],
  ['第三批村中4个通过区级验收，其余3个已完成创建，即将迎接验收。', ['result', 'result', 'target']],
  ['柳溪将建成食堂5家，已累计送餐300份。', ['target', 'result']],
  ['累计拆除违建52万平方米。', ['result']],
  ['2032年要新增车位600个。', ['target']],
  ['按要求完成食堂5家。', ['result']],
  ['19个项目进度过半。', ['underway']],
  ['该项目于2031年10月启动。', ['result']],
  ['食堂供应两顿饭。', [null]],
  ['完成“2515”招引计划，五年招引项目2个。', ['result', 'target']],
])('%s', (text, standings) => {
  expect(clausesOf(text).map((clause) => standingOf(text, clause))).toEqual(standings);
});
