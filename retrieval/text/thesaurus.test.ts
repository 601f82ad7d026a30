import { describe, expect, test } from 'vitest';
import { createThesaurus } from './thesaurus.ts';

describe('everyday words of a question', () => {
  const thesaurus = createThesaurus([
    { everyday: '米糕铺', official: ['早餐网点', '便民早餐'] },
    { everyday: '米糕铺子', official: ['早餐经营户'] },
  ]);

  test('are found with the official terms, most likely first', () => {
    expect(thesaurus.expand('米糕铺在哪')).toEqual([{ word: '米糕铺', terms: ['早餐网点', '便民早餐'] }]);
  });

  test('are the longest at every place, without overlaps', () => {
    expect(thesaurus.expand('米糕铺子开了').map(({ word }) => word)).toEqual(['米糕铺子']);
  });

  test('are compared folded', () => {
    expect(thesaurus.expand('米糕鋪').map(({ word }) => word)).toEqual(['米糕铺']);
  });

  test.each(['', '？！', '龘'])('are none in %j', (text) => {
    expect(thesaurus.expand(text)).toEqual([]);
  });
});

test('the thesaurus that ships is there without local entries, and local ones come on top', () => {
  const shipped = createThesaurus();
  expect(shipped.size).toBeGreaterThan(2200);
  expect(shipped.expand('老人吃饭').flatMap(({ terms }) => terms)).toContain('就餐');
  expect(createThesaurus([{ everyday: '米糕铺', official: ['早餐网点'] }]).size).toBe(shipped.size + 1);
});

test('a local entry for a known word adds its terms after the known ones', () => {
  const [known] = createThesaurus().expand('吃饭');
  const [extended] = createThesaurus([{ everyday: '吃饭', official: ['柳溪助餐点'] }]).expand('吃饭');
  expect(extended!.terms).toEqual([...known!.terms, '柳溪助餐点']);
});

test('a word is never its own official term', () => {
  expect(
    createThesaurus([{ everyday: '米糕铺', official: ['米糕铺', '早餐网点'] }]).expand('米糕铺')[0]!.terms,
  ).toEqual(['早餐网点']);
});

describe('the thesaurus that ships', () => {
  const shipped = createThesaurus();
  const official = (text: string): string[] => shipped.expand(text).flatMap(({ terms }) => [...terms]);

  test.each([
    ['village affairs', '村里账在哪里看', '财务公开'],
    ['elections', '什么时候选村长', '换届选举'],
    ['buses', '最后一班几点', '末班车'],
    ['waste', '泔脚倒哪里', '易腐垃圾'],
    ['dialect nouns of sanitation', '粪缸满了', '化粪池'],
    ['disability', '耳聋的老人', '听力残疾'],
    ['aids', '拐杖坏了能换吗', '辅助器具'],
    ['household registration', '给小囡报户口', '出生登记'],
    ['marriage and family', '扯证去哪里', '婚姻登记'],
    ['farm inputs', '肥田粉补不补', '化肥'],
    ['pests', '稻飞虱怎么办', '病虫害防治'],
    ['farm insurance', '稻子保险赔多少', '政策性农业保险'],
    ['fishing', '地笼能不能放', '禁用渔具'],
    ['fire', '电瓶车着火找谁', '电动自行车火灾'],
    ['flood', '家里进水了', '内涝'],
    ['reimbursement', '外地住院怎么办', '异地就医'],
    ['allowances', '高温费有没有', '高温津贴'],
    ['refunds', '店里不肯退钱', '退费'],
    ['rural old-age insurance', '农保几岁可以领', '城乡居民基本养老保险'],
    ['social insurance', '自己交社保', '灵活就业人员'],
    ['jobs', '哪里打零工', '零工市场'],
    ['diseases', '脑梗出院以后', '脑卒中'],
    ['clinics', '挂盐水去哪里', '输液'],
    ['schools', '四点半放学没人接', '课后服务'],
    ['faith venues', '菩萨能不能拜', '宗教活动场所'],
    ['customs', '做羹饭能不能烧纸', '祭祖'],
    ['sports', '哪里有桌球', '台球'],
    ['libraries', '借书证怎么办', '借阅'],
    ['legal aid', '打官司没钱', '法律援助'],
    ['petitions', '想找领导', '领导接访'],
    ["martyrs' families", '烈属有什么补贴', '烈士遗属'],
    ['volunteers', '积分换东西', '爱心超市'],
    ['errands', '替我跑一趟', '帮办代办'],
    ['noise', '隔壁敲墙', '装修噪声'],
    ['river pollution', '厂里排水发黑', '违法排污'],
    ['market complaints', '菜场有鬼秤', '计量'],
    ['building permits', '造房批下来了吗', '农民建房审批'],
    ['tenancies', '房东要登记吗', '居住出租房'],
    ['property management', '换物业要怎么弄', '业主大会'],
    ['parking', '没地方停车', '停车泊位'],
    ['street lamps', '弄堂里灯坏了', '路灯维修'],
    ["elders' care", '老人洗澡谁管', '助浴'],
    ['planting trees', '去哪里种树', '义务植树'],
  ])('knows everyday words of %s: %s', (_, question, term) => {
    expect(official(question)).toContain(term);
  });

  // Words that stood here once, or nearly, and were found inside these.
  test.each([
    ['今年的工作目标', '就业'],
    ['罚款1200元', '急救'],
    ['市场化改革', '地点'],
    ['水土保持工作', '养老保险'],
    ['小区里有几个人', '区政府'],
    ['领养老金', '收养登记'],
    ['经济社会发展', '股份经济合作社'],
    ['以后生活怎么办', '青年'],
    ['推动工作', '开工'],
    ['集中专项整治', '中等职业学校'],
  ])('finds in %s nothing of %s', (text, term) => {
    expect(official(text)).not.toContain(term);
  });
});
