import { expect, test } from 'vitest';
import { createTownReader } from './towns.ts';

const findTown = createTownReader(['东桥镇', '南河乡'], {
  names: [
    { name: '东桥镇', kind: 'town', aliases: ['东桥'] },
    { name: '东桥镇执法队', kind: 'organisation', town: '东桥镇' },
    { name: '东桥路', kind: 'road', town: '北山镇' },
  ],
});

test.each([
  ['东桥镇很美', '东桥镇'],
  ['2031年，东桥完成投资', '东桥镇'],
  ['南河新增车位', '南河乡'],
  ['东桥镇执法队有22人', '东桥镇'],
  ['东桥路通车', '北山镇'],
  ['2031年，西浦镇完成投资', '西浦镇'],
  ['西浦镇比东桥镇快', '西浦镇'],
  ['全镇新增车位', null],
  ['打造样板镇', null],
  ['新增车位', null],
])('%s names %s', (text, town) => {
  expect(findTown(text)).toBe(town);
});
