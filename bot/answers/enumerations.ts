import { findNumbers } from '../../retrieval/text/numbers.ts';

/** How many items the longest enumeration of a text has: parts set apart by 、 or quotations in a row. */
export function longestEnumeration(text: string): number {
  const quoted =
    text.match(/[“「《][^”」》]{1,30}[”」》](?:[、，和及与]?[“「《][^”」》]{1,30}[”」》])+/gu) ?? [];
  const byQuotation = quoted.map((run) => run.match(/[“「《]/g)?.length ?? 0);
  const byPlus = text.match(/[\u4e00-\u9fff]{2,8}(?:[+＋][\u4e00-\u9fff]{2,8})+/gu) ?? [];
  const byComma = text
    .split(/[，,；;。：:]/)
    .map((clause) => (/、/.test(clause) ? (clause.match(/、|和|及/g)?.length ?? 0) + 1 : 0));
  return Math.max(0, ...byQuotation, ...byComma, ...byPlus.map((run) => run.split(/[+＋]/).length));
}

/** The numerals that count so many: 3三; 2二两. */
export function countsOf(items: number): string {
  return `${items}${'零一二三四五六七八九十'[items] ?? ''}${items === 2 ? '两' : ''}`;
}

/** Two things side by side: 电脑或者手机, 甲与乙融合. */
const PAIR = /[\u4e00-\u9fff”」](?:或者?|以及|[和与及并·])[“「\u4e00-\u9fff]/u;

/** How many things a text tells one by one: enumerated, joined in pairs, or each with a figure of its own. */
export function itemsTold(text: string): number {
  return Math.max(
    longestEnumeration(text),
    findNumbers(text).length,
    text.split(/[；;]/).filter((part) => part.trim() !== '').length,
    PAIR.test(text) ? 2 : 0,
  );
}

/** How much a text looks like the list asked for: between 0 and 1; `items` is the number asked for, if any. */
export function listFit(text: string, items: number | null): number {
  const found = longestEnumeration(text);
  if (items === null) return Math.min(1, found / 4);
  return found >= items ? 1 : 0.5 * Math.min(1, found / items);
}

const ASKS_ORGANISERS = /单位|部门|机构|公司|谁|哪家|[主承协]办|举办|组织|牵头/;
const ORGANISERS = /由[^，,；;。]{4,90}?(?:承办|主办|协办|举办|组织|牵头)的?/gu;

/** A text without those who arranged what it tells of, unless they are asked for: they are no list of anything else. */
export function withoutOrganisers(text: string, question: string): string {
  return ASKS_ORGANISERS.test(question) ? text : text.replace(ORGANISERS, '');
}
