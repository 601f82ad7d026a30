import { describe, expect, test } from 'vitest';
import { readAskedNouns } from './asked-nouns.ts';

const nouns = readAskedNouns();
const namesAsked = (question: string): string[] =>
  nouns.filter((noun) => noun.asked.test(question)).map((noun) => noun.name);

describe('things that count as told only when they are named', () => {
  test.each<[string, string, string]>([
    ['贷款利率是多少', '贷款', '全镇新增企业12家'],
    ['报名截止到几号', '报名', '比赛10月18日开始'],
    ['这个项目哪家公司承建', '承建', '项目总投资600万元'],
    ['应急消防站总投资多少', '投资', '消防站占地1800平方米'],
    ['村民满意度是多少', '满意', '走访村民900人'],
    ['办卡要带什么材料', '身份证', '到便民服务中心办理'],
    ['比赛谁赢了冠军', '冠军', '13支球队参加比赛'],
    ['电梯是什么牌子的', '采用某某牌电梯', '加装电梯3部'],
    ['消防车什么牌子', '型号为J6', '配备消防车2辆'],
    ['公园门票多少钱', '免票入园', '公园占地30亩'],
    ['进公园要买票吗', '门票10元', '公园占地30亩'],
    ['常住人口有多少', '常住人口6.2万', '走访村民900名'],
    ['全镇几万人口', '户籍人口4万', '送餐4.6万份'],
    ['设备采购价多少', '采购价12万元', '新增设备3台'],
    ['新能源车占比多少', '占全部车辆的三成', '新增车辆30辆'],
    ['党员比例是多少', '党员占12%', '党员12名'],
    ['书房由哪家单位施工', '由临江建设集团施工', '推进书房建设'],
    ['这套系统是哪个公司写的', '与某某科技公司联合开发', '以两个村为试点推动开发'],
    ['比赛中我镇名次第几', '获团体第一名', '举办第二届比赛'],
    ['登在日报哪一版', '登在头版', '日报深度报道'],
    ['想参加联谊会要什么条件', '年满18周岁均可', '联谊会做好会员吸收'],
    ['调解中心在哪栋楼', '位于便民中心二楼', '全年调解纠纷'],
    ['志愿者期满后怎么办', '服务期满后续聘', '志愿者与村民结对'],
    ['医保一年要交多少钱', '个人缴费380元', '参保率99.5%'],
    ['书房招不招学徒', '面向社会招收学徒', '书房印制线装书'],
    ['进校队怎么报名', '开学时到校报名', '校队每周训练五次'],
    ['车子停在哪里', '东侧设停车场', '位于沿河路'],
    ['书院是哪一年创办的', '创办于2020年', '2024年评为示范书院'],
    ['从哪年起教的', '自2019年起开课', '2024年上榜'],
    ['原先是多少户', '从30户到80户', '现有80户'],
    ['申报条件有哪些', '申报企业须有两项专利', '41个项目入库'],
    ['几岁退休', '满60岁退休', '成立于2020年'],
    ['里头新增用地占多少', '其中新增用地197亩', '保障用地273亩'],
    ['下一届在哪里举办', '下一届将在莲塘举办', '第二届在竹川举办'],
    ['卖掉的地块派什么用场，用途是什么', '地块用于建学校', '完成地块出让'],
  ])('%s asks for one that %s names and %s does not', (question, told, untold) => {
    const asked = nouns.filter((noun) => noun.asked.test(question));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((noun) => noun.told.test(told) || !noun.told.test(untold))).toBe(true);
    expect(asked.some((noun) => !noun.told.test(untold))).toBe(true);
  });

  test.each([
    '食堂有几家',
    '共享书房在哪里',
    '镇长是谁',
    '三源共治是什么意思',
    // A sign that is awarded is told by its words; a brand is what is sold under it.
    '书房被授予什么牌子',
    '给食堂颁了什么牌子',
    '挂的是什么牌子',
    '人口普查员是谁',
    '承办单位列一下',
    '系统升到第几版了',
    '哪个部门管食堂',
    '我退休了爱看杂志，一年出几本',
    '原先那片老房子拆了多少平方',
    '收费条件是什么',
  ])('%s asks for none', (question) => {
    expect(namesAsked(question)).toEqual([]);
  });

  test('have names that can stand in a sentence', () => {
    expect(nouns.length).toBeGreaterThan(10);
    for (const { name } of nouns) expect(name).toMatch(/^[\u4e00-\u9fff]{2,12}$/);
  });

  test('are told by the words of an answer and not by every text', () => {
    for (const { told, name } of nouns) expect(told.test(''), name).toBe(false);
  });
});
