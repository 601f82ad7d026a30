import { masked } from '../wording/masked.ts';

/** A run of eleven digits or more as people type them: one blank or hyphen may stand between two digits. */
const RUN = /\+?\d(?:[ \u3000\t·-]?\d){10,}(?: ?[Xx](?![A-Za-z]))?/gu;
/** Digits spelt out, as in 一三八零零零零…; numbers of things have 十, 百, 千 or 万 among them. */
const SPELT = /[零〇一二三四五六七八九幺]{11,}/gu;
const SPELT_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** A landline with its area code; the blank or hyphen may be missing, and the code stand in brackets. */
const TELEPHONE = /(?<!\d)(?:0[1-9]\d{1,2}[ \u3000·-]?|[(（]0[1-9]\d{1,2}[)）] ?)[2-8]\d{6,7}(?!\d)/gu;
/** Province, office, then five places, or six for electric cars; at least one of them is a digit. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·]?(?=[A-Z]{0,5}\d)[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Za-z\d])/giu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** Takes also landlines, number plates and mail addresses out of what a person wrote and is about to be kept. */
export function maskBeforeKeeping(text: string): string {
  return maskPersonalNumbers(text)
    .replace(MAIL, masked.mail)
    .replace(TELEPHONE, masked.telephone)
    .replace(PLATE, masked.plate);
}

/**
 * Takes identity card, mobile and bank card numbers out of what is about to leave the machine; any other
 * run of eleven digits or more goes too, for nobody asks about a figure of that length.
 */
export function maskPersonalNumbers(text: string): string {
  const narrow = text.replace(/[０-９Ｘｘ＋－]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
  return narrow
    .replace(RUN, (run) => wordFor(run.replace(/[^\dXx]/g, '')) ?? run)
    .replace(SPELT, (run) => wordFor([...run].map((character) => SPELT_DIGITS[character]).join('')) ?? run);
}

function wordFor(digits: string): string | undefined {
  const national = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(national)) return masked.mobile;
  if (isIdentity(digits)) return masked.identity;
  if (/^\d{13,19}$/.test(digits)) return masked.card;
  // 0571-82345678 is an office's telephone.
  return /^0[1-9]\d{8,10}$/.test(digits) ? undefined : masked.long;
}

/** Region, date of birth, order, check digit; fifteen digits on cards from before 1999. */
function isIdentity(digits: string): boolean {
  const birth = /^[1-9]\d{5}(?:(?:18|19|20)\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;
  const old = /^[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
  return birth.test(digits) || old.test(digits) || /^\d{17}[Xx]$/.test(digits);
}
