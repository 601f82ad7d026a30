import type { NumberSpan } from '../../retrieval/text/numbers.ts';

/** What sort of answer a question expects. */
export type AnswerKind =
  | 'number'
  | 'date'
  | 'place'
  | 'person'
  | 'list'
  | 'definition'
  | 'yesno'
  | 'howto'
  | 'reason'
  | 'comparison'
  | 'wording'
  | 'fact';

/** A thing that only counts as told when the words around it hold it: an amount of money, a telephone number … */
export type Attribute =
  | 'money'
  | 'area'
  | 'length'
  | 'percent'
  | 'people'
  | 'count'
  | 'phone'
  | 'address'
  | 'clock'
  | 'web'
  | 'date'
  | 'duration'
  | 'ordinal'
  | 'day'
  | 'frequency'
  | 'person'
  | 'who'
  | 'route'
  | 'price';

/** First match wins; written for questions in standard words (see normalise.ts). */
const KINDS: readonly (readonly [AnswerKind, RegExp])[] = [
  ['wording', /原话|原文(?:是|怎么|如何|表述)|一字不差|怎么表述|逐字|原句|的表述|原原本本|怎么写的?[?？]?$/],
  [
    'comparison',
    /相比|对比|比较|差多少|差几|哪个(?:更|多|高|大|少)|谁(?:更|多|高)|高还是低|多还是少|(?:各|分别)(?:是|有)?(?:多少|几个?(?![个、,，]?[村社]))|谁家(?:更|最)?(?:多|少|高|低|大|小|快|早)|区别|(?<![同环占评])比(?![赛武例拼重如分]).{1,12}(?:多(?!少)|(?<!多)少|高|低)/,
  ],
  [
    'reason',
    /为什么|为何|为啥|什么原因|(?:主要|具体|根本)?原因(?:是|在|有|何在)|怎么会|凭什么|(?:得益|归功|归因)于(?:什么|哪)|归因|靠的?是?什么/,
  ],
  [
    'list',
    /(?:其余|剩下|余下).{0,6}(?:叫|是|有)|一([只个条句项样])一\1|哪些|哪几|哪[二两三四五六七八九十\d]+|名单|有谁|有什么|分别|都有谁|都叫|各是|逐一|逐项|列出|列一下|包括什么|包含什么|(?:清单|明细|名单).{0,4}(?:发|给|列|报|来|拉)|内容有|哪.{0,1}(?:类|种|方面)|几个人是|是哪(?:两|三|四|五|六|七|八|九|十|几)|报一遍|数一数|不漏|写全|列全|逐个|一一|一样样/,
  ],
  [
    'person',
    /谁(?!家(?:更|最)?[多少高低大小快早])|哪位|哪个人|什么人|(?<!(?:服务|平台|品牌|项目|活动|工程|模式|行动|中心|系统|杂志|刊物|[书园馆站村路桥会节厂店楼队]|地方|计划|专区|招牌|名头|牌子|公园|学校|公司|食堂|机制|制度|口号|房子|大会|联盟|热线|公众号|小程序)的?)(?:叫什么名字|名叫)|何人|哪一位|姓名|哪个(?:人)?(?:做|当|任|担任)(?:了|的)?[^,，?？]{0,6}(?:书记|镇长|主席|主任|会长|所长|队长|校长)|(?:书记|镇长|主席|主任|负责人|局长|校长|会长|所长|队长|代表|干部|村长|后生|小伙子?|小年轻|姑娘|小青年|老师|老板|师傅|医生).{0,6}(?:哪个|哪一个|叫什么|什么人|姓什么|名字)/,
  ],
  [
    'number',
    /多少|几成|几分|几[个家名人项条处次座所辆块片枚支套类种期场天年岁层位亿万公里亩斤节米平点]|百分之几|多大|多高|多长(?!时间|日子)|多宽|多远|多重|占比|比例是|总数|一共|共计|(?:的)?(?:数字|数据|数)(?:给|报|发|说)(?:一下|我|个|来)|(?<!礼拜|周|星期|月)几(?!乎)(?![月号时](?!楼|线|路))/,
  ],
  [
    'date',
    /什么时候|何时|哪天|哪一天|哪年|哪一年|礼拜几|周几|星期几|隔多久|隔多少(?:时间|时候|日子|辰光)|多少(?:时间|辰光|日子)(?:一次|一本|一期|一趟)|几月|(?<!\d*号线.*|地铁.*)几号(?!线|楼|路)|几时|多久|多长(?:时间|日子)|哪个月|什么日子|日期|期限|截止|最晚|最迟|什么时间|何年何月|年月日|到什么时候|时间/,
  ],
  ['place', /哪里|在哪|哪儿|什么地方|何处|哪个(?:地方|村|社区|镇|小区|学校|单位|位置)|地址|位置|哪边|哪块/],
  ['howto', /怎么(?!样)|如何|怎样|流程|步骤|手续|要过哪|要哪些条件/],
  [
    'definition',
    /是什么意思|什么意思|是什么|指什么|指的是|什么叫|是个什么|介绍一下|代表什么|是啥|含义|怎么解释|什么东西|讲的是什么/,
  ],
  [
    'yesno',
    /吗|(?<![什怎这那])么[?？]?$|有没有|是不是|能不能|可不可以|会不会|要不要|是否|对不对|对吗|行不行|可以.{0,4}不|了没|没有[？?]?$|了不|吧[？?]?$|真的假的|属实|准确/,
  ],
];

