import { describe, expect, test } from 'vitest';
import { isByline, isCaption, isPhotoCredit, isSignature, trailingCredit } from './credits.ts';

/** For every sort of line what is one and what looks alike and is none. */
const SORTS: [string, (line: string) => boolean, string[], string[]][] = [
  [
    'a line of authors',
    isByline,
    [
      '■记者 王一 通讯员 李二',
      '文/王一 图/李二',
      '王一/文 李二/摄',
      '□王一 李二丽',
      '作者：王一',
      '首席记者 王一 摄影 李二',
      '通讯员 古丽娜尔·艾山',
    ],
    [
      '老年食堂开张',
      '王一记者站成立',
      '■重点项目建设情况通报',
      '通讯员 李二 摄',
      '记者从镇里获悉，今年修路。',
      '图/文）',
    ],
  ],
  [
    'a photo credit',
    isPhotoCredit,
    ['通讯员 李二 摄', '（摄影 王一）', '摄影：王一', '图片由文化站提供'],
    ['文/王一 图/李二', '摄影展开幕'],
  ],
  [
    'a caption',
    isCaption,
    ['▲村民在晒谷。（王一 摄）', '图为活动现场。 王一 摄', '活动现场（图/王一）', '图①：活动现场。'],
    ['村民在晒谷。', '摄影展在柳溪开幕', '大家一起合影。'],
  ],
  [
    'a signature on a line of its own',
    isSignature,
    ['（记者 王一）', '（图文/王一）', '（供稿：文化站）'],
    ['（摘要）', '（摄影 王一）', '（一）总则'],
  ],
];

describe.each(SORTS)('%s', (_title, sort, yes, no) => {
  test.each(yes)('%s', (line) => expect(sort(line)).toBe(true));
  test.each(no)('not %s', (line) => expect(sort(line)).toBe(false));
});

test.each([
  ['大家都说好。（王一 李二）', '（王一 李二）'],
  ['大家都说好。（通讯员 王一\n图/文）', '（通讯员 王一\n图/文）'],
  ['一共三家（含王一）', ''],
  ['大家都说好。（见第二版的表）', ''],
])('the credit at the end of %j is %j', (text, credit) => {
  expect(trailingCredit(text)).toBe(credit.length);
});
