import { describe, expect, test } from 'vitest';
import { itemsOf, leadOf, pairOf, partsOf } from './question-parts.ts';

describe('questions that stand beside one another', () => {
  test.each<[string, string[]]>([
    ['书房是谁建的,分成几大间、几小间', ['书房是谁建的', '分成几大间,几小间']],
    ['书房是谁建的,是哪年开放', ['书房是谁建的', '是哪年开放']],
  ])('are parts, what is too short going with its neighbour: %s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test('are not made by question words within quotation marks', () => {
    expect(partsOf('书房里那四个“谁”,原样写出来是哪几句')).toEqual(['书房里那四个“谁”,原样写出来是哪几句']);
  });
});

describe('a lead that ends in a colon', () => {
  test('is set apart when its own question word asks nothing', () => {
    expect(leadOf('荷灯会在几处提到:哪年办的第一回,来了多少人')).toEqual({
      lead: '荷灯会在几处提到',
      asked: '哪年办的第一回,来了多少人',
    });
  });

  test.each([
    '荷灯会:哪年办的第一回,来了多少人',
    '荷灯会在几处提到:请都列出来',
    '哪里有书房',
  ])('stays where it names the matter, or where nothing is asked behind it: %s', (text) => {
    expect(leadOf(text)).toEqual({ lead: '', asked: text });
  });
});

describe('a pair', () => {
  test('of dates is asked for one by one, as one of figures is', () => {
    expect(pairOf('书房的动工和开放分别是哪年哪月')).toEqual(['书房的动工是哪年哪月', '开放是哪年哪月']);
    expect(pairOf('书房动工与开门分别在什么时候?')).toEqual(['书房动工在什么时候', '开门在什么时候']);
    expect(pairOf('书房的座位数和桌子数分别是多少')).toEqual(['书房的座位数是多少', '桌子数是多少']);
  });
});

describe('things of which as many figures are asked', () => {
  test('are asked for one by one, names in quotation marks too', () => {
    expect(itemsOf('老人那块:护理员、“安心”驿站、助餐点三个数')).toEqual({
      before: '老人那块',
      members: ['护理员', '“安心”驿站', '助餐点'],
      asking: '有多少',
    });
  });

  test('are none when fewer or more are named than figures asked', () => {
    expect(itemsOf('护理员、驿站、助餐点四个数')).toBeUndefined();
    expect(itemsOf('护理员、驿站三个数')).toBeUndefined();
  });
});
