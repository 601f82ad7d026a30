import { expect, test } from 'vitest';
import type { CitationRecord } from '../runs/answer-record.ts';
import { type FaithfulnessContext, faithfulness } from './number-faithfulness.ts';
import { numberTokens, numeralValue } from './number-tokens.ts';

test.each([
  ['二〇二三', 2023],
  ['一百二十', 120],
  ['十', 10],
  ['两千零五', 2005],
])('the numeral %s is %d', (numeral, value) => {
  expect(numeralValue(numeral)).toBe(value);
});

test('numbers are digits with their scale, and numerals before a unit', () => {
  expect(numberTokens('120万元、99.51%、十二支、百分之四十、一起').map(({ value }) => value)).toEqual([
    '1200000',
    '99.51%',
    '12',
    '40%',
  ]);
  expect(numberTokens('统一规划一项')).toEqual([]);
});

const context: FaithfulnessContext = { asked: '', pageYear: () => 2025, names: ['李朝奔', '裴伟国'] };
const cite = (quote: string, more: Partial<CitationRecord> = {}): CitationRecord => ({
  mark: 1,
  document: 'page.txt',
  quote,
  ...more,
});

test.each<[string, string, CitationRecord, Partial<FaithfulnessContext>]>([
  ['as written', '增长7.5%以上[1]', cite('同比增长7.5%以上'), {}],
  ['converted', '收入1200000元[1]', cite('收入达到120万元以上'), {}],
  ['a numeral as digits', '每周2节[1]', cite('每周固定开设两节足球课'), {}],
  ['a doubled glyph undone', '成立101周年[1]', cite('成立101101周周年党员大会'), {}],
  ['the town and period of the citation', '2023年：共26处[1]', cite('驿站26处', { period: '2023年' }), {}],
  ['a relative year', '2024年9月启动[1]', cite('早在去年9月'), {}],
  ['a date without a year', '2025年7月6日[1]', cite('7月6日，正式成立'), {}],
  ['the asker’s words', '不是689项，是347项[1]', cite('执法事项347项'), { asked: '是689项吧？' }],
  ['a name', '是李朝奔[1]', cite('年轻助企干部李朝奔'), {}],
])('supported: %s', (_, answer, citation, more) => {
  expect(
    faithfulness({ id: 'q', answer, citations: [citation] }, { ...context, ...more }).unsupported,
  ).toEqual([]);
});

test.each<[string, string, CitationRecord, readonly string[]]>([
  ['a wrong figure', '共23名[1]', cite('下沉执法队员22名'), ['23']],
  ['a percent sign that is not there', '占40%[1]', cite('腾出40万平方米'), ['40%']],
  ['another year', '2024年目标[1]', cite('目标4.1亿元', { period: '2023年' }), ['2024']],
  ['another person', '是裴伟国[1]', cite('年轻助企干部李朝奔'), ['裴伟国']],
  ['a wrong numeral', '有十三支队伍[1]', cite('12支队伍'), ['十三']],
])('caught: %s', (_, answer, citation, unsupported) => {
  const result = faithfulness({ id: 'q', answer, citations: [citation] }, context);
  expect(result.unsupported).toEqual(unsupported);
  expect(result.said).toBeGreaterThan(0);
});

test('arithmetic counts when a note shows it', () => {
  const answer = { id: 'q', answer: '多342项[1]', citations: [cite('689项与347项')] };
  expect(faithfulness(answer, context).unsupported).toEqual(['342']);
  expect(faithfulness({ ...answer, notes: ['689-347=342'] }, context).unsupported).toEqual([]);
});
