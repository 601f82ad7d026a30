import { describe, expect, test } from 'vitest';
import { BYLINE, DATELINE, FURNITURE, REPORT_OPENING, SENTENCE_END, YEAR_HEADING } from './patterns.ts';

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
    ],
    ['本报讯员会议', '（记者 王一）日前', '今日通讯'],
  ],
  [
    'a byline',
    BYLINE,
    [
      '■记者 王一 通讯员 李二',
      '■文/首席记者 王一 摄/通讯员 李二',
      '通讯员 李二',
      '摄影：王一',
      '来源：柳溪发布',
    ],
    ['老年食堂开张', '王一记者站成立', '■重点项目'],
  ],
  [
    'page furniture',
    FURNITURE,
    ['第3版', '第三版', 'A12版', '7', '责任编辑：王一', '版式：李二', '上接第一版', '下转2版', '广告'],
    ['第3版画展开幕', '2031年', '三件喜事', '编辑部在柳溪镇办公'],
  ],
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