/** The sort of answer a standard-worded question expects. */
export function kindOf(question: string): AnswerKind {
  return KINDS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'fact';
}

const ATTRIBUTES: readonly (readonly [Attribute, RegExp])[] = [
  [
    'phone',
    /电话(?:号码|是|多少|几|号|给|报|打几|和|[?？]|$)|(?:座机|固话|总机|分机)(?:号|是|多少|几|给|报|发|[?？]|$)|手机号|手机号码|联系方式|电话号码|热线(?:电话|号码)?是?(?:多少|几|号)|怎么联系|打哪个(?:电话|号)|(?:总机|分机|座机|热线)(?:号码)?(?:是|打)?(?:多少|几)/,
  ],
  [
    'web',
    /网址|网站|邮箱|公众号|二维码|(?:报名|官方|下载|直播|办事|查询)链接|(?:链接|网页)(?:是多少|地址|发|给|在哪|有[吗没])|(?:给|发|要|求)个?.{0,4}链接|微信号/,
  ],
  ['route', /几路|哪路(?:车|公交)|什么车能到|坐什么(?:车|公交)/],
  ['clock', /几点(?![零灵铃〇几]|多)|上下班时间|营业时间|开放时间|开门时间|办公时间|几点钟/],
  [
    'address',
    /地址|门牌|几号楼|(?<!(?:流程|手续|程序|步骤|环节|申请|审批|办理|盖章|报销|登记).{0,12})怎么走|哪条路|哪号/,
  ],
  [
    'price',
    /票价|门票|[买购]票|(?:过桥|过路|停车|物业|管理|服务|报名|会员|参观|培训|手续|工本|水|电|气)费(?!用|[^,，?？]{0,4}(?:补贴|减免|率))|收费标准|价格|(?<![评代])价(?:是|要|格)?(?:多少|几)(?!分)|单价|合同价|中标价|成交价|工资|月薪|薪资|待遇多少|补贴多少|多少补贴|补助多少|初装费|房价|学费|租金|押金|奖金|奖励多少|罚多少|付多少|罚款|一餐|一顿|收费|要交多少|费用/,
  ],
  [
    'money',
    /多少钱|多少资金|投资(?:额)?(?:是|有|了)?多少|总投资|金额|造价|合同额|资金|预算|花了多少|几块钱|多少万元|多少亿元|多少经费|几个亿|多少亿|(?<!人口.{0,4})多少万(?![人户平亩次名个家份册件台辆株])/,
  ],
  // 涨几个点 asks for a rate; 新添几个点 asks for places.
  [
    'percent',
    /百分之(?:几|多少)|百分比|(?:几|多少)个百分点|(?:[涨升降跌]|增长|回落|提高|少了|率)[^,，?？]{0,4}(?:几|多少)个点|几成|占比|比例|增长多少|增长率|涨了多少|增速|增幅|降幅|下降多少|降了多少|覆盖率|参保率|成功率|同比/,
  ],
  // 一年出几本, 隔多久来一趟: 每季一期 tells it without the figure asked for.
  [
    'frequency',
    /(?:一|每)(?:个)?(?:年|季度?|月|周|星期|礼拜|天|日|学期)[^,，?？]{0,6}(?:几|多少)(?:次|趟|回|场|本|期|册|遍|节)(?=[?？,，]|$)|(?:隔?多久|隔?多少(?:时间|时候|日子|辰光|天)|几(?:天|日|个月|年|周))[^,，?？]{0,6}一(?:次|趟|回|场|本|期|册|遍)/,
  ],
  [
    'area',
    /面积|(?<!(?:体量|规模|范围|幅度|力度|影响|作用|程度|差距|年纪|本事)(?:是|有|到)?)多大|(?:多少|几)个?平方|(?:多少|几)个?亩|平方米|几平/,
  ],
  // 排第几, 拿了几等: its place in an order, no number of things.
  ['ordinal', /第几|几等(?!于)/],
  ['length', /多长(?!时间|日子)|多少公里|几公里|几里|多少里|里程|多远|(?:有|走|要走)多少路(?!公交|车)/],
  [
    'people',
    /[几多少]个?(?:工人|员工|职工|队员|学生|老师|会员|村民|居民|干部|代表|选手|志愿者|党员|老人)|多少人|多少万人|人口.{0,4}多少|多少人口|几个人|几人|多少名|几名|(?:多少|几)位(?![子置数])|多少员工|人数|(?:队员|会员|学员|员工|党员|志愿者|代表|选手|社员|居民|村民)(?:的)?(?:总数|数量|总人数|规模)/,
  ],
];

