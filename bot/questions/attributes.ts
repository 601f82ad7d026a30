import type { AnswerKind } from './kinds.ts';
import { officesIn } from './offices.ts';

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
  | 'years'
  | 'day'
  | 'frequency'
  | 'person'
  | 'name'
  | 'weekday'
  | 'who'
  | 'route'
  | 'price';

const ATTRIBUTES: readonly (readonly [Attribute, RegExp])[] = [
  [
    'phone',
    /电话(?:号码|是|多少|几|号|给|报|打几|和|有(?:吗|没有?(?:[?？]|$))|[?？]|$)|(?:座机|固话|总机|分机)(?:号|是|多少|几|给|报|发|[?？]|$)|手机号|手机号码|联系方式|电话号码|热线(?:电话|号码)?是?(?:多少|几|号)|怎么联系|打哪个(?:电话|号)|(?:总机|分机|座机|热线)(?:号码)?(?:是|打)?(?:多少|几)/,
  ],
  [
    'web',
    /网址|网站|邮箱|公众号|二维码|(?:报名|官方|下载|直播|办事|查询)链接|(?:链接|网页)(?:是多少|地址|发|给|在哪|有[吗没])|(?:给|发|要|求)个?.{0,4}链接|微信号/,
  ],
  ['route', /几路|哪路(?:车|公交)|什么车能到|坐什么(?:车|公交)/],
  ['clock', /几点(?![零灵铃〇几]|多)|上下班时间|营业时间|开放时间|开门时间|办公时间|几点钟/],
  [
    'address',
    /地址|门牌|几号楼|(?<!(?:流程|手续|程序|步骤|环节|申请|审批|办理|盖章|报销|登记|下一步|往后|今后|路径|工作).{0,12})怎么走|哪号/,
  ],
  [
    'price',
    /票价|门票|[买购]票|(?:过桥|过路|停车|物业|管理|服务|报名|会员|参观|培训|手续|工本|水|电|气)费(?!用|[^,，?？]{0,4}(?:补贴|减免|率))|收费标准|价格|[价货房]款|价钱|总价|售价|(?<![评代])价(?:是|要|格)?(?:多少|几)(?!分)|单价|合同价|中标价|成交价|工资|月薪|薪资|待遇多少|补贴多少|多少补贴|补助多少|初装费|房价|学费|租金|押金|奖金|奖励多少|罚多少|付多少|罚款|一餐|一顿|收费|要交多少|费用|(?:要|收|花)(?:不(?:要|收|花))?(?:铜)?[钱钿](?:[吗么不伐]|[?？]?$)/,
  ],
  [
    'money',
    /多少钱|多少资金|投(?:了|资|入)?(?:多少|几)(?![个家人户名次条项场部台辆])|投资(?:额)?(?:是|有|了)?多少|总投资|金额|造价|合同额|资金|预算|花了多少|几块钱|多少万元|多少亿元|多少经费|几个亿|多少亿|(?<!人口.{0,4})多少万(?![人户平亩次名个家份册件台辆株])/,
  ],
  // 涨几个点 asks for a rate; 新添几个点 asks for places.
  [
    'percent',
    /百分之(?:几|多少)|百分比|(?:几|多少)个百分点|(?:[涨升降跌]|增长|回落|提高|少了|率)[^,，?？]{0,4}(?:几|多少)个点|(?<![添增设布建多].{0,4})(?:几|多少)个点(?=[?？,，]|$)|几成|(?:一百|100)个[^,，。?？]{0,4}里[^,，。?？]{0,4}(?:几|多少)个?|占比|比例|增长多少|增长率|涨了多少|增速|增幅|降幅|下降多少|降了多少|覆盖率|参保率|成功率|同比/,
  ],
  // 一年出几本, 隔多久来一趟: 每季一期 tells it without the figure asked for.
  [
    'frequency',
    /(?:一|每)(?:个)?(?:年|季度?|月|周|星期|礼拜|天|日|学期)[^,，?？]{0,10}(?:几|多少)(?:次|趟|回|场|本|期|册|遍|节)(?=[啊呀呢的]?(?:[?？,，]|$))|(?:隔?多久|隔?多少(?:时间|时候|日子|辰光|天)|几(?:天|日|个月|年|周))[^,，?？]{0,6}一(?:次|趟|回|场|本|期|册|遍)/,
  ],
  [
    'area',
    /面积|(?<!(?:体量|规模|范围|幅度|力度|影响|作用|程度|差距|年纪|本事|圈)(?:是|有|到)?)多大(?!意思|的?项目|关系|问题|范围|年纪)|(?:多少|几)个?平方|(?:多少|几)个?亩|平方米|几平/,
  ],
  // 排第几, 拿了几等: its place in an order, no number of things.
  ['ordinal', /第几|几等(?!于)|几点[零灵铃〇](?!几)/],
  ['length', /多长(?!时间|日子)|多少公里|几公里|几里|多少里|里程|多远|(?:有|走|要走)多少路(?!公交|车)/],
  [
    'people',
    /[几多少]个?(?:工人|员工|职工|队员|学生|老师|会员|村民|居民|干部|代表|选手|志愿者|党员|老人)|(?:多少|几)个?人|多少万人|人口.{0,4}多少|多少人口|多少名|(?<!第)几名|(?:多少|(?<!第)几)位(?![子置数])|多少员工|人数|(?:队员|会员|学员|员工|党员|志愿者|代表|选手|社员|居民|村民)(?:的)?(?:总数|数量|总人数|规模)/,
  ],
];

