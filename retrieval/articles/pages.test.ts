import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undouble } from '../text/clean.ts';
import { readArticles } from './pages.ts';

const CANTEEN =
  '为方便老人就餐，柳溪镇在青石村开办了长者食堂，每天供应午餐和晚餐两顿。食堂由镇里补贴，老人每顿只付八元。';
const PLAYGROUND =
  '柳溪镇中心小学新操场日前完工，跑道长二百米，晚上六点以后向居民开放。学校安排两名教师值守。';
const REPORT_A = `本报讯（记者 王一）${CANTEEN}`;
const REPORT_B = `本报讯（记者 李二 通讯员 赵三）${PLAYGROUND}`;
const HEADLINE_A = '青石村老人吃上长者食堂热饭';
const HEADLINE_B = '小学操场晚上六点向居民开放';

const page = (...paragraphs: string[]): string => `${paragraphs.join('\n\n')}\n`;
const headlines = (source: string): (string | null)[] =>
  readArticles(source).map((article) => article.headline?.text ?? null);

describe('an article finds its headline', () => {
  test.each<[string, string, (string | null)[]]>([
    ['directly above it', page(HEADLINE_A, REPORT_A, HEADLINE_B, REPORT_B), [HEADLINE_A, HEADLINE_B]],
    ['above its byline', page(HEADLINE_A, '■记者 王一', CANTEEN), [HEADLINE_A]],
    ['split over two lines', page('青石村老人\n吃上长者食堂热饭', REPORT_A), [HEADLINE_A]],
    [
      'collected with others at the end of the page',
      page(REPORT_A, REPORT_B, HEADLINE_B, HEADLINE_A, '全力备战防汛'),
      [HEADLINE_A, HEADLINE_B],
    ],
    [
      'collected with others at the beginning',
      page(HEADLINE_B, HEADLINE_A, '全力备战防汛', REPORT_A, REPORT_B),
      [HEADLINE_A, HEADLINE_B],
    ],
    ['printed between its columns', page(CANTEEN, HEADLINE_A, '食堂每周换一次菜单。'), [HEADLINE_A]],
    ['nowhere', page(REPORT_A), [null]],
  ])('%s', (_title, source, expected) => {
    expect(headlines(source)).toEqual(expected);
  });

  test('and the line above it is its kicker', () => {
    const [article] = readArticles(page('民生实事看得见', HEADLINE_A, REPORT_A));
    expect(article).toMatchObject({ kicker: { text: '民生实事看得见' }, headline: { text: HEADLINE_A } });
    expect(article!.sentences.slice(0, 2).map(({ kind, text }) => [kind, text])).toEqual([
      ['headline', '民生实事看得见'],
      ['headline', HEADLINE_A],
    ]);
  });

  test('and stays the lower of two lines, even when the upper one has more of the article’s words', () => {
    const [article] = readArticles(page('青石村长者食堂每天供应午餐', '喜事到家', REPORT_A));
    expect(article).toMatchObject({
      kicker: { text: '青石村长者食堂每天供应午餐' },
      headline: { text: '喜事到家' },
    });
  });

  test('whose doubled glyphs are read once, at the place of both prints', () => {
    const source = page('柳溪柳溪：：同心向未来同心向未来', '■记者 王一', CANTEEN);
    const { headline } = readArticles(source)[0]!;
    expect(headline!.text).toBe('柳溪：同心向未来');
    expect(source.slice(headline!.start, headline!.end)).toBe('柳溪柳溪：：同心向未来同心向未来');
  });
});

describe('the authors of an article', () => {
  test('stand in its byline or before its first words, and are no sentence', () => {
    const [first, second] = readArticles(
      page(HEADLINE_A, '■记者 王一 通讯员 李二', CANTEEN, HEADLINE_B, REPORT_B),
    );
    expect(first!.byline!.text).toBe('■记者 王一 通讯员 李二');
    expect(second!.byline!.text).toBe('本报讯（记者 李二 通讯员 赵三）');
    expect(
      [...first!.sentences, ...second!.sentences].filter(({ text }) => /记者|通讯员/.test(text)),
    ).toEqual([]);
    expect(second!.sentences.find(({ kind }) => kind === 'sentence')!.text).toMatch(/^柳溪镇中心小学/);
  });

  test('may be broken over lines', () => {
    const [article] = readArticles(page(`本报讯（记者 王一 通讯员 赵\n三）${CANTEEN}`));
    expect(article!.byline!.text).toBe('本报讯（记者 王一 通讯员 赵 三）');
    expect(article!.sentences[0]!.text).toMatch(/^为方便老人就餐/);
  });
});

describe('columns', () => {
  test('that cut a sentence are joined, and the sentence covers the cut in the file', () => {
    const source = page('本报讯（记者 王一）镇里每天供应午\n餐和', '晚餐两顿。', REPORT_B);
    const [article] = readArticles(source);
    expect(article!.sentences).toMatchObject([{ text: '镇里每天供应午餐和晚餐两顿。', cut: false }]);
    const { start, end } = article!.sentences[0]!;
    expect(source.slice(start, end)).toBe('镇里每天供应午\n餐和\n\n晚餐两顿。');
  });

  test('that break off leave a sentence marked as cut', () => {
    const [article] = readArticles(page('本报讯（记者 王一）食堂开张。下一步，镇里将说了', REPORT_B));
    expect(article!.sentences.map(({ text, cut }) => [text, cut])).toEqual([
      ['食堂开张。', false],
      ['下一步，镇里将说了', true],
    ]);
  });
});

