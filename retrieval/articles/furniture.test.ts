import { expect, test } from 'vitest';
import { isFurniture } from './furniture.ts';

test.each([
  '第3版',
  '第三版',
  'A12版',
  '7',
  '8版·要闻',
  '责任编辑：王一',
  '责编 王一 校对 李二',
  '版式：李二',
  '上接第一版',
  '下转2版',
  '广告',
  '新闻热线：88641234',
  '主办：中共柳溪镇委员会',
  '单位：万元',
  '今日柳溪',
  '2031年3月15日 星期六',
  '导读',
  '■ 老年食堂开张 2版',
  '老年食堂开张……3',
])('%s belongs to no article', (line) => {
  expect(isFurniture(line)).toBe(true);
});

test.each([
  '第3版画展开幕',
  '三件喜事',
  '编辑部在柳溪镇办公',
  '广告牌拆除完毕',
  '老年食堂开张',
  '共有3版方案',
  '2031年3月15日，柳溪镇开会',
])('%s does', (line) => {
  expect(isFurniture(line)).toBe(false);
});
