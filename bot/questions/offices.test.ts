import { describe, expect, test } from 'vitest';
import { officesIn } from './offices.ts';

describe('an office that a question names', () => {
  test.each<[string, string[]]>([
    ['谁当选为镇长', ['镇长']],
    ['镇人大主席叫什么', ['人大主席']],
    ['党委书记和副镇长是谁', ['党委书记', '副镇长']],
    ['副站长是谁', ['站长']],
    ['谁开的店', []],
  ])('%s names the offices %j', (question, offices) => {
    expect(officesIn(question)).toEqual(offices);
  });
});
