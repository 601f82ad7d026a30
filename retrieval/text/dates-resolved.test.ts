import { describe, expect, test } from 'vitest';
import { findDates, findDatesWithin, formatDate, type KnownDate } from './dates.ts';

/** The dates of a text whose year is known, as a person reads them; several are parted by a bar. */
function read(text: string, page: KnownDate): string {
  return findDates(text, page)
    .filter(({ year }) => year !== undefined)
    .map(formatDate)
    .join('|');
}

const YEAR = { year: 2032 };
const JANUARY = { year: 2032, month: 1 };
const NEW_YEAR = { year: 2032, month: 1, day: 8 };
const JUNE = { year: 2032, month: 6, day: 16 };
const NOVEMBER = { year: 2032, month: 11 };
const DECEMBER = { year: 2032, month: 12, day: 27 };
const UNTOLD = '';

type Row = readonly [text: string, page: KnownDate, expected: string];

function check(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    test.each(rows)('%s on %j is %s', (text, page, expected) => {
      expect(read(text, page)).toBe(expected);
    });
  });
}

check('a month later than the page’s that is told as past was last year’s', [
  ['12月28日，柳溪镇召开年度总结大会。', NEW_YEAR, '2031年12月28日'],
  ['12月28日，柳溪镇召开年度总结大会。', JANUARY, '2031年12月28日'],
  ['12月28日上午，食堂开张', JANUARY, '2031年12月28日'],
  ['食堂于12月28日正式启动', JANUARY, '2031年12月28日'],
  ['截至12月底，全镇走访企业153家次', JANUARY, '2031年12月底'],
  ['截至11月，实现财政总收入21.6亿元', JANUARY, '2031年11月'],
  ['自9月1日试运营以来，已接待游客3万人次', JANUARY, '2031年9月1日'],
  ['11月，柳溪镇启动改造工程', JANUARY, '2031年11月'],
  ['8月已完成验收', JUNE, '2031年8月'],
  ['工程已于12月底前完工', JANUARY, '2031年12月底前'],
  ['去年底，柳溪镇通过验收', JANUARY, '2031年底'],
  ['早在去年9月，计划就启动了', JANUARY, '2031年9月'],
  ['前年12月立项', JANUARY, '2030年12月'],
  ['1—11月，全镇完成投资25.2亿元', JANUARY, '2031年1—11月'],
]);

check('words of what is to come keep the page’s year', [
  ['食堂将于12月28日开张', JANUARY, '2032年12月28日'],
  ['拟于12月底运行', JANUARY, '2032年12月底'],
  ['计划9月完工', JUNE, '2032年9月'],
  ['预计10月建成投用', JUNE, '2032年10月'],
  ['8月底前通过验收', JUNE, '2032年8月底前'],
  ['12月31日前，完成登记', JANUARY, '2032年12月31日前'],
  ['运动会将在12月举行', JANUARY, '2032年12月'],
  ['12月28日，柳溪镇将举行马拉松', JANUARY, '2032年12月28日'],
  ['即将于7月1日启用', JUNE, '2032年7月1日'],
  ['力争明年3月开工', DECEMBER, '2033年3月'],
  ['将于1月5日开幕', DECEMBER, '2033年1月5日'],
  ['计划3月动工', DECEMBER, '2033年3月'],
  ['12月29日，大会将举行', DECEMBER, '2032年12月29日'],
  ['报名时间截至12月31日', JANUARY, UNTOLD],
]);

check('a month up to the page’s own is of its year', [
  ['7月6日，柳溪镇治水联盟成立', DECEMBER, '2032年7月6日'],
  ['自4月28日试运营以来', DECEMBER, '2032年4月28日'],
  ['5月中旬顺利验收', JUNE, '2032年5月中旬'],
  ['12月27日，大会顺利召开', DECEMBER, '2032年12月27日'],
  ['截至11月，实现财政总收入21.6亿元', DECEMBER, '2032年11月'],
  ['1—11月完成投资', DECEMBER, '2032年1—11月'],
  ['1月3日，新馆开馆', NEW_YEAR, '2032年1月3日'],
]);

check('where only the year of the page is known, months are of it', [
  ['12月28日，柳溪镇召开大会', YEAR, '2032年12月28日'],
  ['拟于8月底前运行', YEAR, '2032年8月底前'],
  ['今年4月，执法队挂牌', YEAR, '2032年4月'],
  ['本年度安排', YEAR, '2032年'],
]);

