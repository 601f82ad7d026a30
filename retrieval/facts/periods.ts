import { chineseNumeral } from '../text/numbers.ts';

const PERIOD =
  /(?:通过|用|未来|今后|接下来)的?(?<ahead>\d+|[两二三四五六七八九十]+)年|(?<span>\d+|[两二三四五六七八九十]+)年(?=努力|内|招引|培育|累计|时间|间)/g;

/** Over how many years an aim or a sum runs, as told up to an offset; null for a single year. */
export function yearsSpanned(text: string, offset: number): number | null {
  const last = [...text.slice(0, offset).matchAll(PERIOD)].at(-1)?.groups;
  const written = last?.ahead ?? last?.span;
  if (written === undefined) return null;
  return /\d/.test(written) ? Number(written) : (chineseNumeral(written) ?? null);
}
