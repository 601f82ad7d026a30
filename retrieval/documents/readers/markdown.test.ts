import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';
import type { Reading } from './reading.ts';

const read = (text: string): Reading => readMarkdown(Buffer.from(text)) as Reading;
const dots = (text: string): string => text.replaceAll(' ', '·').replaceAll('\t', '→');

describe('markup becomes blanks of the same length', () => {
  test.each<[string, string, string]>([
    ['headings', '## 食堂 ##', '···食堂···'],
    ['headings without a blank', '#食堂', '·食堂'],
    ['but not hashtags', '#食堂#开张', '#食堂#开张'],
    ['underlined headings', '食堂\n====', '食堂\n····'],
    ['strong words', '新增**800**个', '新增··800··个'],
    ['emphasis', '*新增*、_停车位_和***道路***', '·新增·、·停车位·和···道路···'],
    ['struck and code', '~~旧~~ `新`', '··旧····新·'],
    ['but not hidden digits', '139****1234和138****5678', '139****1234和138****5678'],
    ['nor sums', '3*4*5', '3*4*5'],
    ['nor blanks to fill in', '姓名____电话____', '姓名____电话____'],
    ['links keep words and address', '见[指南](http://a.cn/b)。', '见·指南·(http://a.cn/b)。'],
    ['addresses in brackets', '<https://a.cn>', '·https://a.cn·'],
    ['quotations', '> > 甲', '····甲'],
    ['bullets stay bullets', '- 甲\n* 乙\n  + 丙', '•·甲\n•·乙\n··•·丙'],
    ['boxes to tick', '- [ ] 甲', '•·····甲'],
    ['numbers stay', '1. 甲\n2) 乙', '1.·甲\n2)·乙'],
    ['rules', '甲\n\n* * *\n\n乙', '甲\n\n·····\n\n乙'],
    ['pictures on a line of their own', '![食堂](a.png)', '·'.repeat(12)],
    ['tags on a line of their own', '<div align="center">', '·'.repeat(20)],
    ['comments', '甲<!-- 一\n二 -->乙', '甲······\n·····乙'],
    ['fences, not what stands between', '```js\n# 甲 **乙**\n```', '·····\n#·甲·**乙**\n···'],
    ['escapes', '\\*甲\\*', '·*甲·*'],
    ['tables', '| 序号 | 项 |\n|:--|--:|\n| 1 | a<br>b |', '··序号·→·项··\n·········\n··1·→·a；···b··'],
    ['tables without outer bars', '序号|项\n-|-\n1|停', '序号→项\n···\n1→停'],
    ['but not every bar', '甲|乙', '甲|乙'],
    ['front matter', '---\ntitle: 甲\n---\n乙', '···\n········\n···\n乙'],
    ['line ends stay', '# 甲\r\n\r\n乙\r\n', '··甲\r\n\r\n乙\r\n'],
  ])('%s', (_title, text, expected) => {
    const { plain, text: kept } = read(text);
    expect(dots(plain!)).toBe(expected);
    expect(kept).toBe(text);
  });

  test('whatever stands there', () => {
    const parts = [
      '#',
      '*',
      '_',
      '`',
      '|',
      '-',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<br>',
      '\n',
      '\r\n',
      ' ',
      '甲',
      '1',
      '.',
    ];
    assert(
      property(array(constantFrom(...parts), { maxLength: 40 }), (pieces) => {
        const { text, plain, layout } = read(pieces.join(''));
        expect(plain).toHaveLength(text.length);
        expect(plain!.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''));
        expect(layout!.offsets).toHaveLength(layout!.text.length);
        for (const offset of layout!.offsets) expect(offset).toBeLessThan(Math.max(1, text.length));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the layout is told by the markup', () => {
  test.each<[string, string, string]>([
    ['a heading stands alone', '# 甲\n乙。\n## 丙\n丁。', '··甲\n\n乙。\n\n···丙\n\n丁。'],
    ['lines of a paragraph go on', '甲，\n乙。', '甲，\n乙。'],
    ['a paragraph without a stop ends all the same', '甲，乙\n\n丙。', '甲，乙；\n\n丙。'],
    ['a short line may be a headline', '甲乙丙\n\n丁。', '甲乙丙\n\n丁。'],
    ['a list stays with its introduction', '带上：\n\n- 甲\n- 乙\n\n丙。', '带上：\n•·甲\n•·乙；\n\n丙。'],
    ['numbered items are parted', '1. 甲\n2. 乙', '1.·甲；\n2.·乙；'],
    ['an item goes on', '- 甲\n  乙\n- 丙', '•·甲\n··乙\n•·丙；'],
    ['the line below a table’s header is no row', '|a|b|\n|-|-|\n|1|2|', '·a→b·\n·1→2·'],
  ])('%s', (_title, text, expected) => {
    const { layout, plain } = read(text);
    expect(dots(layout!.text)).toBe(expected);
    for (const [index, character] of [...layout!.text].entries())
      if (!/[；\n]/.test(character)) expect(plain![layout!.offsets[index]!]).toBe(character);
  });

  test('where every printed line is a paragraph, its end says nothing', () => {
    const lines = [
      '今年以来全镇新增停车位八百个，又',
      '改造了道路十二公里，还建成公园',
      '三个，受益的居民超过了两万人，',
      '比上年提高了三个百分点，位居前',
      '列。',
    ];
    expect(read(lines.join('\n\n')).layout!.text).toBe(lines.join('\n\n'));
  });
});

test.each([
  ['title of the front matter', '---\ntitle: "长者食堂"\n---\n# 甲', '长者食堂'],
  ['one heading of the first level', '# 长者**食堂**\n## 乙', '长者  食堂'],
  ['no heading of several', '# 甲\n# 乙', undefined],
])('the title is the %s', (_title, text, expected) => {
  expect(read(text).title).toBe(expected);
});

test('a file that is no text is told so', () => {
  expect(readMarkdown(Buffer.from([0, 1, 2]))).toMatchObject({ kind: 'not_text' });
});
