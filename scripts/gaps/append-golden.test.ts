import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { questionFaults } from '../../evals/golden/question-faults.ts';
import { readGoldenSet } from '../../evals/golden/read-questions.ts';
import { appendGolden } from './append-golden.ts';
import type { Review } from './arguments.ts';

const PAGE = '柳溪镇夜市\n\n2031年5月1日，柳溪镇夜市开张，共有摊位120个。\n';
const UNANSWERABLE: Review = {
  ...{ persona: 'resident', type: 'unanswerable', evidence: [], must: [], must_not: [], derived: [] },
};
const ANSWERED: Review = {
  ...{ persona: 'cadre', type: 'number', must: [['120个', '一百二十个']], must_not: ['60个'], derived: [] },
  evidence: [{ seed: 'page.txt', quote: '共有摊位120个' }],
};

let folder: string;
let golden: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-golden-'));
  golden = join(folder, 'golden');
  mkdirSync(golden);
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds/page.txt'), `\ufeff${PAGE}`);
});
afterEach(() => rmSync(folder, { recursive: true }));

const add = (questions: readonly string[], review: Review) =>
  appendGolden(questions, review, { golden, seeds: join(folder, 'seeds') });

describe('a reviewed gap as a golden question', () => {
  it('says that it can not be answered as of now, and passes the validator', async () => {
    const { ids, file } = await add(['夜市几点收摊', '哪天修路？'], UNANSWERABLE);
    expect([ids, file]).toEqual([['gaps-001', 'gaps-002'], join(golden, 'gaps.tuned.jsonl')]);
    const { tuned } = readGoldenSet(golden);
    expect(tuned[0]).toMatchObject({ type: 'unanswerable', answerable: false, must: [], evidence: [] });
    expect(tuned.flatMap((question) => questionFaults(question, new Map()))).toEqual([]);
  });

  it('takes an answer with its evidence, and goes on counting behind what is there', async () => {
    writeFileSync(join(golden, 'a.tuned.jsonl'), `${JSON.stringify({ ...golden009, ...UNANSWERABLE })}\n`);
    await add(['夜市有几个摊位'], ANSWERED);
    await add(['夜市哪天修'], UNANSWERABLE);
    const { tuned } = readGoldenSet(golden);
    expect(tuned.map(({ id }) => id)).toEqual(['gaps-009', 'gaps-010', 'gaps-011']);
    expect(tuned[1]).toMatchObject({ answerable: true, max_chars: 160, ...ANSWERED });
    expect(tuned.flatMap((question) => questionFaults(question, new Map([['page.txt', PAGE]])))).toEqual([]);
  });

  const seed = 'page.txt';
  it.each<[string, Review, string]>([
    [
      'a quote that is not verbatim',
      { ...ANSWERED, evidence: [{ seed, quote: '共120个摊位' }] },
      'not verbatim',
    ],
    ['no document', { ...ANSWERED, evidence: [{ seed: 'x.txt', quote: '摊位' }] }, 'names no document'],
    ['an answer that stands nowhere', { ...ANSWERED, must: [['99']] }, 'neither in the evidence'],
    ['evidence without an answer', { ...ANSWERED, must: [] }, 'without must'],
    ['a follow-up without what it follows', { ...UNANSWERABLE, type: 'followup' }, 'history'],
  ])('is not written with %s', async (_, review, fault) => {
    await expect(add(['夜市有几个摊位'], review)).rejects.toMatchObject({
      name: 'FileError',
      message: expect.stringMatching(new RegExp(`^没有写入，[^\\n]*${fault}[^\\n]*$`)),
    });
    expect(readdirSync(golden)).toEqual([]);
  });

  it('is not written twice, and then neither is what was asked for beside it', async () => {
    await add(['夜市几点收摊'], UNANSWERABLE);
    await expect(add(['哪天修路', '夜市几点收摊'], UNANSWERABLE)).rejects.toThrow('已经是评测题 gaps-001');
    await expect(add(['同一题', '同一题'], UNANSWERABLE)).rejects.toThrow('已经是评测题 gaps-002');
    expect(readGoldenSet(golden).tuned).toHaveLength(1);
  });

  it('leaves a file alone that can not be read', async () => {
    writeFileSync(join(golden, 'gaps.tuned.jsonl'), '{"id":\n');
    await expect(add(['夜市几点收摊'], UNANSWERABLE)).rejects.toThrow(
      /读不了：.*gaps\.tuned\.jsonl:1: no JSON$/,
    );
    expect(readFileSync(join(golden, 'gaps.tuned.jsonl'), 'utf8')).toBe('{"id":\n');
  });
});

const golden009 = { id: 'gaps-009', question: '问过了', answerable: false, max_chars: 160 };