check('what can’t be told exactly is left as it is printed', [
  ['9月举行运动会', JUNE, UNTOLD],
  ['12月 完工', JANUARY, UNTOLD],
  ['原计划9月完工', JUNE, UNTOLD],
  ['拟于5月开工', JUNE, UNTOLD],
  ['3月底前完成整改', DECEMBER, UNTOLD],
  ['1月1日起，新规施行', DECEMBER, UNTOLD],
  ['截至12月28日，已经完工', DECEMBER, UNTOLD],
  ['1—8月已完成投资', JUNE, UNTOLD],
  ['日前，柳溪镇举行仪式', DECEMBER, UNTOLD],
  ['近日，名单揭晓', DECEMBER, UNTOLD],
  ['目前，共有队员22名', DECEMBER, UNTOLD],
  ['上周，志愿者走进社区', DECEMBER, UNTOLD],
  ['当年，这里没有路', YEAR, UNTOLD],
  ['次年投用', YEAR, UNTOLD],
  ['同年10月完工', YEAR, UNTOLD],
  ['年底，柳溪镇举行大会', YEAR, UNTOLD],
  ['年底完成了验收', JUNE, UNTOLD],
  ['上半年完成了12项', { year: 2032, month: 2 }, UNTOLD],
  ['全年实现税收3亿元，比上年增长5%', JANUARY, UNTOLD],
  ['上月完工', YEAR, UNTOLD],
  ['昨日，记者走进社区', NOVEMBER, UNTOLD],
]);

check('days and weeks are counted from the day of the page', [
  ['昨日，记者走进社区', NEW_YEAR, '2032年1月7日'],
  ['昨天上午，运动会开幕', { year: 2032, month: 3, day: 1 }, '2032年2月29日'],
  ['今天上午，大会举行', JUNE, '2032年6月16日'],
  ['前天，河道清淤', { year: 2032, month: 1, day: 1 }, '2031年12月30日'],
  ['明日起施行', DECEMBER, '2032年12月28日起'],
  ['上周五，柳溪镇召开会议', JUNE, '2032年6月11日'],
  ['本周一启用', JUNE, '2032年6月14日'],
  ['下周日闭馆', JUNE, '2032年6月27日'],
  ['上星期三', NEW_YEAR, '2031年12月31日'],
]);

check('words that only sound like a day are none', [
  ['今天的柳溪，处处是景', DECEMBER, UNTOLD],
  ['今日柳溪 第12期', DECEMBER, UNTOLD],
  ['昨日的荒山变了样', DECEMBER, UNTOLD],
  ['本周一共走访30户', DECEMBER, UNTOLD],
  ['三天前天气转凉', DECEMBER, UNTOLD],
  ['书记说：“昨天我们开了会”', DECEMBER, UNTOLD],
]);

check('months are counted from the month of the page', [
  ['上月完工', NEW_YEAR, '2031年12月'],
  ['上个月5日', JUNE, '2032年5月5日'],
  ['本月底前完成', NOVEMBER, '2032年11月底前'],
  ['下月初启用', DECEMBER, '2033年1月初'],
  ['月底前完成', NOVEMBER, '2032年11月底前'],
  ['将在月底开工', JUNE, '2032年6月底'],
  ['月底完成了清查', JUNE, UNTOLD],
  ['月底完成了清查', DECEMBER, '2032年12月底'],
  ['月初，新馆开馆', JUNE, '2032年6月初'],
  ['待遇为以上月薪为准', JUNE, UNTOLD],
]);

check('beginning, end and parts of a year are of the page’s', [
  ['年底前完成', JUNE, '2032年底前'],
  ['力争年底通车', JUNE, '2032年底'],
  ['到年底，完成改造', YEAR, '2032年底'],
  ['年底完成了验收', JANUARY, '2031年底'],
  ['年底完成了验收', DECEMBER, '2032年底'],
  ['高质量完成年初确定的各项任务', DECEMBER, '2032年初'],
  ['年内竣工', YEAR, '2032年内'],
  ['上半年，走访企业30家', JUNE, '2032年上半年'],
  ['一季度实现开门红', { year: 2032, month: 4 }, '2032年一季度'],
  ['前三季度完成投资12亿元', NOVEMBER, '2032年前三季度'],
  ['四季度完成了投资', JANUARY, '2031年四季度'],
  ['下半年将启动二期', JUNE, '2032年下半年'],
  ['今年上半年', JUNE, '2032年'],
]);