/** Units that count the same things; a figure answers only a question about its own group. */
const UNIT_GROUPS = [
  '个家处所座支项条件起桩宗类种枚门片块只根级',
  '次场趟回期',
  '人名位',
  '户',
  '辆台',
  '套间幢栋',
  '亩',
  '页本册期',
  '份',
  '站',
];

/** The unit asked for: 套 of 多少套, 个 of 几个; null when none is named. */
export function unitAsked(question: string): string | null {
  return (
    question.match(
      /(?:多少|(?<!第)几)(个(?!平方|亩|字)|家|处|所|座|支|项|条|件|起|类|种|枚|门|片|块|次|场|趟|期|人|名|位(?![子置数])|户|辆|台|套|间|幢|栋|亩|册|份|站)/,
    )?.[1] ?? null
  );
}

/** Does a number's unit count what the asked unit counts? A word of people after 个 (几个工人) asks for people. */
export function sameUnitGroup(asked: string, unit: string): boolean {
  // 个 counts anything in speech: 几个教练 is answered by 2名.
  if (/[个只]/.test(asked) && /[名位路]/.test(unit)) return true;
  const group = UNIT_GROUPS.find((members) => members.includes(asked));
  return group === undefined || unit === '' || group.includes(unit);
}

/** What the question asks to be told, beyond its kind; empty when nothing particular. */
export function attributesOf(question: string, kind: AnswerKind): Attribute[] {
  const found = ATTRIBUTES.filter(([, pattern]) => pattern.test(question)).map(([attribute]) => attribute);
  if (found.includes('frequency')) return ['frequency'];
  if (kind === 'date') found.push(dateAsked(question));
  if (kind === 'person' && !WHOM.test(question))
    found.push(NAME.test(question) || officesIn(question).length > 0 ? 'person' : 'who');
  if (kind === 'number' && found.length === 0 && !CHARACTERS.test(question)) found.push('count');
  return found.includes('price') && !asksForFee(question) ? found.filter((name) => name !== 'price') : found;
}

/** 授予谁, 归谁: whoever or whatever it falls to, not a person by name. */
const WHOM = /[给向予持育管归到为对帮靠找](?:谁|什么人|何人)(?![负牵管做])/;

/** The name itself is asked for. */
const NAME = /名字|姓名|叫什么|姓什么|哪位|哪一位|名叫|哪个/;

/** 用了哪四个字: characters of the wording, not things that are counted. */
const CHARACTERS = /(?:几|[两二三四五六七八九十])个字/;

/** 押金, 罚款, 水费: what people pay. */
const FEE = ATTRIBUTES.find(([attribute]) => attribute === 'price')![1];
const ASKS_AMOUNT = /多少|几|吗|么|要|收|免|贵|便宜|怎么|有没|涨|降|标准|呢/;
const ASKS = /多少|几|哪|谁|什么|怎么|吗|么|有没|是不是/;

/** 为押金吵架，除了打官司有别的路吗: a fee that another clause's question only mentions is not what is asked. */
function asksForFee(question: string): boolean {
  const clauses = question.split(/[,，;；。?？]/);
  const naming = clauses.filter((clause) => FEE.test(clause));
  return (
    naming.some((clause) => ASKS_AMOUNT.test(clause)) ||
    !clauses.some((clause) => !naming.includes(clause) && ASKS.test(clause))
  );
}

/** How precisely a time is asked for. */
function dateAsked(question: string): Attribute {
  if (/多久|多长时间|多少(?:时间|辰光)|期限|几(?:个月|小时|分钟|年内)/.test(question)) return 'duration';
  return DAY.test(question) && !DEADLINE.test(question) ? 'day' : 'date';
}

/** The day itself is asked for: 日前 and a month alone are no answer. */
const DAY =
  /几月几[日号]|哪[一]?天|(?:准确|具体|确切)的?(?:日期|时间|日子)|年月日|(?<!号线.*|地铁.*)[^月]几号(?!线|楼|路)/;

/** 哪天之前, 最晚哪天: the end of a month answers it as well. */
const DEADLINE = /哪一?天(?:之前|以前|前|为止)|(?:最晚|最迟|截止|赶在|不晚于).{0,6}哪一?天/;

