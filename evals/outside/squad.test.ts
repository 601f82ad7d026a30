import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSquad } from './read-squad.ts';
import { runSquad } from './squad.ts';
import { folderOf } from './test-sets.ts';

const question = (text: string, ...answers: string[]) => ({
  id: text,
  question: text,
  answers: answers.map((answer) => ({ text: answer, answer_start: 0 })),
});
const TINY_SQUAD = {
  version: '1',
  data: [
    {
      title: '水库',
      paragraphs: [
        {
          context: '北塘水库于2016年开工。',
          qas: [question('北塘水库是哪一年开工的？', '2016年'), question('没有答案？')],
        },
      ],
    },
    {
      paragraphs: [
        { context: '南山剧院位于江东县。', qas: [question('南山剧院位于哪里？', '江东县', '县里')] },
      ],
    },
  ],
};

const fileOf = (content: string): string => join(folderOf({ 'squad.json': content }), 'squad.json');

test('questions are answered from their own paragraph and from all', async () => {
  const progress: [number, number][] = [];
  const file = fileOf(JSON.stringify(TINY_SQUAD));
  expect(await runSquad({ file, onProgress: (done, total) => progress.push([done, total]) })).toEqual({
    questions: 2,
    paragraphs: 2,
    goldParagraph: { em: 100, f1: 100 },
    allParagraphs: { em: 100, f1: 100 },
  });
  expect(progress.at(-1)).toEqual([2, 2]);
});

test('a wrong answer counts as wrong', async () => {
  const [first] = TINY_SQUAD.data;
  const data = [
    { paragraphs: [{ ...first!.paragraphs[0]!, qas: [question('是哪一年开工的？', '2017年')] }] },
  ];
  const report = await runSquad({ file: fileOf(JSON.stringify({ data })) });
  expect(report.goldParagraph).toEqual({ em: 0, f1: 50 });
});

test.each([
  ['no JSON', '{', /is not JSON/],
  ['another shape', '{"data": [{}]}', /has not SQuAD's shape: data\.0\.paragraphs/],
  ['no answers', '{"data": []}', /holds no question with an answer/],
])('a file of %s is refused in one line', (_, content, complaint) => {
  expect(() => readSquad(fileOf(content))).toThrow(complaint);
});
