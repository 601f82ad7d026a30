/** Signs by which newspaper pages mark their parts. They hold for Chinese papers in general. */

/** `本报讯（记者 …）`, `新华社…电`: the first words of a report. */
export const DATELINE =
  /^(?:本报讯|本报[\u4e00-\u9fff]{0,6}讯|[\u4e00-\u9fff]{2,8}讯|新华社[^，。]{0,12}电)\s*[（(][^（）()]{2,60}[）)]\s*/u;

/** A line of authors: ■记者 …, 文/…, 摄/…, 通讯员 …, 图片由…提供. */
export const BYLINE =
  /^[■●▲◆□☆★◎]?\s*(?:(?:文|图|摄|制图|见习|本报|首席|全媒体|特约)*[\s/／]*)?(?:记者|通讯员|首席记者|实习生|作者|撰文|摄影|编辑|责编|文字|供稿|来源)[\s:：/／]?/u;

export const SENTENCE_END = /[。！？!?；;…]$|[。！？!?…][”’」』）)"]+$/u;

/** Page furniture: 第3版, 责任编辑, 上接第一版, bare page numbers. */
export const FURNITURE =
  /^(?:第?\s*[A-Z]?\d{1,3}\s*版?|第[一二三四五六七八九十]+版|(?:责任)?编辑[:：].{0,30}|(?:版式|校对|美编)[:：/].{0,40}|上接.{0,12}版.{0,6}|下转.{0,12}版.{0,6}|本版.{0,20}|广告)$/u;

/** A heading that is only a year: what follows tells of that year. */
export const YEAR_HEADING = /^((?:19|20)\d{2})\s*年?$/u;

/** The first words of a report without dateline: 日前, 近日, 7月6日, 2023年8月. */
export const REPORT_OPENING =
  /^(?:日前|近日|昨日|昨天|近期|前不久|[12]?\d月[123]?\d日|(?:19|20)\d{2}\s*年[12]?\d\s*月)/u;

/** Longest headline or heading seen on such pages, in characters. */
export const LONGEST_HEADING = 64;
