import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const jsonLines = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A BEIR set of four documents; one query is in Traditional characters, one is judged by nobody. */
export const TINY_BEIR: Readonly<Record<string, string>> = {
  'corpus.jsonl': jsonLines([
    { _id: 'd1', title: '老年食堂', text: '镇里开了两家老年食堂。孤寡老人可以送餐上门。' },
    { _id: 'd2', title: '垃圾分类', text: '垃圾分类覆盖全部村庄。定时定点投放。' },
    { _id: 'd3', title: '', text: '医保窗口周末照常办理参保登记。' },
    { _id: 'd4', title: '水库', text: '水库今年完成加固。' },
  ]),
  'queries.jsonl': jsonLines([
    { _id: 'q1', text: '老人送餐上门' },
    { _id: 'q2', text: '醫保窗口週末辦理嗎' },
    { _id: 'q3', text: '没有人评判的问题' },
  ]),
  'qrels/test.tsv': 'query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t0\nq2\td3\t2\n',
};
