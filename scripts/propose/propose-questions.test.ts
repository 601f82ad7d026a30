import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChatModel } from '../../bot/answers/model/chat-model.ts';
import { temporaryFolder, writeFiles } from '../../retrieval/documents/temporary-folder.ts';
import { FakeEmbeddings } from '../../retrieval/embeddings/fake-embeddings.ts';
import { type Ingested, ingest } from '../../retrieval/indexes/ingest.ts';
import { RemoteFault } from '../../retrieval/remote/remote-fault.ts';
import { readArguments } from './arguments.ts';
import { proposeQuestions } from './propose-questions.ts';
import { hasProposal, writeProposal } from './write-proposal.ts';

const PAGE =
  '青石村老人吃上长者食堂热饭\n\n■记者 王一\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。食堂每天供应午餐120份，联系人电话13800001234。\n';
const USAGE = { inputTokens: 1, outputTokens: 1 };

class Workplace {
  readonly seeds = temporaryFolder({ '食堂.txt': PAGE });
  readonly directory = join(temporaryFolder(), 'index');

  ingest(): Promise<Ingested> {
    const { seeds, directory } = this;
    return ingest({ seeds, directory, embeddings: new FakeEmbeddings(), clock: () => new Date(0) });
  }

  /** What a model proposes for the page; `evidence` of each is the number of the sentence with this beginning. */
  async propose(questions: readonly (readonly [question: string, of: string])[], sent: string[] = []) {
    const { index } = await this.ingest();
    const model: ChatModel = async ({ user }) => {
      sent.push(user);
      const { 句子: numbered } = JSON.parse(user.split('\n')[1]!) as {
        句子: { 编号: number; 原文: string }[];
      };
      const sentences = questions.map(([text, of]) => ({
        text,
        evidence: [numbered.find(({ 原文 }) => 原文.startsWith(of))?.编号 ?? 99],
      }));
      return { toolArguments: { sentences }, text: '', usage: USAGE };
    };
    return proposeQuestions(index.documents.get('食堂.txt')!, {
      model,
      timeoutMs: 1_000,
      onProgress: () => undefined,
    });
  }
}

test('questions are tied to the very words, those that can’t be meant so are left out, and no number leaves', async () => {
  const sent: string[] = [];
  const proposed = await new Workplace().propose(
    [
      ['老人吃一顿要多少钱？', '柳溪镇在青石村'],
      ['每顿20元贵不贵？', '柳溪镇在青石村'],
      ['问得太长'.repeat(20), '柳溪镇在青石村'],
      ['一天做几份饭？', '食堂每天'],
      ['问的是没有的一句？', '没有这一句'],
    ],
    sent,
  );
  const asked = proposed.flatMap(({ quote, questions }) =>
    questions.map((question) => [question, quote.slice(0, 7)]),
  );
  expect(asked).toEqual([
    ['老人吃一顿要多少钱？', '柳溪镇在青石村'],
    ['一天做几份饭？', '食堂每天供应午'],
  ]);
  expect(sent.join('')).not.toContain('13800001234');
});

test('a proposal is not taken in until it is renamed, and never written over', async () => {
  const place = new Workplace();
  const proposed = await place.propose([['老人吃一顿要多少钱？', '柳溪镇在青石村']]);
  const path = writeProposal(place.seeds, 'questions', '食堂.txt', proposed);
  expect(hasProposal(place.seeds, 'questions', '食堂.txt')).toBe(true);
  expect((await place.ingest()).report.questions).toBe(0);
  writeFiles(place.seeds, { 'questions/食堂.yaml': readFileSync(path, 'utf8') });
  const { report, index } = await place.ingest();
  expect(report).toMatchObject({ questions: 1, problems: [] });
  expect(index.documents.get('食堂.txt')!.questions[0]!.text).toBe('老人吃一顿要多少钱？');
  expect(await place.propose([['又问一遍？', '柳溪镇在青石村']])).toEqual([]);
  expect(existsSync(`${path}.draft`)).toBe(false);
});

test('a model that talks nonsense proposes nothing; one that stays away is a fault', async () => {
  const { index } = await new Workplace().ingest();
  const content = index.documents.get('食堂.txt')!;
  const options = { timeoutMs: 1_000, onProgress: () => undefined, wait: async () => undefined };
  const nonsense: ChatModel = async () => ({ toolArguments: 'no', text: 'no', usage: USAGE });
  expect(await proposeQuestions(content, { ...options, model: nonsense })).toEqual([]);
  const away: ChatModel = async () => {
    throw new RemoteFault('server_error');
  };
  await expect(proposeQuestions(content, { ...options, model: away })).rejects.toMatchObject({
    reason: 'server_error',
  });
});

test('wrong usage is told in one line', () => {
  expect(readArguments(['--seeds', 's'], '/home/li')).toEqual({ kind: 'propose', seeds: '/home/li/s' });
  expect(() => readArguments(['--all'], '/home/li')).toThrow('用法不对：没有 --all 这个选项');
});
