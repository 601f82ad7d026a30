import type { BlockedReason, RefusedReason } from '../answers/answer.ts';

/** Every sentence that an answer adds to the documents' own words. */

export const JOINER = '；';

/** What stands before a statement: town, year, and whether it is an aim. */
export function lead(town: string | null, year: string | null, target: boolean): string {
  const place = `${town ?? ''}${year === null ? '' : `${year}年`}`;
  if (place === '') return target ? '目标：' : '';
  return target ? `${place}目标：` : `${place}：`;
}

export const contradicted = '文件写的不是这个数，原文是：';
export const confirmed = '是的，';
export const clarifyLead = '文件里有不止一种说法：';
/** What alternatives differ in is what is asked back. */
export const clarifyTails = {
  town: '您问的是哪个镇？',
  year: '您问的是哪年的？',
  both: '您问的是哪个镇、哪年的？',
  other: '您问的是哪一个？',
};
export const sameRows = (rows: string, names: string): string =>
  `原表第${rows}行${names === '' ? '' : `（${names}）`}印的文字相同，都是：`;
export const cutOff = '（原文到此被截断，没有写完）';

export const notes = {
  target: (town: string | null, year: number | null): string =>
    `原文是${town ?? ''}${year === null ? '' : `${year}年`}的目标或计划，文件里没有写完成情况`,
  asOf: (years: string): string => `信息截至${years}，之后的变化请向镇里核实`,
  resolved: (printed: string, date: string, basis: string): string =>
    `原文写“${printed}”，按本页日期（${basis}）换算为${date}`,
  repeated: '原表有几行印了相同的文字，这里只说一次',
  cut: '原文在这里被截断，后面的内容文件里没有',
  nearest: (place: string, quote: string, mark: number): string => `文件只写了${place}：“${quote}”[${mark}]`,
} as const;

const where = '可以问镇便民服务中心，或打政务服务便民热线。';

/** Said beside what was found, of a town or year for which nothing was. */
export const missingPart = (about: string): string => `文件里没有${about}的这项内容`;

/** Said beside the parts of a question that were answered, of one that was not. */
export const missingQuestion = (question: string): string => `“${question}”这一问，文件里没有写到`;

/** What is said when the documents don't say: what is missing, and where one could ask. */
export const refusals: Readonly<Record<RefusedReason, (about: string) => string>> = {
  not_in_documents: () => `手头的文件里没有写到这个问题，我不能猜。${where}`,
  attribute_missing: (about) => `手头的文件里没有写${about}，我不能猜。${where}`,
  other_town: (about) => `手头的文件里没有${about}在这件事上的内容，不能拿别的镇来代替。${where}`,
  other_year: (about) => `手头的文件里没有${about}在这件事上的内容，不能拿别的年份来代替。${where}`,
  not_verified: () => `找到的内容没能逐字核对上原文，所以不作答。${where}`,
};

/** Said to a grievance that asks nothing. */
export const complaint =
  '这样的情况文件里查不到，我也不能代办。请向镇便民服务中心反映，或打政务服务便民热线。';

/** How a refusal calls what is missing. */
export const lackingNames = {
  phone: '这个电话或联系方式',
  web: '这个网址或账号',
  route: '乘哪路车',
  clock: '具体的钟点或开放时间',
  address: '具体的地址或路线',
  price: '这项费用或金额',
  money: '这项金额',
  percent: '这个比例',
  area: '这个面积',
  length: '这个长度',
  people: '这个人数',
  count: '这个数',
  date: '具体的时间',
  day: '具体是哪一天',
  duration: '时间长短或期限',
  ordinal: '这个次序或等级',
  frequency: '多久一次',
  person: '这个人的姓名',
  who: '是谁',
  name: '这个人的姓名',
  weekday: '星期几',
  years: '年限',
  result: '实际完成的情况',
  parts: '这几项各指什么',
  slogan: '这几项各指什么',
  members: '具体是哪些或哪一家',
  target: '当时定的目标',
  wholeYear: '全年的数',
  reason: '原因',
  final: '正式的情形',
  part: '其中单独这一项的数',
  speech: '说的这些话',
} as const;

export const blocked: Readonly<Record<Exclude<BlockedReason, 'emergency'>, string>> = {
  out_of_scope: '我只能回答镇里文件写到的政策、项目和服务，这个问题帮不上忙。',
  personal_data: '我不提供任何人的住址、电话等个人信息。有公事可以联系镇便民服务中心。',
  abuse: '请好好说话，我会尽力帮您查文件里的内容。',
  instructions: '我只按文件原文回答问题，不会照这样的指令去说或去写。',
  small_talk: '您好，我是问桥，可以帮您查镇里文件写到的政策、项目和服务。您想问什么？',
  empty: '请打字告诉我您想问什么，例如：村里的老年食堂能送餐上门吗？',
};
