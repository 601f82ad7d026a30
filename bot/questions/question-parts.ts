/** Questions asked at once that are answered one by one; each is a search of its own. */
export const MOST_PARTS = 6;
/** A part shorter than this names nothing to look for. */
export const SHORTEST_PART = 5;
const SHORTEST_QUESTION = 3;

const QUESTION_WORD = /多少|几(?!乎)|哪|谁|什么|何时|何地|为何|如何|怎么|怎样|怎的/;
/** 甲多还是乙多, 是不是, 对吗: the clauses of such a question are one question. */
const ONE_QUESTION = /还是|是不是|是否|对吗|对不对|[吗吧]|相比|对比|区别|差(?:多少|几|在)|原话|原文|标题/;
/** What is asked at the end for all that stands before it: 有多少名, 是哪年哪月, 在什么时候. */
const ASKING =
  '(?:是|为|有|占|要|达到?|完成|[定做降升]到|定|在)?了?(?:(?:多少|几)[^,，。?？;；]{0,8}|哪[年月天][^,，。?？;；]{0,6}|(?:什么时候|何时))';

/** Does a text ask anything? Quoted words are the documents' own: 那四个“谁” asks for nobody. */
function asks(text: string): boolean {
  return QUESTION_WORD.test(text.replace(/[“「《][^”」》]*[”」》]/g, '…'));
}

/** Behind a question mark even a few words ask for something of their own: 审议了哪两份草案？哪天开的. */
function isQuestion(part: string): boolean {
  return part.length >= SHORTEST_PART || (part.length >= SHORTEST_QUESTION && asks(part));
}

/** Questions that stand beside one another: 甲在哪里，乙有多少; 什么时候启动，什么时候开放. One, when it is one question. */
export function partsOf(text: string): string[] {
  const sentences = text
    .split(/[?;。]/)
    .map((part) => part.trim())
    .filter((part) => isQuestion(part) && !/^(?:请|要|附|并|逐|带|给|列|写|分别)/.test(part));
  if (sentences.length >= 2) return sentences.slice(1).every(asks) ? sentences : [text];
  if (ONE_QUESTION.test(text)) return [text];
  const parts: string[] = [];
  let open = '';
  for (const clause of text.split(/[,，、](?![^“"「《]*[”"」》])/)) {
    // 几个圈，分别是什么圈 asks once.
    if (parts.length > 0 && open === '' && /^(?:分别|各|都)(?:是|叫|为|指)/.test(clause)) {
      parts[parts.length - 1] += `,${clause}`;
      continue;
    }
    open = open === '' ? clause : `${open},${clause}`;
    if (!asks(clause)) continue;
    // 拆成几大项、几小项: what is too short to be looked for goes with what it stands beside.
    const short = open.trim().length < SHORTEST_PART && parts.length >= 2;
    if (short) parts[parts.length - 1] += `,${open.trim()}`;
    else parts.push(open.trim());
    open = '';
  }
  if (open !== '' && parts.length > 0) parts[parts.length - 1] += `,${open}`;
  const worthy = parts.filter((part) => part.length >= SHORTEST_PART);
  return worthy.length >= 2 && worthy.length === parts.length ? worthy : [text];
}

/**
 * What stands before a colon and asks nothing of its own though it holds a question word (书房在几处提到：哪年开的，
 * 藏书几册) lends what is asked behind it its subject. An ordinary lead stays with the first part.
 */
export function leadOf(text: string): { lead: string; asked: string } {
  const match = text.match(/^([^,，。?？;；:：]{3,24})[:：](.{6,})$/u);
  if (match === null || !asks(match[1]!) || !asks(match[2]!)) return { lead: '', asked: text };
  return { lead: match[1]!, asked: match[2]! };
}

/** “第一标识”“第一名片”各指什么: each name is asked for alone. */
export function namesOf(text: string): string[] {
  const quoted = [...text.matchAll(/[“「]([^”」]{2,14})[”」]/gu)].map((match) => match[0]);
  const names = quoted.length > 0 ? quoted : plainNamesOf(text);
  const each = /(?:各|分别)(?:自|都)?(?:是|指|为|代表|讲|说|叫|对应)/.test(text);
  return each && names.length >= 2 && names.length <= MOST_PARTS ? names : [];
}

/** 第一标识、第一名片、第一坐标，分别对应什么: names without quotation marks, three and more. */
function plainNamesOf(text: string): string[] {
  const match = text.match(
    /([^、,，:：里的]{2,8}(?:、[^、,，:：]{2,8}){2,5})[,，]?(?:各|分别)(?:自|都)?(?:指|代表|对应)/u,
  );
  return match === null ? [] : match[1]!.split('、');
}

/** 排查的隐患数和检查场所的次数分别是多少: two measures or two dates, each asked for alone. */
export function pairOf(text: string): [string, string] | undefined {
  if (ONE_QUESTION.test(text)) return undefined;
  const match = text.match(
    new RegExp(
      `^(.{4,})(?:以及|和|与|及|跟)([^和与及跟、]{2,18}?)[,，]?(?:分别|各自?)(${ASKING})[?？。]?$`,
      'u',
    ),
  );
  if (match === null) return undefined;
  const [, first, second, asking] = match;
  // A list of three and more, or a name in quotation marks cut in two.
  if (
    first!.includes('、') ||
    (first!.match(/[“「《]/g)?.length ?? 0) !== (first!.match(/[”」》]/g)?.length ?? 0)
  )
    return undefined;
  return [`${first}${asking}`, `${second}${asking}`];
}

