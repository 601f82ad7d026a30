import { findDates } from '../../retrieval/text/dates.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import { type Attribute, holdsAttribute } from '../questions/kinds.ts';

/** An office or body that can be the answer to 谁. */
const OFFICE =
  /镇党委|镇政府|镇人大|纪委|委员会|办公室|负责人|干部|志愿者|队|公司|村民|学校|中心|部门|单位|局|所/;

/** Groups of people that answer 谁 where no name is asked for. */
const GROUP = /裁判|评委|考官|党员|职工|员工|居民|老人|学生|工匠/;

/** Does a stretch of text hold what a question asks to be told? `persons` are known persons' names. */
export function holds(attribute: Attribute, text: string, persons: readonly string[]): boolean {
  const dates = findDates(text);
  const hasDay = dates.some(({ day }) => day !== undefined);
  const hasDate =
    dates.length > 0 || /(?:19|20)\d{2}年|年内|期间|每[年月周天季]|\d+(?:个月|天|年)/.test(text);
  const hasPerson = persons.some((person) => text.includes(person)) || OFFICE.test(text);
  if (attribute === 'who') return hasPerson || GROUP.test(text);
  return holdsAttribute(attribute, text, findNumbers(text), hasDate, hasDay, hasPerson);
}
