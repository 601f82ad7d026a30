import { describe, expect, test } from 'vitest';
import { dataPairs } from '../../retrieval/text/data-files.ts';
import { createNormalise } from './normalise.ts';

const normalise = createNormalise();

describe('a turn of dialect is read in standard words', () => {
  test.each([
    ['食堂几钿一餐伐', '食堂多少钱一餐吗'],
    ['侬晓得伊拉啥辰光来伐', '你知道他们什么时候来吗'],
    ['阿拉村里食堂来阿里', '我们村里食堂在哪里'],
    ['我伲屋里老人呒人管', '我们屋里老人没人管'],
    ['我拉村有几化人', '我们村有多少人'],
    ['阿里搭好办证', '哪里好办证'],
    ['阿里里好办证', '哪里好办证'],
    ['勒拉啥地方报名', '在哪里报名'],
    ['哪介办证', '怎么办证'],
    ['医院介远哪介去', '医院这么远怎么去'],
    ['做啥要交钱', '为什么要交钱'],
    ['图书馆里可以做啥', '图书馆里可以做什么'],
    ['阿有补贴', '有没有补贴'],
    ['做弗做饭', '做不做饭'],
    ['外头有人收勿收', '外头有人收不收'],
    ['礼拜天开伐', '星期天开吗'],
    ['下昼几点关门', '下午几点关门'],
    ['啥子条件', '什么条件'],
    ['甚麼時候開門', '什么时候开门'],
    ['砍树要伐木证伐', '砍树要伐木证吗'],
  ])('%s', (typed, standard) => {
    expect(normalise(typed)).toBe(standard);
  });
});

describe('standard Mandarin that only looks like a turn stays as it is', () => {
  test.each([
    '重点解决哪些问题',
    '重点样板有几个',
    '周边度假村有哪些',
    '旁边个体户要办证吗',
    '如何处理垃圾',
    '任何人都可以申请吗',
    '任何处罚都要公开吗',
    '今后日间照料中心开到几点',
    '目前日间照料有多少床位',
    '更多化解矛盾的办法',
    '许多化工厂搬走了吗',
    '我拉肚子了去哪里看',
    '外交关系',
    '今年子女入学怎么报名',
    '房产中介多少钱',
    '企业简介多长',
    '网格个数是多少',
    '资格个人可以申请吗',
    '价格些微上涨',
    '哪个人大代表提的建议',
    '几个头部企业',
    '哪个弄堂在修路',
    '至今朝九晚五',
    '砍伐',
    '间伐要审批吗',
    '滥伐林木怎么罚',
    '可以伐树吗',
    '要伐木许可吗',
    '斯洛伐克',
    '辛伐他汀能报销吗',
    '阿拉伯语',
    '去伊拉克',
    '伊斯兰教',
    '一年伊始',
    '吴侬软语',
    '准噶尔盆地',
    '令人咋舌',
    '切勿对外公布',
    '年夜饭在哪里吃',
    '隔夜饭能不能吃',
    '哪位老师得了奖',
    '晒干吗',
  ])('%s', (typed) => {
    expect(normalise(typed)).toBe(typed);
  });

  test('and so do everyday words, or the thesaurus would never see them', () => {
    const changed = dataPairs('thesaurus.tsv')
      .map(([word]) => word)
      .filter((word) => !/[a-z]/i.test(word) && normalise(word) !== word);
    expect(changed).toEqual([]);
  });

  test('and so do the standard words themselves', () => {
    const changed = dataPairs('question-words.tsv')
      .filter(([, standard]) => normalise(standard) !== standard)
      .map(([, standard]) => standard);
    expect(changed).toEqual([]);
  });
});
