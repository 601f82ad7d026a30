import { describe, expect, test } from 'vitest';
import {
  DATELINE,
  ITEM_NUMBER,
  REPORT_OPENING,
  SECTION_NUMBER,
  SENTENCE_END,
  SUBHEADING,
  YEAR_HEADING,
} from './patterns.ts';

/** For every sign what it marks and what looks alike and is none. */
const SIGNS: [string, RegExp, string[], string[]][] = [
  [
    'a dateline',
    DATELINE,
    [
      '本报讯（记者 王一 通讯员 李二）柳溪镇',
      '本报讯(记者 王一)日前',
      '柳溪讯（记者 王一）',
      '新华社杭州7月6日电（记者 王一）',
      '【本报讯】柳溪镇',
      '（本报记者 王一）日前',
      '本报讯 记者王一报道：日前',
      '本报综合消息（全媒体记者 王一）',
    ],
    ['本报讯员会议', '（王一说）日前', '今日通讯'],
  ],
  [
    'the number of a section',
    SECTION_NUMBER,
    ['一、回顾', '（二）坚持融合', '第三章 附则'],
    ['一是扩投资', '1.对象', '二十大'],
  ],
  [
    'the number of an item',
    ITEM_NUMBER,
    ['1.对象', '2、时间', '（3）地点', '①身份证'],
    ['1.5公里', '一、回顾', '3000人'],
  ],
  ['the line under a headline', SUBHEADING, ['——柳溪镇见闻', '—柳溪镇见闻'], ['柳溪——见闻', '一柳溪']],
  ['a year as heading', YEAR_HEADING, ['2031', '2032年', '1999 年'], ['2031年工作', '12031', '2131', '31年']],
  [
    'the opening of a report',
    REPORT_OPENING,
    ['日前，柳溪镇', '近日，', '7月6日，联盟', '2031年8月，', '2031 年8 月'],
    ['2031年，柳溪镇', '今天很好', '在近日举行'],
  ],
  [
    'the end of a sentence',
    SENTENCE_END,
    ['好。', '好！”', '吗？', '；', '……', '好。）'],
    ['好', '好，', '好”', '3.5', '：'],
  ],
];

describe.each(SIGNS)('%s', (_title, sign, marked, alike) => {
  test.each(marked)('%s', (text) => {
    expect(text).toMatch(sign);
  });

  test.each(alike)('not %s', (text) => {
    expect(text).not.toMatch(sign);
  });
});
