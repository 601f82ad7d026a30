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
  '层楼',
  '节堂课',
  '票',
];

/** The unit asked for: 套 of 多少套, 个 of 几个; null when none is named. */
export function unitAsked(question: string): string | null {
  // Lessons, however they are asked for (几趟课), are told in 节.
  if (/(?:多少|几)[次趟回][^,，?？]{0,4}课/.test(question)) return '节';
  return (
    question.match(
      /(?:多少|(?<!第)几)(个(?!平方|亩|字)|家|处|所|座|支|项|条|件|起|类|种|枚|门|片|块|次|场|趟|期|人|名|位(?![子置数])|户|辆|台|套|间|幢|栋|亩|册|份|站|层(?!面|级|次)|节|票)/,
    )?.[1] ?? null
  );
}

/** Does a number's unit count what the asked unit counts? A word of people after 个 (几个工人) asks for people. */
export function sameUnitGroup(asked: string, unit: string): boolean {
  // 个 counts anything in speech: 几个教练 is answered by 2名.
  if (/[个只]/.test(asked) && /[名位路]/.test(unit)) return true;
  const group = UNIT_GROUPS.find((members) => members.includes(asked));
  return (
    group === undefined ||
    unit === '' ||
    group.includes(unit) ||
    (unit.length > 1 && group.includes(unit.at(-1)!))
  );
}
