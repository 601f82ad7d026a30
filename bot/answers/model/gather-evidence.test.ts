import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import type { Answer } from '../answer.ts';
import type { Evidence } from './evidence.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { answerOf, CANTEENS, OTHER_CANTEENS, openTestCorpus, ROADS } from './test-corpus.ts';

let index: CorpusIndex;
beforeAll(async () => {
  index = await openTestCorpus();
});

function evidenceOf(answer: string, replaced: Partial<Answer> = {}, lead = ''): Evidence[] {
  return gatherEvidence(
    index,
    answerOf(index, '问什么？', [CANTEENS, OTHER_CANTEENS, ROADS], { answer, ...replaced }),
    lead,
  );
}

describe('evidence', () => {
  it('is what stands before each mark, with the town and the years named there', () => {
    const evidence = evidenceOf('开头：2023年清溪镇力争新建12家[1]；2022年柳河镇新建20家[2]。', {}, '开头：');
    expect(evidence.map(({ said, town, years }) => ({ said, town, years }))).toEqual([
      { said: '2023年清溪镇力争新建12家', town: '清溪镇', years: [2023] },
      { said: '2022年柳河镇新建20家', town: '柳河镇', years: [2022] },
    ]);
  });

  it('takes over the year and the town that were said once for several statements', () => {
    const [first, , third] = evidenceOf(
      '清溪镇2023年：力争新建12家[1]；柳河镇新建20家[2]；已完成道路改造5条[3]。',
    );
    expect(first).toMatchObject({ town: '清溪镇', years: [2023] });
    expect(third).toMatchObject({ town: '清溪镇', years: [2023], said: '已完成道路改造5条' });
  });

  it('does not ask for a town that the answer leaves out', () => {
    expect(evidenceOf('力争新建12家[1]。')[0]).toMatchObject({ town: null, years: [] });
  });

  it('joins what is said under one mark and gives one run of marks the same words', () => {
    expect(evidenceOf('新建12家[1][2]；送餐上门[1]。').map(({ said }) => said)).toEqual([
      '新建12家；送餐上门',
      '新建12家',
    ]);
  });

  it('leaves citations out whose mark is not in the text', () => {
    expect(evidenceOf('新建20家[2]。').map(({ citation }) => citation.mark)).toEqual([2]);
  });

  it.each<[string, string, Partial<Answer>, boolean[]]>([
    ['its quote says so', '新建12家[1]。', {}, [true]],
    ['the answer says so', '2022年目标：新建20家[2]。', {}, [true]],
    ['neither does', '新建20家[2]；完成5条[3]。', {}, [false, false]],
  ])('is an aim when %s', (_, answer, replaced, expected) => {
    expect(evidenceOf(answer, replaced).map(({ isTarget }) => isTarget)).toEqual(expected);
  });

  it('is an aim by a note only where the note can mean nothing else', () => {
    const notes = ['原文是2022年的目标或计划，文件里没有写完成情况'];
    const alone = answerOf(index, '问什么？', [OTHER_CANTEENS], { notes });
    const among = answerOf(index, '问什么？', [OTHER_CANTEENS, ROADS], { notes });
    expect(gatherEvidence(index, alone, '').map(({ isTarget }) => isTarget)).toEqual([true]);
    expect(gatherEvidence(index, among, '').map(({ isTarget }) => isTarget)).toEqual([false, false]);
  });
});