describe('sections', () => {
  const source = page(
    '柳溪镇政府工作报告',
    '■记者 王一',
    '过去两年成绩很好。',
    '2031',
    '完成道路改造十二公里。',
    '2032年',
    '计划改造道路十五公里。',
  );

  test('under a year heading hold for that year, and the heading itself is no sentence', () => {
    const [article] = readArticles(source);
    expect(article!.headline!.text).toBe('柳溪镇政府工作报告');
    expect(
      article!.sentences
        .filter(({ kind }) => kind !== 'headline')
        .map(({ text, section, sectionYear }) => [text, section, sectionYear]),
    ).toEqual([
      ['过去两年成绩很好。', null, null],
      ['完成道路改造十二公里。', '2031年', 2031],
      ['计划改造道路十五公里。', '2032年', 2032],
    ]);
  });

  test('under a heading carry it, and the heading is a sentence of its own', () => {
    const [article] = readArticles(
      page(
        HEADLINE_A,
        '■记者 王一',
        CANTEEN,
        '打造品牌',
        '镇里统一了招牌和餐具。',
        '送餐上门',
        '志愿者每天送餐。',
      ),
    );
    expect(article!.sentences.slice(-4).map(({ kind, text, section }) => [kind, text, section])).toEqual([
      ['heading', '打造品牌', '打造品牌'],
      ['sentence', '镇里统一了招牌和餐具。', '打造品牌'],
      ['heading', '送餐上门', '送餐上门'],
      ['sentence', '志愿者每天送餐。', '送餐上门'],
    ]);
  });
});

describe('a table', () => {
  const table = [
    '一、建设水乡新镇\t\t',
    '序号\t项目名称\t目标任务',
    '1\t道路改造\t改造柳溪路两公里。 新建停车位300个。',
    '\t\t启动新桥建设。',
    '二、建设平安柳溪\t\t',
    '2\t消防站\t建成应急消防站。',
  ].join('\n');
  const [article] = readArticles(page('柳溪这样干', table, '■记者 王一', CANTEEN));

  test('is an article of its own', () => {
    expect(article).toMatchObject({ headline: { text: '柳溪这样干' }, rows: [{ number: 1 }, { number: 2 }] });
  });

  test('gives a sentence for every piece of a cell, continued lines included, each knowing its row', () => {
    expect(
      article!.sentences
        .filter(({ kind }) => kind === 'cell')
        .map(({ text, section, row }) => [text, section, row?.number, row?.name]),
    ).toEqual([
      ['改造柳溪路两公里。', '一、建设水乡新镇', 1, '道路改造'],
      ['新建停车位300个。', '一、建设水乡新镇', 1, '道路改造'],
      ['启动新桥建设。', '一、建设水乡新镇', 1, '道路改造'],
      ['建成应急消防站。', '二、建设平安柳溪', 2, '消防站'],
    ]);
  });

  test('printed with one header has that header’s column in every section', () => {
    expect(new Set(article!.sentences.flatMap(({ row }) => row?.column ?? []))).toEqual(
      new Set(['目标任务']),
    );
  });

  test('tells every section heading once', () => {
    expect(
      article!.sentences
        .filter(({ kind, row }) => kind === 'heading' && row === null)
        .map(({ text }) => text),
    ).toEqual(['一、建设水乡新镇', '二、建设平安柳溪']);
  });
});

test.each(['', '\n \n', '。。。'])('a page of %j has no article with words', (source) => {
  expect(readArticles(source).flatMap((article) => article.sentences)).toEqual([]);
});

test('Windows line ends make the same articles', () => {
  const source = page(HEADLINE_A, REPORT_A, HEADLINE_B, REPORT_B);
  const texts = (text: string): string[] =>
    readArticles(text).flatMap((article) => article.sentences.map((sentence) => sentence.text));
  expect(texts(source.replaceAll('\n', '\r\n'))).toEqual(texts(source));
});

test('whatever the order of a page’s parts, every sentence stands in the file as it is told', () => {
  const part = constantFrom(
    HEADLINE_A,
    HEADLINE_B,
    REPORT_A,
    REPORT_B,
    CANTEEN,
    '2031',
    '■记者 王一',
    '第3版',
    '序号\t名称\n1\t修路两公里。\n\t植树。',
    '镇里每天供应午餐和',
    '柳溪柳溪：：',
    '“食堂办',
  );
  assert(
    property(array(part, { maxLength: 12 }), (parts) => {
      const source = page(...parts);
      for (const { sentences } of readArticles(source)) {
        for (const { text, start, end } of sentences) {
          const printed = source.slice(start, end).replace(/\s/g, '');
          const mended = undouble(printed)
            .map((index) => printed[index])
            .join('');
          expect([printed, mended]).toContain(text.replace(/\s/g, ''));
        }
      }
    }),
  );
});
