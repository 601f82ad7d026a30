import { expect, test } from 'vitest';
import { extractSpan } from './extract-span.ts';

const TEXT =
  '兴建中的北塘水库位于江东县北部。工程由东海建设集团于2016年3月开工，总投资2.38亿元，库区共有12座泵站。因堤坝渗漏，水库在2019年停用了三个月。';

test.each([
  ['北塘水库是哪一年停用的？', '2019年'],
  ['北塘水库什么时候开工？', '2016年3月'],
  ['库区共有多少座泵站？', '12座'],
  ['北塘水库位于哪里？', '江东县北部'],
  ['北塘水库的总投资是多少？', '2.38亿元'],
])('%s is answered by %s', (question, answer) => {
  expect(extractSpan(question, TEXT)).toBe(answer);
});

test('the answer keeps the script and the width of the text', () => {
  expect(extractSpan('劇院在哪一年落成？', '劇院於１９３５年落成。')).toBe('１９３５年');
  expect(extractSpan('剧院位于哪里？', '劇院位於臺灣臺北市。')).toBe('臺灣臺北市');
});

test('an answer is a stretch of the text, brackets and all, also of odd texts', () => {
  for (const text of ['（未完', '：：', 'Only Latin letters here.', '㎞以外的…地方（甲）']) {
    expect(text).toContain(extractSpan('在哪里？', text));
  }
  expect(extractSpan('在哪里？', '')).toBe('');
});
