import { expect, describe as group, test } from 'vitest';
import { describe } from './infer.ts';
import { inferDate } from './infer-date.ts';
import { inferTitle } from './infer-title.ts';
import { inferTown } from './infer-town.ts';

group('the town of a page without manifest entry', () => {
  test.each<[string, string, readonly string[], string | null]>([
    ['is the name that occurs most', '柳溪镇召开大会。霞浦镇代表到柳溪镇参加。', [], '柳溪镇'],
    ['may be a 街道 or a 乡', '青石街道办事处发布青石街道清单。', [], '青石街道'],
    ['is none when a name occurs once only', '柳溪镇召开大会。', [], null],
    ['is a known town even when it occurs once', '霞浦召开大会，霞浦镇参加。', ['霞浦镇'], '霞浦镇'],
    [
      'has three characters before its ending when they always stand there',
      '黄花渡镇开会，黄花渡镇修路，在黄花渡镇',
      [],
      '黄花渡镇',
    ],
    ['is told once when its short name is told too', '柳溪镇召开大会，柳溪变了样。', [], '柳溪镇'],
    [
      'is no common word that ends so',
      '全镇上下、全镇各村，统筹城乡，乡镇、各乡镇，小城镇、小城镇',
      [],
      null,
    ],
    ['is not 下乡', '送文化下乡，送文化下乡，科技下乡、科技下乡', [], null],
    ['is not 历史文化名镇', '历史文化名镇保护，历史文化名镇建设', [], null],
  ])('%s', (_title, text, known, expected) => {
    expect(inferTown(text, known)).toBe(expected);
  });
});

group('the year of a page without manifest entry', () => {
  test.each<[string, string, string | null, string | null]>([
    ['is that of the latest day told', '2031年4月挂牌，2032年7月6日开会', '2032', '2032年7月6日开会'],
    ['is found over line ends and blanks', '2032\n年 7 月 6 日', '2032', '2032年7月6日'],
    ['is not that of a deadline', '2031年4月挂牌，2032年8月底前完成', '2031', '2031年4月挂牌'],
    ['is unknown when two years are as likely', '2030年、2031年、2031年', null, null],
    [
      'is that after a year that is settled',
      '2031年度“柳溪好人”名单揭晓',
      '2032',
      '2031年度“柳溪好人”名单揭晓',
    ],
    ['is that of an anniversary', '庆祝中国共产党成立101周年', '2022', '中国共产党成立101周年'],
    [
      'is that of doubled glyphs read once',
      '庆祝中国共产党成立101101周周年',
      '2022',
      '中国共产党成立101周年',
    ],
    [
      'is the year before the one that is planned when it ends',
      '12月27日，大会召开。2032年工作安排',
      '2031',
      '2032年工作安排',
    ],
    [
      'is the one that is about to end',
      '即将过去的2031年，成绩很好。2032年将修路',
      '2031',
      '即将过去的2031年',
    ],
    ['is unknown when none is told', '日前，联盟成立。电话12031999', null, null],
  ])('%s', (_title, text, value, basis) => {
    const date = inferDate(text);
    expect(date?.value ?? null).toBe(value);
    expect(date?.basis ?? null).toBe(basis);
  });
});

group('the title of a page without manifest entry', () => {
  test.each([
    [
      'is its first line that reads like a headline',
      '\n第3版\n柳溪镇办起  长者食堂\n正文。',
      '柳溪镇办起 长者食堂',
    ],
    ['is the name of the file when no line does', '这是一句话。\n短\n', '柳溪2032'],
  ])('%s', (_title, text, expected) => {
    expect(inferTitle('柳溪2032.txt', text)).toBe(expected);
  });
});

group('a description', () => {
  const text = '柳溪镇办起长者食堂\n柳溪镇2032年4月召开大会。';

  test('is inferred where the manifest is silent, and says so', () => {
    expect(describe('a.txt', text, {}, [])).toEqual({
      title: '柳溪镇办起长者食堂',
      publisher: null,
      town: '柳溪镇',
      period: '2032年',
      date: { value: '2032', precision: 'year', basis: '2032年4月召开大会' },
      inferred: ['title', 'town', 'date', 'period'],
    });
  });

  test('is the manifest’s where it speaks', () => {
    const stated = {
      title: '本镇新闻',
      publisher: '柳溪报',
      town: '霞浦镇',
      period: '2031年冬',
      date: { value: '2031-12', precision: 'month', basis: '第12期' } as const,
    };
    expect(describe('a.txt', text, stated, [])).toEqual({ ...stated, inferred: [] });
  });

  test('takes the period from a stated date and marks only the period', () => {
    const stated = {
      title: '甲',
      town: '乙镇',
      date: { value: '2031-12', precision: 'month', basis: '第12期' } as const,
    };
    expect(describe('a.txt', text, stated, [])).toMatchObject({ period: '2031年', inferred: ['period'] });
  });
});