check('what belongs to no one year, or to a length of time, is no date', [
  ['每年12月31日前申报', YEAR, UNTOLD],
  ['每年年底发放', YEAR, UNTOLD],
  ['三年内建成', YEAR, UNTOLD],
  ['多年底蕴', YEAR, UNTOLD],
  ['两个季度', YEAR, UNTOLD],
  ['农历8月15日', YEAR, UNTOLD],
  ['23年8月', YEAR, UNTOLD],
  ['12月龄儿童', YEAR, UNTOLD],
  ['五年前年产值不足百万', YEAR, UNTOLD],
  ['参加过3次年会', YEAR, UNTOLD],
]);

check('an earlier date of the sentence gives its year', [
  ['2030年10月启动，12月投用', YEAR, '2030年10月|2030年12月'],
  ['2030年10月启动，次年8月投用', YEAR, '2030年10月|2031年8月'],
  ['2030年3月立项，同年10月开工', YEAR, '2030年3月|2030年10月'],
  ['2030年，柳溪镇启动改造，9月完工', YEAR, '2030年|2030年9月'],
  ['2030年成立合作社，当年盈利', YEAR, '2030年|2030年'],
  ['去年9月启动，12月完成', JANUARY, '2031年9月|2031年12月'],
  ['2030年实现税收3亿元，比上年增长5%', YEAR, '2030年|2029年'],
  ['2030年11月8日至9日', YEAR, '2030年11月8日'],
  ['11月8日至12月9日', JANUARY, UNTOLD],
  ['12月28日至1月3日，书市举行', NEW_YEAR, '2031年12月28日|2032年1月3日'],
  ['2031年7月6日，联盟成立，次日召开会议', YEAR, '2031年7月6日|2031年7月7日'],
  ['2030年10月启动，3月完工', YEAR, '2030年10月'],
  ['2030年柳溪镇改造启动，9月完工', YEAR, '2030年'],
  ['2030年度名单日前揭晓，3月5日颁奖', YEAR, '2030年|2032年3月5日'],
  ['行动计划（2034-2036年）于3月5日发布', YEAR, '2036年|2032年3月5日'],
  ['《柳溪镇2030年报》3月5日发布', YEAR, '2030年|2032年3月5日'],
  ['2030年10月启动。3月完工', YEAR, '2030年10月|2032年3月'],
  ['与去年相比，3月增长5%', JUNE, '2031年|2032年3月'],
]);

describe('under the heading of a year', () => {
  const section = { ...DECEMBER, sectionYear: 2033 };
  test.each([
    ['8月底前完工', '2033年8月底前'],
    ['年底前完工', '2033年底前'],
    ['上半年启动', '2033年上半年'],
    ['比上年增长6%', '2032年'],
    ['2031年3月立项', '2031年3月'],
    // Either the page's year or the heading's.
    ['今年启动', UNTOLD],
    ['本月启动', UNTOLD],
  ])('%s is %s', (text, expected) => {
    expect(read(text, section)).toBe(expected);
  });

  test('of the page’s own year, 今年 is that year', () => {
    expect(read('今年启动', { ...DECEMBER, sectionYear: 2032 })).toBe('2032年');
  });
});

describe('a date cut out of its sentence', () => {
  const whole = '项目于2030年10月启动，12月投用，去年获评示范';
  test.each([
    ['12月投用', '2030年12月'],
    ['12月投用，去年获评示范', '2030年12月|2031年'],
    ['项目于2030年10月启动', '2030年10月'],
    ['12月验收', '2032年12月'],
  ])('%s is %s', (part, expected) => {
    const dates = findDatesWithin(whole, part, 2032);
    expect(dates.map(formatDate).join('|')).toBe(expected);
    for (const { start, end, suffix } of dates) expect(part.slice(start, end).endsWith(suffix)).toBe(true);
  });

  test('knows where the date stands from which it takes its year, if that was cut out with it', () => {
    expect(findDatesWithin(whole, '12月投用', 2032)[0]!.toldAt).toBeUndefined();
    expect(findDatesWithin(whole, '2030年10月启动，12月投用', 2032)[1]!.toldAt).toBe(0);
  });
});

test('a page whose date is a bare year is a number too', () => {
  expect(findDates('去年9月', 2032)).toEqual(findDates('去年9月', { year: 2032 }));
});
