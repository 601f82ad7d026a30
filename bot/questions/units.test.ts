import { describe, expect, test } from 'vitest';
import { sameUnitGroup, unitAsked } from './units.ts';

describe('the unit asked for', () => {
  test.each<[string, string | null]>([
    ['食堂有多少家', '家'],
    ['安置房有几套', '套'],
    ['队员有几名', '名'],
    ['送餐多少份', '份'],
    ['总投资多少', null],
    ['食堂在哪里', null],
    ['书房有几层楼', '层'],
    ['章程有几票反对', '票'],
    ['一周上几次球课', '节'],
  ])('%s: %j', (question, unit) => {
    expect(unitAsked(question)).toBe(unit);
  });

  test.each<[string, string, boolean]>([
    ['家', '个', true],
    ['名', '人', true],
    ['次', '场', true],
    ['次', '家次', true],
    ['节', '次', false],
    ['套', '间', true],
    ['套', '家', false],
    ['辆', '名', false],
    ['户', '人', false],
    ['份', '份', true],
    ['份', '个', false],
    ['家', '', true],
  ])('%s is counted by %j: %j', (asked, unit, same) => {
    expect(sameUnitGroup(asked, unit)).toBe(same);
  });
});
