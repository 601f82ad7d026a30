/** Signs by which newspaper pages mark their parts. They hold for Chinese papers in general. */

/** `本报讯（记者 …）`, `新华社…电`, `【本报讯】`, `（本报记者 …）`: the first words of a report. */
export const DATELINE = new RegExp(
  `^(?:${[
    '[【\\[](?:本[报刊镇]|[\\u4e00-\\u9fff]{2,8})?(?:讯|消息|电)[】\\]]',
    '(?:本报[\\u4e00-\\u9fff]{0,6}|[\\u4e00-\\u9fff]{2,8})(?:讯|消息|电)\\s*[（(][^（）()]{2,60}[）)]',
    '新华社[^，。]{0,12}电\\s*[（(][^（）()]{2,60}[）)]',
    '本报(?:[\\u4e00-\\u9fff\\d]{0,8})讯(?![员息问])\\s*(?:(?:[\\u4e00-\\u9fff]{0,4}记者|通讯员)[^：:，。]{2,40}报道[：:])?',
    '[（(](?:本报|首席|见习|全?融?媒体?)*(?:记者|通讯员)[^（）()]{2,60}[）)]',
  ].join('|')})\\s*`,
  'u',
);

export const SENTENCE_END = /[。！？!?；;…]$|[。！？!?…][”’」』）)"]+$/u;

/** A heading that is only a year: what follows tells of that year. */
export const YEAR_HEADING = /^((?:19|20)\d{2})\s*年?$/u;

/** The first words of a report without dateline: 日前, 近日, 7月6日, 2023年8月. */
export const REPORT_OPENING =
  /^(?:日前|近日|昨日|昨天|近期|前不久|[12]?\d\s*月\s*[123]?\d\s*日|(?:19|20)\d{2}\s*年\s*[12]?\d\s*月)/u;

/** 一、, （一）, 第一章: the number of a section. */
export const SECTION_NUMBER =
  /^(?:[一二三四五六七八九十]{1,3}\s*[、．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条])/u;

/** 1. 1、 （1） ①: the number of an item. */
export const ITEM_NUMBER = /^(?:\d{1,2}\s*[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])/u;

/** ——记…: the line under a headline. */
export const SUBHEADING = /^[—–-]{1,2}\s*\S/u;

/** Longest headline or heading seen on such pages, in characters. */
export const LONGEST_HEADING = 64;
