import { chineseNumeral, findNumbers } from '../../retrieval/text/numbers.ts';

/** A slogan that counts its parts by what they share: 三源共治, 五化共建, 六联, 三个“第一”, “四个推进”. */
export interface Slogan {
  readonly parts: number;
  /** What the parts share: a character, or a word. */
  readonly character: string;
}

/** Measure words and the like: 三个, 四大, 五年 count things, they abbreviate nothing. */
const MEASURES =
  /[个大项类种条位方届家年月日次批期层级名人户处座所套组村镇区路里米亩元万亿千百十片支篇件句张场分点对样步方字层环道关双副门枚棵根把粒颗只块本台辆间栋份串束桩爿两二三四五六七八九]/;

/** The slogan in quotation marks, or in 哪五化 / 六个“联”, whose parts a question asks for; null when none. */
export function sloganIn(text: string): Slogan | null {
  const match =
    text.match(/[“"「]([二两三四五六七八九十])个([\u4e00-\u9fff])[”"」]/u) ??
    text.match(/[“"「]([三四五六七八九十])个([\u4e00-\u9fff]{2})[、,，”"」]/u) ??
    text.match(/[“"「]([二两三四五六七八九十])([\u4e00-\u9fff])[\u4e00-\u9fff]{0,4}[”"」]/u) ??
    text.match(/([二两三四五六七八九十])个[“"「]([\u4e00-\u9fff]{1,3})[”"」]/u) ??
    text.match(/哪([二两三四五六七八九十])个?([\u4e00-\u9fff])(?![\u4e00-\u9fff](?<![啊呀呢嘛哦哟]))/u);
  if (match === null || MEASURES.test(match[2]!)) return null;
  const parts = chineseNumeral(match[1]!);
  return parts === undefined ? null : { parts, character: match[2]! };
}

/**
 * Does a text spell a slogan out? Its parts repeat the character (党建联盟、产业联接 …), or stand enumerated
 * in the very clause that names it.
 */
export function spellsOut(text: string, { parts, character }: Slogan): boolean {
  const named = new RegExp(`[二两三四五六七八九十]个?${character}`, 'u');
  // Where the name itself stands in the text, it holds the character once more.
  const wanted = character.length > 1 || !named.test(text) ? parts : parts + 1;
  const beside = character.length > 1 ? text.replace(new RegExp(named, 'gu'), '') : text;
  if (beside.split(character).length - 1 >= wanted) return true;
  if (quotedRuns(text).some((run) => run.length === parts && run.every((part) => part.includes(character))))
    return true;
  return text.split(/[，,；;。]/).some((clause) => named.test(clause) && countItems(clause) >= parts + 1);
}

/** “谁受益、谁出工、谁管护”: the members of every enumeration in quotation marks. */
function quotedRuns(text: string): string[][] {
  return [...text.matchAll(/[“「]([^”」]+)[”」]/gu)].map((match) => match[1]!.split(/[、，,]/));
}

function countItems(clause: string): number {
  const quotations = clause.match(/[“「]/g)?.length ?? 0;
  const commas = (clause.match(/、/g)?.length ?? 0) + 2;
  return Math.max(quotations, commas === 2 ? 0 : commas);
}

/** Only who asks to take one apart can mean a code that stands without quotation marks: 12345是什么 asks for no parts. */
const TAKEN_APART =
  /代号[^,，]{0,10}(?:代表|指|拆|意思)|怎么拆|拿它[讲说]|像(?:车牌|密码|暗号|电话)|拆(?:开|解)|每(?:一|个)?(?:截|段|数)|几个数/;

/** Four figures and more that are neither a year nor an amount: 410850产业集群, 2515怎么拆. */
const BARE_CODE = /(?<![\d.,])((?!(?:19|20)\d{2}(?!\d))\d{4,8})(?![\d.,%年万亿元亩人户名个吨米平方])/u;

/** A code of figures, mostly in quotation marks, whose parts a question asks for: “410850”, “2+3+X”; null when none. */
export function codeIn(text: string): string | null {
  const takenApart = TAKEN_APART.test(text);
  if (
    !takenApart &&
    !/哪[一两二三四五六七八九十几]|那个\d|分别|各(?:指|代表|是)|什么意思|指什么|指哪|代表什么|怎么理解|为什么叫|含义|逐项|逐一|解释|是什么|哪些/.test(
      text,
    )
  )
    return null;
  const quoted = text.match(/[“"「](\d[\d+A-Zx×]{1,9})[”"」]/u);
  const code = (quoted ?? (takenApart ? text.match(BARE_CODE) : null))?.[1];
  // “17+” counts one thing: there is nothing to take apart.
  return code !== undefined && /\d{3}|\d\D+[\dA-Z]/.test(code) ? code : null;
}

/** Can a code's figures be read as numbers that a text tells outside the code itself? */
export function spellsOutCode(text: string, code: string): boolean {
  const told = new Set(findNumbers(text.replaceAll(code, '')).map((number) => String(number.value)));
  const parts = code.split(/\D+/).filter((part) => part !== '');
  return parts.every((part) => canSegment(part, told));
}

function canSegment(digits: string, told: ReadonlySet<string>): boolean {
  if (digits === '') return true;
  for (let length = 1; length <= digits.length; length++) {
    if (told.has(digits.slice(0, length)) && canSegment(digits.slice(length), told)) return true;
  }
  return false;
}