/** Things set side by side of each of which the same is asked, and what stands before them. */
export interface Items {
  readonly before: string;
  readonly members: readonly string[];
  readonly asking: string;
}

/** 盘活用地、停车位、旧改投入各多少; 食堂、书房、卫生室三个数. */
export function itemsOf(text: string): Items | undefined {
  if (ONE_QUESTION.test(text)) return undefined;
  const match = text.match(
    /^(.*?)([^、,:的“”"「」]{2,24}(?:、[^、,:“”"「」]{2,12}?){1,5}(?:(?:和|及|与|以及)[^、,:“”"「」]{2,12}?)??)(?:的(?:数量|目标|任务|数据|指标|数字){1,2})?(分别|各自|各)?((?:是|为|有|占|要|达到?|完成)?(?:(?:多少|几)[^,，]{0,8})?)[?？。]?$/u,
  );
  if (match === null) return summaryOf(text) ?? figuresOf(text);
  const [, before, list, each, asking] = match;
  if (each === undefined && !/多少|几/.test(asking!)) return summaryOf(text) ?? figuresOf(text);
  const members = membersOf(list!);
  if (members.length < (each === undefined ? 3 : 2)) return undefined;
  return { before: before!, members, asking: /多少|几/.test(asking!) ? asking! : '是多少' };
}

/** 民生数据汇总：食堂、停车位、卫生室: what stands behind the colon is asked for one by one. */
function summaryOf(text: string): Items | undefined {
  const match = text.match(/^([^:：?？]{2,24}(?:汇总|数据|数字|一览|情况))[:：]([^:：,，?？]{6,80})$/u);
  if (match === null) return undefined;
  const members = membersOf(match[2]!);
  return members.length < 3 ? undefined : { before: match[1]!, members, asking: '是多少' };
}

/** 食堂、“安心”驿站、见面会三个数: as many figures are asked for as things are named. */
function figuresOf(text: string): Items | undefined {
  const match = text.match(
    /^(.*?[:：,，])?([^,，:：]{4,80}?)(?:这|那)?([两三四五六])个(?:数|数字|数据|数目)[^,，]{0,6}$/u,
  );
  if (match === null) return undefined;
  const members = membersOf(match[2]!);
  if (members.length !== '两三四五六'.indexOf(match[3]!) + 2) return undefined;
  return { before: (match[1] ?? '').replace(/[:：,，]$/u, ''), members, asking: '有多少' };
}

function membersOf(list: string): string[] {
  return list
    .split(/、|以及|和(?=[^、]*$)|及(?=[^、]*$)|与(?=[^、]*$)/)
    .filter((member) => member.length >= 2);
}

/** A question that first says of what it speaks, without asking anything, and then asks. */
export interface Described {
  readonly meant: string;
  readonly asked: string;
}

/** Fewest characters of a description: 选举方志远的那次会. */
const SHORTEST_DESCRIPTION = 6;

/** 选方志远做镇长的那次会来了多少代表: the same without a pause. */
const NO_PAUSE =
  /^(.{6,}的[那这][次场届家个条位项座](?:[^,，有来在是叫由几多哪谁什怎一总共到从]{1,4}))((?:一共|总共|共|都)?(?:有|来|在|是|叫|由|到|从|几|多少|哪|谁|什么|怎么).*)$/u;

/** 选方志远做镇长的那次会，来了多少代表: what is meant is described by one thing, and another is asked of it. */
export function describedIn(text: string): Described | undefined {
  const clauses = text.split(/[,，](?![^“"「《]*[”"」》])/);
  const at = clauses.findIndex(asks);
  if (clauses.length === 1) {
    const [, meant, asked] = text.match(NO_PAUSE) ?? [];
    return meant !== undefined && !asks(meant) && isQuestion(asked!) ? { meant, asked: asked! } : undefined;
  }
  if (at < 1 || at !== clauses.length - 1) return undefined;
  const meant = clauses.slice(0, at).join('，');
  const asked = clauses.slice(at).join('，');
  return meant.length >= SHORTEST_DESCRIPTION && isQuestion(asked) && /的|那|这/.test(meant)
    ? { meant, asked }
    : undefined;
}

/** 哪个早, 哪边面积大, 对比一下: two things are set against each other. */
const CONTRAST =
  /[,，]?(?:(?:说好|到底|究竟)?(?:哪个|哪边|哪项|哪样|谁)(?:更|比较)?([^,，。?？谁哪]{0,6}[多少早晚先后前大小高低快慢久长短][^,，。?？谁哪]{0,4})|(?:做个)?(?:对比|比较)(?:一下)?)[?？。]?$/u;
/** Words by which what happened earlier or later is asked for. */
const IN_TIME = /[早晚先后前]|久/;
/** What is measured: 面积大, 人数多 ask for an area, for people. */
const MEASURED = /(面积|人数|金额|数量|比例|增速|增幅|投资|时间)/;

/** 拆违章和拆厂房，哪个面积大: what is set against each other is asked for one by one. */
export function contrastOf(text: string): [string, string] | undefined {
  const asking = text.match(CONTRAST);
  if (asking === null || /还是/.test(text)) return undefined;
  const things = text
    .slice(0, asking.index)
    .match(/^(.*[,，:：])?([^,，]{2,24}?)(?:和|跟|与|同)([^,，和跟与同、]{2,24})$/u);
  if (things === null) return undefined;
  const [, lead = '', one, other] = things;
  const said = asking[1] ?? '';
  const asked = IN_TIME.test(said) ? '是什么时候' : `${said.match(MEASURED)?.[1] ?? ''}是多少`;
  return [`${lead}${one}${asked}`, `${lead}${other}${asked}`];
}
