import { describe, expect, test } from 'vitest';
import { readPdf } from './pdf.ts';
import type { Reading } from './reading.ts';
import { type TestWords, testPdf } from './test-pdf.ts';

const read = async (...pages: TestWords[][]): Promise<string> =>
  ((await readPdf(testPdf({ pages }))) as Reading).text;

/** Lines set from a height downwards, each of eighteen letters that begin with a name and end with a number. */
function column(name: string, x: number, y: number, count: number, pitch = 15): TestWords[] {
  return Array.from({ length: count }, (_, line) => ({
    text: `${name}栏的文字一行一行往下排到第${String(line).padStart(2, '0')}行`,
    x,
    y: y - pitch * line,
  }));
}
const orderOf = (text: string): string => [...text.matchAll(/(\S)栏的/g)].map((match) => match[1]).join('');
const filler = (count: number): TestWords[] => column('满', 50, 700, count);

describe('the order in which people read', () => {
  test.each<[string, TestWords[], string]>([
    ['one column', column('甲', 50, 700, 4), '甲甲甲甲'],
    ['two columns', [...column('甲', 50, 700, 4), ...column('乙', 320, 700, 4)], '甲甲甲甲乙乙乙乙'],
    [
      'columns whose lines stand at other heights',
      [...column('甲', 50, 700, 4), ...column('乙', 320, 693, 5, 13)],
      '甲甲甲甲乙乙乙乙乙',
    ],
    [
      'columns of other lengths',
      [...column('甲', 50, 700, 3), ...column('乙', 320, 700, 6)],
      '甲甲甲乙乙乙乙乙乙',
    ],
    [
      'whatever order the file has',
      [...column('乙', 320, 700, 3), ...column('甲', 50, 700, 3)].reverse(),
      '甲甲甲乙乙乙',
    ],
    [
      'three columns',
      [...column('甲', 10, 700, 3), ...column('乙', 205, 700, 3), ...column('丙', 400, 700, 3)],
      '甲甲甲乙乙乙丙丙丙',
    ],
    [
      'a page that is one column, then two, then one',
      [
        ...column('甲', 50, 760, 2).map((line) => ({ ...line, size: 25 })),
        ...column('乙', 50, 700, 3),
        ...column('丙', 320, 700, 3),
        ...column('丁', 50, 600, 2).map((line) => ({ ...line, size: 25 })),
      ],
      '甲甲乙乙乙丙丙丙丁丁',
    ],
    [
      'columns under a heading that is set in the left one',
      [
        ...column('甲', 50, 700, 3),
        ...column('乙', 320, 700, 3),
        { text: '第二部分', x: 50, y: 640, size: 16 },
        ...column('丙', 50, 610, 1),
      ],
      '甲甲甲乙乙乙丙',
    ],
    [
      'columns above and below a white strip',
      [
        ...column('甲', 50, 700, 3),
        ...column('乙', 320, 700, 3),
        ...column('丙', 50, 400, 3),
        ...column('丁', 320, 400, 3),
      ],
      '甲甲甲乙乙乙丙丙丙丁丁丁',
    ],
  ])('%s', async (_title, words, expected) => {
    expect(orderOf(await read(words))).toBe(expected);
  });

  test('six columns of a hundred lines each, at heights of their own, in seconds', async () => {
    const words = Array.from({ length: 6 }, (_, x) =>
      column('甲乙丙丁戊己'[x]!, 20 + x * 93, 800 - 1.3 * x, 100, 7.6).map((line) => ({
        ...line,
        size: 4.5,
      })),
    ).flat();
    const start = performance.now();
    expect(orderOf(await read(words))).toBe([...'甲乙丙丁戊己'].map((name) => name.repeat(100)).join(''));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('paragraphs and headings', () => {
  test.each<[string, TestWords[], string]>([
    [
      'large letters are a heading, over two lines as well',
      [
        { text: '柳溪镇办起', x: 200, y: 760, size: 20 },
        { text: '长者食堂', x: 220, y: 734, size: 20 },
        { text: '老人每顿只付八元，很划算。', x: 50, y: 700 },
      ],
      '柳溪镇办起\n长者食堂\n\n老人每顿只付八元，很划算。\n',
    ],
    [
      'so is a short line in a font of its own',
      [...filler(2), { text: '一、养老', x: 50, y: 670, font: 'F2' }, { text: '办起食堂。', x: 50, y: 655 }],
      '行\n\n一、养老\n\n办起食堂。\n',
    ],
    [
      'an indented line begins a paragraph',
      [
        ...filler(2),
        { text: '就到这里。', x: 50, y: 670 },
        { text: '下一段从这里开始，这一行也有十八字。', x: 70, y: 655 },
      ],
      '就到这里。\n\n下一段从这里开始，这一行也有十八字。\n',
    ],
    ['so does a line set further down', [...filler(3), { text: '落款', x: 50, y: 630 }], '行\n\n落款\n'],
    [
      'what is printed twice to look bold is read once',
      [
        { text: '办起食堂', x: 50, y: 700 },
        { text: '办起食堂', x: 50.4, y: 700 },
      ],
      '办起食堂\n',
    ],
    [
      'words set apart stay apart, words that touch do not',
      [
        { text: '狠抓', x: 50, y: 700 },
        { text: '落实', x: 70, y: 700 },
        { text: '把握坚持', x: 110, y: 700 },
      ],
      '狠抓落实 把握坚持\n',
    ],
    ['radicals are mended', [{ text: '⻓者⻝堂⼈⼾', x: 50, y: 700 }], '长者食堂人户\n'],
  ])('%s', async (_title, words, expected) => {
    expect((await read(words)).slice(-expected.length)).toBe(expected);
  });
});

describe('tables are rows with tabs', () => {
  const row = (y: number, ...cells: string[]): TestWords[] =>
    cells.flatMap((text, cell) => (text === '' ? [] : [{ text, x: [50, 100, 250, 450][cell]!, y }]));

  test.each<[string, TestWords[], string]>([
    [
      'rows of one line',
      [
        ...row(700, '序号', '项目', '任务'),
        ...row(680, '1', '停车', '800个'),
        ...row(660, '2', '食堂', '两家'),
      ],
      '序号\t项目\t任务\n1\t停车\t800个\n2\t食堂\t两家\n',
    ],
    [
      'a cell that goes on below, its name set at the top',
      [
        ...row(700, '序号', '项目', '任务'),
        ...row(675, '1', '停车', '新增停车位八百个，其'),
        ...row(661, '', '', '中集镇五百个。'),
        ...row(636, '2', '食堂', '办起两家。'),
      ],
      '序号\t项目\t任务\n1\t停车\t新增停车位八百个，其中集镇五百个。\n2\t食堂\t办起两家。\n',
    ],
    [
      'a cell that goes on below, its name set in the middle',
      [
        ...row(700, '序号', '项目', '任务'),
        ...row(675, '', '', '新增停车位八百个，其'),
        ...row(668, '1', '停车', ''),
        ...row(661, '', '', '中集镇五百个。'),
        ...row(636, '2', '食堂', '办起两家。'),
      ],
      '序号\t项目\t任务\n1\t停车\t新增停车位八百个，其中集镇五百个。\n2\t食堂\t办起两家。\n',
    ],
    [
      'an empty cell',
      [...row(700, '甲', '乙', '丙'), ...row(680, '丁', '', '戊'), ...row(660, '己', '庚', '辛')],
      '甲\t乙\t丙\n丁\t\t戊\n己\t庚\t辛\n',
    ],
    [
      'below its heading, which stands over the first cells',
      [
        { text: '民生实事项目表', x: 50, y: 730 },
        ...row(700, '序号', '项目', '任务'),
        ...row(680, '1', '停车', '800个'),
        ...row(660, '2', '食堂', '两家'),
      ],
      '民生实事项目表\n\n序号\t项目\t任务\n1\t停车\t800个\n2\t食堂\t两家\n',
    ],
  ])('%s', async (_title, words, expected) => {
    expect(await read(words)).toBe(expected);
  });
});

describe('heads, feet and page numbers', () => {
  const page = (number: number, head: string): TestWords[] => [
    { text: head, x: 50, y: 815, size: 8 },
    ...column('正', 50, 700, 2),
    { text: `- ${number} -`, x: 290, y: 25, size: 8 },
  ];

  test('are left out where they repeat, numbers aside', async () => {
    const text = await read(page(1, '柳溪镇报　2031年　第1版'), page(2, '柳溪镇报　2031年　第2版'));
    expect(text).not.toMatch(/镇报|版|-/);
    expect(orderOf(text)).toBe('正正正正');
  });

  test('stay where every page has its own, but for the page number', async () => {
    const text = await read(page(1, '柳溪镇报'), page(2, '霞浦镇报'));
    expect(text).toContain('柳溪镇报');
    expect(text).toContain('霞浦镇报');
    expect(text).not.toContain('-');
  });

  test('are not the header of a table that goes on', async () => {
    const table = (name: string): TestWords[] =>
      ['序号', '项目', '任务'].flatMap((text, cell) => [
        { text, x: [50, 100, 250][cell]!, y: 800 },
        { text: ['1', name, '800个'][cell]!, x: [50, 100, 250][cell]!, y: 780 },
        { text: ['2', name, '900个'][cell]!, x: [50, 100, 250][cell]!, y: 760 },
      ]);
    expect((await read(table('停车'), table('食堂'))).match(/序号\t项目\t任务/g)).toHaveLength(2);
  });
});

describe('fonts without a map of their own', () => {
  test.each<[string, string, (text: string) => Buffer]>([
    ['of Unicode', 'UniGB-UCS2-H', (text) => Buffer.from(text, 'utf16le').swap16()],
    ['of UTF-16', 'UniGB-UTF16-H', (text) => Buffer.from(text, 'utf16le').swap16()],
    ['of GBK', 'GBK-EUC-H', () => Buffer.from([0xc1, 0xf8, 0xcf, 0xaa, 0xd5, 0xf2, 0x41])],
  ])('are read when their codes are those %s', async (_title, name, encode) => {
    const pdf = testPdf({ pages: [[{ text: '柳溪镇A', x: 50, y: 700 }]], encoding: { name, encode } });
    expect(await readPdf(pdf)).toEqual({ text: '柳溪镇A\n' });
  });
});

test.each([
  ['counts when a page prints it', '长者食堂开张', '长者食堂开张'],
  ['is left over from a program when none does', 'Microsoft Word - 1.doc', undefined],
])('the title that the file states %s', async (_title, title, expected) => {
  const pages = [[{ text: '长者食堂开张', x: 50, y: 700 }]];
  expect(((await readPdf(testPdf({ pages, title }))) as Reading).title).toBe(expected);
});

describe('a file that can’t be read is told in one line that says what to do', () => {
  const words = [{ text: '长者食堂开张', x: 50, y: 700 }];

  test.each<[string, () => Buffer, string, RegExp]>([
    ['no PDF', () => Buffer.from('长者食堂开张'), 'broken', /save or copy it again/],
    ['a head alone', () => Buffer.from('%PDF-1.7\n'), 'broken', /damaged/],
    ['cut off', () => testPdf({ pages: [words] }).subarray(0, 700), 'broken', /damaged/],
    ['locked', () => testPdf({ pages: [words], locked: true }), 'encrypted', /save it without one/],
    ['pages without words', () => testPdf({ pages: [[], []] }), 'no_text_layer', /OCR/],
    [
      'page numbers and no other words',
      () => testPdf({ pages: [[{ text: '- 1 -', x: 290, y: 25 }]] }),
      'no_text_layer',
      /scan/,
    ],
    [
      'letters without a meaning',
      () => testPdf({ pages: [[{ text: '\ue001\ue002\ue003\ue004', x: 50, y: 700 }]] }),
      'no_text_layer',
      /print it to PDF anew/,
    ],
  ])('%s', async (_title, make, kind, message) => {
    const fault = await readPdf(make());
    expect(fault).toMatchObject({ kind, message: expect.stringMatching(message) });
    expect((fault as { message: string }).message).not.toContain('\n');
  });
});
