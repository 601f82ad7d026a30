import { expect, test } from 'vitest';
import { besideAsking } from './beside-asking.ts';

test('what stands beside a word that asks says what is to be told', () => {
  expect(besideAsking('镇里的老年食堂几点开门呀')).toEqual(['老年食堂', '点开门呀']);
  expect(besideAsking('谁管，在哪')).toEqual(['', '管，在哪', '谁管，在', '']);
});

test('a question without such a word asks at its end', () => {
  expect(besideAsking('镇里的老年食堂电话？')).toEqual(['年食堂电话']);
  expect(besideAsking('12345')).toEqual(['']);
});