/** Words that ask rather than name the matter: what is left is what the question is about. */
const ASKING =
  /(?:请|麻烦|帮我|告诉我|报一个|报一遍|给我|列出|提供|说明|具体|分别|各|一共|总共|拢共|到底|究竟|多少|几|哪些|哪个|哪里|哪|什么|怎么|怎样|如何|谁|吗|呢|吧|啊|呀|的|了|是|有|没)/g;

/** Within what asks for an attribute, words that name what is measured: 投资多少 is about an investment. */
const MEASURED_MATTER = /(?<!总)投资额?|覆盖率|参保率|成功率/;

/** A question without the words that ask and the attributes asked for: 应急消防站 of 应急消防站的总投资额是多少. */
export function subjectOf(question: string, attributes: readonly Attribute[]): string {
  const patterns = ATTRIBUTES.filter(([attribute]) => attributes.includes(attribute)).map(
    ([, pattern]) => pattern,
  );
  const withoutAttributes = patterns.reduce(
    (text, pattern) =>
      text.replace(new RegExp(pattern, 'g'), (asked) => ` ${asked.match(MEASURED_MATTER)?.[0] ?? ''} `),
    question,
  );
  return withoutAttributes.replace(ASKING, ' ');
}

const OFFICE =
  /党委书记|党委副书记|副书记|支部书记|(?<!副)书记|副镇长|镇长|人大副主席|人大主席|副主席|主席|副主任|主任|副会长|会长|校长|局长|所长|队长|院长|董事长|总经理|理事长|秘书长|教练|民政员|[馆站店班组厂村区市县园场科处]长(?=是|叫|姓|哪|谁|的名字)/g;

/** Offices that a question about a person names; the answer must name them too. */
export function officesIn(question: string): string[] {
  return [...new Set(question.match(OFFICE) ?? [])];
}

const PEOPLE = /人|名|位|户/;

/** Does a stretch of text hold an attribute? `numbers` are the numbers found in it. */
export function holdsAttribute(
  attribute: Attribute,
  text: string,
  numbers: readonly NumberSpan[],
  hasDate: boolean,
  hasDay: boolean,
  hasPerson: boolean,
): boolean {
  switch (attribute) {
    case 'phone':
      return /(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|\d{7,8}|12\d{3}|400-?\d{3}-?\d{4})(?!\d)/.test(text);
    case 'web':
      return /https?:|www\.|@|公众号|网址/.test(text);
    case 'route':
      return /\d+路|公交\d+/.test(text);
    case 'clock':
      return /\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]+点(?!位|多)|24小时|全天/.test(text);
    case 'address':
      return /(?:路|街|道|巷|弄)\s*\d+\s*号|\d+号楼|位于|地处|坐落/.test(text);
    case 'price':
      // A total invested is no fee.
      return (
        /免费|不收费|收费|费|价|工资|租金|押金|奖|补[贴助偿]|罚|每.{0,6}元|元[/／每]/.test(text) &&
        (/免费|不收费|免[交收]/.test(text) ||
          (/元|万(?![人户平亩次小级份册台辆株头家个名])/.test(text) && numbers.length > 0))
      );
    case 'money':
      return /元|[\d.]+[万亿](?![人户平亩次小级份册台辆株头家个名])/.test(text) && numbers.length > 0;
    case 'percent':
      return (
        numbers.some((number) => number.percent) ||
        /倍|成以上|翻番|[过超]半|半数|一半|全(?:部|员)|全[\u4e00-\u9fff]?覆盖|百分之/.test(text)
      );
    case 'area':
      return /平方|亩|公顷/.test(text) && numbers.length > 0;
    case 'length':
      return /公里|千米|里|米/.test(text) && numbers.length > 0;
    case 'people':
      return numbers.some((number) => PEOPLE.test(number.unit)) || /近百名|数百|上千/.test(text);
    case 'count':
      return (
        numbers.some((number) => !/^(?:年|月|日)$/.test(number.unit)) || /近百|数十|全部|全覆盖|\d/.test(text)
      );
    case 'date':
      return hasDate;
    case 'duration':
      return hasDate || /[\d一二两三四五六七八九十半](?:个?月|天|年|周|小时|分钟)/.test(text);
    case 'ordinal':
      return /第[一二三四五六七八九十\d]+|[一二三特优]等|头(?:名|位)|首[位届个批]|[一二三四五六七八九十\d]+[期届批]|周年|\d\.\d/.test(
        text,
      );
    case 'day':
      return hasDay;
    case 'frequency':
      return /每(?:个)?[一二三四五六七八九十两半\d]*个?(?:年|季|月|周|星期|礼拜|天|日|学期|班|人)|[一两半](?:年|季度?|月|周|天)[一两三四五六\d]?(?:次|期|场|会|小时)|(?:日|周|月|季|年)(?:例会|会商|分析|研判|点评|报)|定期|常态化/.test(
        text,
      );
    case 'person':
    case 'who':
      return hasPerson;
  }
}
