import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChatModel } from '../../bot/answers/model/chat-model.ts';
import { temporaryFolder, writeFiles } from '../../retrieval/documents/temporary-folder.ts';
import { FakeEmbeddings } from '../../retrieval/embeddings/fake-embeddings.ts';
import { Searcher } from '../../retrieval/hits/search.ts';
import { ingest } from '../../retrieval/indexes/ingest.ts';
import { proposeTitles } from './propose-titles.ts';
import { hasProposal, writeProposal } from './write-proposal.ts';

const PAGE =
  '从青石村口往北，新铺的路面一直通到山脚下的茶园，去年九月开工，今年四月全部完成，全长三公里，由镇里出资。沿路还装了四十盏路灯，夜里采茶的人回家不再摸黑。\n';
const USAGE = { inputTokens: 1, outputTokens: 1 };
const options = { timeoutMs: 1_000, onProgress: () => undefined };
const saying =
  (text: string, sent: string[] = []): ChatModel =>
  async ({ user }) => {
    sent.push(user);
    return { toolArguments: { sentences: [{ text, evidence: [1] }] }, text: '', usage: USAGE };
  };

function place() {
  const seeds = temporaryFolder({ '茶园.txt': PAGE });
  const directory = join(temporaryFolder(), 'index');
  const take = () => ingest({ seeds, directory, embeddings: new FakeEmbeddings(), clock: () => new Date(0) });
  return { seeds, take };
}

test('an article without a headline is given one, which is searched once it has been read and renamed', async () => {
  const { seeds, take } = place();
  const before = (await take()).index.documents.get('茶园.txt')!;
  expect(before.sentences.map(({ headline }) => headline)).toEqual(before.sentences.map(() => null));
  const sent: string[] = [];
  const proposed = await proposeTitles(before, { ...options, model: saying('机耕道路硬化工程', sent) });
  expect(proposed).toEqual([{ quote: expect.stringMatching(/^从青石村口往北/), title: '机耕道路硬化工程' }]);
  expect(sent).toHaveLength(1);

  const path = writeProposal(seeds, 'titles', '茶园.txt', proposed);
  expect(hasProposal(seeds, 'titles', '茶园.txt')).toBe(true);
  expect((await take()).report.unchanged).toEqual(['茶园.txt']);
  writeFiles(seeds, { 'titles/茶园.yaml': readFileSync(path, 'utf8') });
  const { index, report } = await take();
  expect(report).toMatchObject({ changed: ['茶园.txt'], problems: [{ kind: 'no_headline' }] });
  const { hits } = await new Searcher(index).search({ text: '硬化工程' }, 1);
  expect(hits[0]!.passage.context).toContain('机耕道路硬化工程');
  expect(hits[0]!.signs.lexical).toBeGreaterThan(0);
  expect(hits[0]!.passage.text).not.toContain('硬化');
  const after = index.documents.get('茶园.txt')!;
  expect(after.sentences[0]!.headline).toBeNull();
  expect(await proposeTitles(after, { ...options, model: saying('再拟一个') })).toEqual([]);
  expect(existsSync(`${path}.draft`)).toBe(false);
});

test.each([
  ['a figure that the article does not give', '青石村修路八公里'],
  ['markup', '<b>青石村修路</b>'],
  ['a whole paragraph', '青石村修路'.repeat(20)],
])('%s is no title', async (_title, text) => {
  const { take } = place();
  const content = (await take()).index.documents.get('茶园.txt')!;
  expect(await proposeTitles(content, { ...options, model: saying(text) })).toEqual([]);
});
