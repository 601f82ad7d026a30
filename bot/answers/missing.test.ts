import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { holds } from './attributes.ts';
import { missingFrom } from './missing.ts';
import type { Statement } from './statement.ts';
import { readTestPages, statementWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const missing = (question: string, words: string): string[] =>
  missingFrom(understandingOf(question), statementWith(index, words));

describe('what a statement lacks', () => {
  test.each<[string, string, string[]]>([
    ['食堂要新建多少家', '新建老年食堂6家以上', []],
    ['总投资多少钱', '改造镇区道路3.5公里', []],
    ['消防站总投资多少钱', '占地1800平方米', ['money']],
    ['消防站电话多少', '占地1800平方米', ['phone']],
    ['书房几点开门', '共享书房位于沿河路18号', []],
    ['消防站几点开门', '占地1800平方米', ['clock']],
    ['办卡要多少费用', '办理助餐卡', ['price']],
    ['什么时候通车', '改造镇区道路3.5公里', []],
    ['什么时候部署的', '三源共治', ['date']],
    ['谁当选为镇长', '何平当选为', []],
    ['谁当选为党委书记', '何平当选为', ['person']],
    ['护理员培训多少套', '培训护理员45名', ['count']],
    ['护理员培训了多少名', '培训护理员45名', []],
    ['清单有几张', '1个指挥中心', []],
    ['150个停车位里，靠河的有几个', '新增停车位150个', ['count', 'part']],
    ['食堂后来造好了没', '新建老年食堂6家以上', ['result']],
    ['食堂造好了没', '新建老年食堂6家以上', []],
    ['食堂真的都建好啦', '新建老年食堂6家以上', ['result']],
    ['书房由谁值守', '共享书房位于沿河路18号', ['who']],
    ['建到第几家了', '三源共治', ['ordinal']],
    ['发卡要多久', '村里核实年龄', []],
    ['办卡要买票吗', '办理助餐卡', ['price']],
    ['举行人民代表大会是哪一天', '12月27日', []],
    ['执法队挂牌成立是几月几日', '去年9月', ['day']],
    ['巡河多久一次', '三源共治', ['frequency']],
    ['送餐到哪几个村', '为80周岁以上老人送餐', ['members']],
    ['A类、B类各多少人', '现有队员22名', ['members']],
  ])('%s, told by %s: %j', (question, words, lacking) => {
    expect(missing(question, words)).toEqual(lacking);
  });

  test('is the figure, when those told stand before the matter is named', () => {
    const told = { ...statementWith(index, '完成固定资产投资25.2亿元') };
    const { candidate } = told;
    const of = (text: string) => ({
      ...told,
      text,
      candidate: { ...candidate, sentence: { ...candidate.sentence, text } },
    });
    const asked = understandingOf('信访多少件');
    expect(missingFrom(asked, of('排查隐患4992处，信访下降7%。'))).toEqual(['count']);
    expect(missingFrom(asked, of('受理信访，共办结4992件。'))).toEqual([]);
    expect(missingFrom(asked, of('排查隐患4992处，群众满意。'))).toEqual([]);
  });

  test('is no part of a name that counts several sorts, when one stands in a clause of its own', () => {
    const named = '启用卫生院，东坞、西坞卫生站“一院两站点”';
    const told = { ...statementWith(index, '三源共治'), text: named };
    expect(missingFrom(understandingOf('“一院两站点”是哪三处'), told)).toEqual([]);
    expect(missingFrom(understandingOf('书房是哪三处'), told)).toEqual(['parts']);
  });

  test('is the aim, when an outcome is told', () => {
    expect(missing('2021年固定资产投资的目标是多少', '完成固定资产投资25.2亿元')).toContain('target');
    expect(missing('2022年固定资产投资的目标是多少', '力争完成固定资产投资')).not.toContain('target');
  });

  test('is the outcome, when an aim is told', () => {
    expect(missing('2022年实际完成了多少投资', '力争完成固定资产投资')).toContain('result');
    expect(missing('2021年实际完成了多少投资', '完成固定资产投资25.2亿元')).toEqual([]);
    expect(missing('2022年投资多少钱', '力争完成固定资产投资')).toEqual([]);
  });

  test('is the parts, when a slogan or a code is only named', () => {
    const named = { ...statementWith(index, '三源共治'), text: '部署了“三源共治”行动' };
    expect(missingFrom(understandingOf('“三源共治”是哪三源'), named)).toContain('slogan');
    expect(missing('“三源共治”是哪三源', '三源共治')).toEqual([]);
    expect(missing('“1+3+5”各代表什么', '1个指挥中心')).toEqual([]);
    expect(missing('“1+3+5”各代表什么', '三源共治')).toContain('slogan');
  });

  test('is the parts, when fewer are listed than were asked for', () => {
    expect(missing('哪六位好人', '祁春生、罗巧云')).toContain('parts');
    expect(missing('哪四位好人', '祁春生、罗巧云')).toEqual([]);
  });

  test('is the whole year, when the figure is of some months', () => {
    const partly = { ...statementWith(index, '完成固定资产投资25.2亿元'), before: '截至11月，' };
    expect(missingFrom(understandingOf('2021年全年投资多少钱'), partly)).toContain('wholeYear');
    expect(missing('2021年全年投资多少钱', '完成固定资产投资25.2亿元')).toEqual([]);
  });

  const told = (text: string, before = ''): Statement => {
    const statement = statementWith(index, '三源共治');
    const { candidate } = statement;
    return {
      ...statement,
      text,
      before,
      holds: (attribute) => holds(attribute, text, []),
      candidate: { ...candidate, sentence: { ...candidate.sentence, text, modality: 'plain' } },
    };
  };
  const lacking = (question: string, text: string, before = ''): string[] =>
    missingFrom(understandingOf(question), told(text, before));

  test('is the reason, when nothing said leads to a cause', () => {
    expect(lacking('为什么关掉书房', '书房关闭，占地300平方米。')).toEqual(['reason']);
    expect(lacking('为什么关掉书房', '因河堤加固，书房关闭。')).toEqual([]);
    expect(lacking('书房关闭的主要原因是什么', '书房关闭，占地300平方米。')).toEqual(['reason']);
    expect(lacking('为什么关掉书房', '书房关闭。', '河堤漏水问题突出。')).toEqual([]);
  });

  test('is the opening proper, when only a trial is told', () => {
    expect(lacking('书房正式开放是哪天', '书房4月28日试运营。')).toContain('final');
    expect(lacking('书房正式开放是哪天', '书房4月28日试运营，5月1日正式开放。')).toEqual([]);
    expect(lacking('书房正式开放是4月28日吗，哪天', '书房4月28日试运营。')).not.toContain('final');
  });

  test('is the figure, when the only one told is the asker’s own', () => {
    expect(lacking('亩均8万以下的厂有几家', '关停亩均8万以下的厂。')).toContain('count');
    expect(lacking('亩均8万以下的厂有几家', '关停亩均8万以下的厂12家。')).toEqual([]);
  });

  test('is the part, when the documents count it together with others', () => {
    expect(lacking('其中低保占了多少钱', '发放低保、低边等各类补助3.4亿元。')).toEqual(['part']);
    expect(lacking('光清荷食品一家就有多少钱', '清荷食品等企业产值16亿元。')).toEqual(['part']);
    expect(lacking('其中低保占了多少钱', '发放低保补助1.2亿元。')).toEqual([]);
    expect(lacking('补助里头，光低保占了多少钱', '发放低保、低边等各类补助3.4亿元。')).toEqual(['part']);
    expect(lacking('33名A-F类人才中，A类人才有几名', '引进A-F类人才总计33人。')).toContain('part');
    expect(lacking('A类人才有几名', '引进A类人才3名、B-F类人才30名。')).toEqual([]);
    expect(lacking('A-F类人才有几名', '引进A-F类人才总计33人。')).toEqual([]);
  });

  test('is the part, when several levels are counted together', () => {
    const together = '新创省、市、区级示范小区7个。';
    expect(lacking('新创的示范小区里省级的有几个', together)).toContain('part');
    expect(lacking('新创的示范小区有几个', together)).toEqual([]);
    expect(lacking('省级的有几个', '新创省级示范小区2个、市级5个。')).toEqual([]);
  });

  test('is the figure, when the asker names the whole and no part is told', () => {
    expect(lacking('发放的3.4亿元补贴中，低保金是多少', '发放各类补贴3.4亿元。')).toContain('count');
    expect(lacking('发放的3.4亿元补贴中，低保金是多少', '发放补贴3.4亿元，低保金1亿元。')).toEqual([]);
  });

  test('is the part that the page never names, when the asker names the whole', () => {
    const told = '共有队员22名，辅助力量134人。';
    expect(lacking('134人的辅助力量中，党员有多少人', told)).toContain('part');
    expect(lacking('134人的辅助力量中，党员有多少人', '辅助力量134人，其中党员40人。')).toEqual([]);
  });

  test('are the others, when the page names only the one that the asker knows', () => {
    const asked = '回归的企业除清荷食品外还有哪些';
    expect(lacking(asked, '助力清荷食品等企业回归。')).toContain('parts');
    expect(lacking(asked, '助力清荷食品、莲香粉业等企业回归。')).toEqual([]);
    const rest = '清荷食品等11家企业，除清荷食品外其余10家的名称是什么';
    expect(lacking(rest, '助力清荷食品等11家企业回归。')).toContain('parts');
  });

  test('is the reason, when it is that of another deed in the row', () => {
    const row = '完成校舍改造提升，启用新校舍，收购临河幼儿园，启动二期扩建，优质园达到17所。';
    expect(lacking('为什么收购临河幼儿园', row)).toEqual(['reason']);
    expect(lacking('为什么收购临河幼儿园', row.replace('启动二期扩建', '缓解学位不足'))).toEqual([]);
  });

  test('is the member that a cut sentence never comes to', () => {
    const cut = '牢记“三个坚持”，即坚持为民——始终把群众放在第一位；坚持实干——';
    expect(lacking('“三个坚持”的第三个坚持是什么', cut)).toContain('parts');
    expect(lacking('“三个坚持”的第二个坚持是什么', cut)).toEqual([]);
    expect(lacking('“三个坚持”末了那个是什么', cut)).toContain('parts');
    expect(lacking('三个坚持的第三个是什么', cut)).toContain('parts');
    expect(lacking('三个坚持的第二个是什么', cut)).toEqual([]);
  });

  test('is the rest, when it is only counted', () => {
    const told = '梅坞、兰坞、竹坞、菊坞等4个村通过验收，其余3个即将迎接验收。';
    expect(lacking('还有3个村没轮到验收，是哪3个', told)).toEqual(['parts']);
    expect(lacking('其余是哪3个', '梅坞通过验收，其余3个为兰坞、竹坞、菊坞。')).toEqual([]);
    expect(lacking('通过验收的是哪4个', told)).toEqual([]);
  });

  test('is the rest, when it is those that have not passed', () => {
    const told = '梅坞、兰坞等2个村通过验收，其余3个即将迎接验收。';
    expect(lacking('尚未通过验收的3个村叫什么', told)).toContain('parts');
  });

  test('is the further part, when the page names fewer', () => {
    const told = '整合公安、执法、网格、消防力量构建“五位一体”体系。';
    expect(lacking('“五位一体”的第五方力量是什么', told)).toContain('parts');
    expect(lacking('“五位一体”的第四方力量是什么', told)).toEqual([]);
    expect(lacking('请第三方来做，是哪家', '请临河公司来做。')).not.toContain('parts');
  });

  test('is what it holds, when only the place is told', () => {
    expect(lacking('书房里面都有些什么', '书房正式开馆。')).toEqual(['parts']);
    expect(lacking('书房里面都有些什么', '书房有阅览区、茶座和展厅。')).toEqual([]);
    expect(lacking('镇里有什么活动', '举办荷灯会。')).toEqual([]);
  });

  test('is the part, when several members have one figure together', () => {
    const told = '对梅坞村、兰坞村、竹坞村共20亩茶园恢复开采。';
    expect(lacking('兰坞村分到多少亩', told)).toContain('part');
    expect(lacking('梅坞村分到多少亩', told)).toContain('part');
    expect(lacking('三个村一共多少亩', told)).toEqual([]);
    expect(lacking('兰坞村分到多少亩', '兰坞村恢复茶园8亩。')).toEqual([]);
    expect(lacking('兰坞村的茶园还采吗', told)).toEqual([]);
    expect(lacking('清荷食品一家实现了多少钱', '清荷食品等企业实现产值16亿元。')).toContain('part');
  });

  test('is the date, when the one told is of what came after', () => {
    const told = '继《莲塘时报》报道之后，2023年11月9日，《临河日报》再次报道镇里的食堂。';
    expect(lacking('《莲塘时报》是哪天报道的', told)).toEqual(['date']);
    expect(lacking('《临河日报》是哪天报道的', told)).toEqual([]);
  });

  test('is how long it takes, when only things are counted', () => {
    expect(lacking('盖章要等几天才批下来', '把3枚实体章锁进套筒。')).toContain('duration');
    expect(lacking('盖章要等几天才批下来', '申请后2天内批复。')).toEqual([]);
    expect(lacking('巡逻队一年巡防多少小时', '年均巡防2.1万小时。')).toEqual([]);
  });

  test('is the span of years, which no date is', () => {
    expect(lacking('这个计划搞几年', '2023年启动计划。')).toEqual(['years']);
    expect(lacking('这个计划搞几年', '实施三年计划。')).toEqual([]);
    expect(lacking('这个计划搞几年', '发布计划（2024-2026年）。')).toEqual([]);
  });

  test('is no stage that is told', () => {
    expect(lacking('工程到几期了', '推进三期工程。')).toEqual([]);
    expect(lacking('工程到几期了', '推进3个工程。')).toContain('count');
  });

  test('are the lessons, when only drills are counted', () => {
    expect(lacking('一周上几次球课', '每周训练五次。')).toContain('count');
    expect(lacking('一周上几次球课', '每周开设两节球课。')).toEqual([]);
  });

  test('is the parts, when a compound name is not unfolded', () => {
    expect(lacking('“一核四副”各在哪里', '打造“一核四副”，东坞、西坞、南坞、北坞、中坞齐发力。')).toEqual([
      'parts',
    ]);
    expect(lacking('“一核四副”各在哪里', '“一核四副”以东坞为核，西坞、南坞、北坞、中坞为副。')).toEqual([]);
    expect(lacking('“一核四副”建设的好处有哪些', '“一核四副”带来岗位、税收、人气。')).toEqual([]);
  });

  test('is the members, when what was counted is not named', () => {
    expect(lacking('第四批5个提升村是哪几个', '建设第四批5个提升村。')).toEqual(['parts', 'members']);
    expect(lacking('回归企业原来在哪些县市', '推动30家企业回归。')).toEqual(['members']);
    expect(lacking('回归企业原来在哪些县市', '企业从临江县、北山市回归。')).toEqual([]);
  });
});
