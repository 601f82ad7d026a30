import { expect, it, test } from 'vitest';
import { registerCsv } from './csv.ts';
import { sampleRow } from './fake-desk.ts';

it('begins with a BOM and a Chinese head, and ends its lines as spreadsheets do', () => {
  const csv = registerCsv([sampleRow()]);
  expect(csv.startsWith('\ufeff镇,年份,事项,')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(3);
  expect(csv).toContain('示例镇,2023,老年食堂,目标,12家以上,12,家,不少于,');
});

test.each([
  ['=1+1', `"'=1+1"`],
  ['+86', `"'+86"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['＝cmd', `"'＝cmd"`],
  [' =1', `"' =1"`],
  ['\t=1', `"'\t=1"`],
  ['a,b', '"a,b"'],
  ['说"好"', '"说""好"""'],
  ['一\n二', '"一\n二"'],
  ['停车位', '停车位'],
])('the cell %j is written as %j', (measure, written) => {
  const line = registerCsv([sampleRow({ measure })])
    .split('\r\n')
    .slice(1)
    .join('\r\n');
  expect(line.startsWith(`示例镇,2023,${written},目标`)).toBe(true);
});
