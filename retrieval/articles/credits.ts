/**
 * Lines and brackets that name who wrote or took the pictures. Papers differ in wording (■记者 …, 文/…, （图文/…）,
 * 通讯员 … 摄), so they are known by their make: words of office, names of two to four characters, and marks.
 */
const MARK = '[■●▲◆□☆★◎○◇△►▶]';
const OFFICE =
  '(?:(?:本报|首席|见习|实习|特约|全媒体?|融媒体?|驻[\\u4e00-\\u9fff]{2,4}|本刊)*(?:记者|通讯员|实习生|评论员|特派员)|作者|撰文|撰稿|采写|文字|图文|供稿|来稿|来源|报道|整理|制图|绘图)';
const PICTURE = '(?:摄影报道|摄影|图片|摄制|摄|供图|配图|图)';
const TEXT = '(?:文)';
/** A name of two to four characters, or one with a middle dot. */
const NAME = '(?:[\\u4e00-\\u9fff]{1,8}[·•][\\u4e00-\\u9fff]{1,8}|[\\u4e00-\\u9fff]{2,4})';

const LEADING_MARK = new RegExp(`^${MARK}\\s*`, 'u');

interface Credit {
  readonly marked: boolean;
  readonly office: boolean;
  readonly text: boolean;
  readonly picture: boolean;
  readonly names: number;
}

/** What a short line credits, or undefined when it is no mere credit. */
function readCredit(line: string): Credit | undefined {
  const text = line.trim();
  if (text.length < 2 || text.length > 80 || /[。！？!?；;“”《》\d]/.test(text)) return undefined;
  const marked = LEADING_MARK.test(text);
  let rest = text.replace(LEADING_MARK, '');
  const found = { office: false, text: false, picture: false };
  let names = 0;
  const role = new RegExp(`^(?:(?<office>${OFFICE})|(?<picture>${PICTURE})|(?<text>${TEXT}))`, 'u');
  const name = new RegExp(`^${NAME}(?=$|[\\s/／、,，:：）)|｜])`, 'u');
  while (rest !== '') {
    const separators = rest.match(/^[\s/／:：、,，|｜（()）+]+/u)?.[0];
    if (separators !== undefined) {
      rest = rest.slice(separators.length);
      continue;
    }
    const asRole = rest.match(role);
    // 文/图, 摄影 are roles; 文小琴, 图雅 are names, told by what follows.
    const follows = asRole === null ? '' : rest.slice(asRole[0].length);
    // A word of office may touch its name (记者王一), 摄影展 and 图书 are no roles.
    const roleAlone =
      asRole !== null &&
      (asRole.groups!.office !== undefined || /^(?:$|[\s/／:：、）)文图摄])/u.test(follows));
    if (roleAlone) {
      if (asRole.groups!.office !== undefined) found.office = true;
      else if (asRole.groups!.text !== undefined) found.text = true;
      else found.picture = true;
      if (/图文/.test(asRole[0])) found.text = true;
      rest = follows;
      continue;
    }
    const asName = rest.match(name);
    if (asName !== null) {
      names++;
      rest = rest.slice(asName[0].length);
      continue;
    }
    return undefined;
  }
  return { marked, ...found, names };
}

/** A line in brackets that signs the report above it: （记者 …）, （图文/…）. */
export function isSignature(line: string): boolean {
  const text = line.trim();
  return (
    /^[（(【][^（）()【】]{2,60}[）)】]$/.test(text) &&
    new RegExp(`${OFFICE}|${PICTURE}|文`, 'u').test(text) &&
    trailingCredit(`。${text}`) > 0 &&
    !isPhotoCredit(text)
  );
}

/** A line of authors: ■记者 … 通讯员 …, 文/… 图/…, □… …. */
export function isByline(line: string): boolean {
  if ((line.match(/[（(]/g)?.length ?? 0) !== (line.match(/[）)]/g)?.length ?? 0)) return false;
  const credit = readCredit(line);
  if (credit !== undefined) {
    if (credit.names === 0) return false;
    if (isPictureOnly(credit)) return false;
    return credit.office || credit.text || (credit.marked && credit.names <= 4);
  }
  // The office's word stands first, what follows is longer than names (图片由…提供, an institution).
  return LONG_BYLINE.test(line.trim()) && line.trim().length <= 80 && !/[。！？!?]/.test(line);
}

const LONG_BYLINE = new RegExp(
  `^${MARK}?\\s*(?:(?:文|图|摄|制图)*[\\s/／]*)?${OFFICE}[\\s:：/／]+\\S{2,4}(?:[\\s/／:：]|$)`,
  'u',
);

function isPictureOnly({ office, text, picture, names }: Credit): boolean {
  return picture && !text && (!office || names === 1);
}

/** A line that only says who took or gave the picture. */
export function isPhotoCredit(line: string): boolean {
  const text = line.trim().replace(/^[（(【]|[）)】]$/g, '');
  const credit = readCredit(text);
  if (credit !== undefined && credit.names > 0 && isPictureOnly(credit)) return true;
  return (
    /^(?:本[版文组])?(?:图片|照片|供图|题图|资料图片?)(?:均?由|[:：/])?.{0,24}(?:提供|摄)?$/u.test(text) &&
    text.length <= 30 &&
    /^(?:图片|照片|本|供图|题图|资料图)/.test(text) &&
    /提供|摄|[:：/]|资料图片?$/.test(text)
  );
}

const CAPTION_START =
  /^(?:[▲△▼▽◀►▶]|图为|[上下左右][图]|图[①-⑳\d一二三四五六](?:[:：、]|为)|[【[]?图片说明)/u;
const CAPTION_END = new RegExp(
  `(?:[（(](?:图|文|摄影?|供图|图片)[\\s/／:：]*${NAME}[）)]|[（(\\s](?:${OFFICE}\\s*)?${NAME}\\s*(?:摄影?|图|供图)[）)]?)$`,
  'u',
);
const LONGEST_CAPTION = 90;

/** The words under a picture: ▲…, 图为…, or a short text that ends with who took it. */
export function isCaption(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_CAPTION) return false;
  return (
    CAPTION_START.test(trimmed) ||
    (CAPTION_END.test(trimmed) && !/(?:摄影|图)[\s:：]+\S/.test(trimmed)) ||
    isPhotoCredit(trimmed)
  );
}

/**
 * Length of the credit in brackets with which a report ends (（记者 …）, （图文/…）, （张三 李四）), blanks before it
 * included; 0 when there is none. Brackets with names alone count only after a full stop.
 */
export function trailingCredit(text: string): number {
  const match = text.match(/\s*[（(【]([^（）()【】]{2,60})[）)】]\s*$/u);
  if (match === null) return 0;
  const inner = match[1]!.replace(/\s+/g, ' ').trim();
  const before = text.slice(0, match.index);
  if (!/[。！？!?…][”’」』）)"]*$/u.test(before)) return 0;
  const credit = readCredit(inner);
  if (credit !== undefined && (credit.names > 0 || credit.office)) return match[0].length;
  const given = new RegExp(`^(?:${OFFICE}|${PICTURE}|文/?图|图/?文)[\\s:：/／].{2,40}$`, 'u').test(inner);
  return given ? match[0].length : 0;
}