/** What the question asks to be told, beyond its kind; empty when nothing particular. */
export function attributesOf(question: string, kind: AnswerKind): Attribute[] {
  const found = ATTRIBUTES.filter(([, pattern]) => pattern.test(question)).map(([attribute]) => attribute);
  if (found.includes('frequency')) return ['frequency'];
  if (kind === 'date') found.push(dateAsked(question));
  // 把费用谈下来的是谁 asks for no fee.
  if (kind === 'person' && !WHOM.test(question))
    return [...found.filter((name) => name !== 'price' && name !== 'money'), ...personAsked(question)];
  if (kind === 'number' && found.length === 0 && !CHARACTERS.test(question))
    found.push(YEARS.test(question) ? 'years' : DAYS.test(question) ? 'duration' : 'count');
  return found.includes('price') && !asksForFee(question) ? found.filter((name) => name !== 'price') : found;
}

/** 授予谁, 归谁: whoever or whatever it falls to, not a person by name. */
const WHOM = /谁是[^,，谁]{1,6}[、,，]谁是|[给向予持育管归到为对帮靠找](?:谁|什么人|何人)(?![负牵管做])/;

/** Words for one person who is known by a name. */
const INDIVIDUAL = '干部|后生|小伙子?|小年轻|姑娘|小青年|师傅|老板|医生|教练|老师';
/** A name and nothing else answers, whatever else is known of the person. */
const NAME = new RegExp(
  `姓名|哪一?位(?![干同])|(?:姓|名字)(?:叫|是)?什么|叫什么名字|(?:${INDIVIDUAL})(?:叫什么|是哪个)|哪个[^,，?？哪的]{0,4}(?:${INDIVIDUAL})`,
);
/** One person is meant. */
const ONE_PERSON = /名字|叫什么|哪位|哪一位|名叫|哪个/;

/** 那支队伍叫什么名字: what something or somebody is called; and where it is somebody. */
const CALLED = /(?:名称|全名|名字|叫)[叫是]?什么/;
const PERSON_CALLED =
  /(?:[人员长师哥姐叔伯爷婶嫂辈生他她]|书记|主席|主任|干部|记者|教练|老板|姑娘|年轻|小伙|小伙子|代表|专家|评委|裁判|工匠|负责|同志|女士|志愿者|头头|作者)的?(?:名称|全名|名字|叫)[叫是]?什么|谁|哪一?位|姓/;

function personAsked(question: string): Attribute[] {
  if (CALLED.test(question) && !PERSON_CALLED.test(question) && officesIn(question).length === 0) return [];
  if (NAME.test(question)) return ['name'];
  return [ONE_PERSON.test(question) || officesIn(question).length > 0 ? 'person' : 'who'];
}

/** 给了几年: a span of years, not a year. */
const YEARS = /(?<![哪这那近前头后好过第几])(?:几|多少)年(?![级轻前来里后几])/;

/** 等几天, 几个月能批下来: how long it takes. */
const DAYS = /(?<![哪这那近前头后好过第])(?:几|多少)(?:天|个(?:月|星期|礼拜|钟头|小时)|小时|分钟)(?!一)/;

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
  if (/周几|星期几|礼拜几/.test(question)) return 'weekday';
  if (/多久|多长时间|多少(?:时间|辰光)|期限|几(?:个月|小时|分钟|年内)/.test(question)) return 'duration';
  return DAY.test(question) && !DEADLINE.test(question) ? 'day' : 'date';
}

/** The day itself is asked for: 日前 and a month alone are no answer. */
const DAY =
  /几月几[日号]|何日|哪[一]?天|(?:准确|具体|确切)的?(?:日期|时间|日子)|年月日|(?<!号线.*|地铁.*)[^月]几号(?!线|楼|路)/;

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
