import { expect, test } from 'vitest';
import { mendRadicals } from './radicals.ts';

test.each([
  ['⼀⼈⼾⼝⽔⽕', '一人户口水火'],
  ['⻓⻔⻅⻋⻛⻜⻢⻥⻩⻬⻚⻉⻄⻆⻘⻝⻣⻤⺠⺟', '长门见车风飞马鱼黄齐页贝西角青食骨鬼民母'],
  ['⻰⻮⻨⻦⻧⻪⻳⻙', '龙齿麦鸟卤黾龟韦'],
  ['⾏⾥⾦⾨⿊⾭', '行里金門黑青'],
  ['金利來', '金利来'.replace('来', '來')],
  ['柳溪镇２０３１年㎡①', '柳溪镇２０３１年㎡①'],
])('%s is read as %s', (printed, meant) => {
  expect(mendRadicals(printed)).toBe(meant);
});

test('no radical of either block is left, but for strokes that are no character', () => {
  const blocks = [
    [0x2e80, 0x2ef3],
    [0x2f00, 0x2fd5],
  ].flatMap(([from, to]) =>
    Array.from({ length: to! - from! + 1 }, (_, index) => String.fromCharCode(from! + index)),
  );
  const left = blocks.filter((radical) => /\p{So}/u.test(radical) && mendRadicals(radical) === radical);
  expect(left).toEqual(['⺀', '⺂', '⺃', '⺈', '⺑']);
});

test('the length stays', () => {
  const all = Array.from({ length: 0xfaff - 0xf900 + 1 }, (_, index) =>
    String.fromCharCode(0xf900 + index),
  ).join('');
  expect(mendRadicals(all)).toHaveLength(all.length);
});
