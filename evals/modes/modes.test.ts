import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChatModel, loadChatModel } from '../../bot/answers/model/chat-model.ts';
import { ScriptedServer } from '../../bot/answers/model/scripted-server.ts';
import { createLogger } from '../../bot/logger.ts';
import { RemoteFault } from '../../retrieval/remote/remote-fault.ts';
import type { EvalContext } from '../context.ts';
import { openSmallContext } from '../small-context.ts';
import { compareModes, type ModesReport } from './compare-modes.ts';
import { generateModes, type Modes } from './generate-modes.ts';
import { keepReplies } from './kept-replies.ts';
import { renderModes } from './render-modes.ts';
import { FAULTS, type Fault, mixedFaults, standIn } from './stand-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'modes-'));
const logger = createLogger({ level: 'silent' });
const PRICES = { input: 2, output: 8 };

let context: EvalContext;
let server: ScriptedServer;
beforeAll(async () => {
  context = await openSmallContext(folder);
  server = await ScriptedServer.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** All questions of the small set in both modes, with a model that always errs alike. */
async function run(fault: Fault, path: string): Promise<{ modes: Modes; report: ModesReport }> {
  server.does(standIn(() => fault));
  const model = await loadChatModel({ baseUrl: server.baseUrl, model: 'scripted' });
  const kept = keepReplies(model, 'scripted', path);
  const timeoutMs = fault === 'hangs' ? 300 : 10_000;
  const modes = await generateModes(context, {
    model: kept.model,
    timeoutMs,
    logger,
    onProgress: () => undefined,
  });
  return {
    modes,
    report: compareModes(context, modes, { model: 'scripted', replies: kept.counts(), prices: PRICES }),
  };
}

describe('a model that says what the evidence says', () => {
  test('is used, and judged as the answers of the documents are', async () => {
    const { modes, report } = await run('none', join(folder, 'good.jsonl'));
    expect(modes.rows.map(({ id, outcome, llm }) => [id, outcome, (llm as { mode?: string }).mode])).toEqual([
      ['seats', 'reworded', 'llm'],
      ['road', 'reworded', 'llm'],
      ['price', null, 'extractive'],
      ['road-aside', 'reworded', 'llm'],
      ['never', 'reworded', 'llm'],
    ]);
    expect(report).toMatchObject({ gained: [], lost: [], newlyMisleading: [], wronglyPassed: [] });
    expect(report.figures.find(({ name, part }) => name === 'strict' && part === 'tuned')).toMatchObject({
      extractive: 1,
      llm: 1,
    });
    expect(report.checks).toMatchObject({ kept: 4, dropped: 0 });
  });

  test('is paid for once: a second run asks nothing and gives the same', async () => {
    const path = join(folder, 'paid.jsonl');
    const first = await run('none', path);
    expect(first.report.replies.cost!.thisRun).toBeGreaterThan(0);
    expect(first.report.replies.cost!.all).toBeCloseTo((2_800 * 2 + 240 * 8) / 1e6, 9);
    const again = await run('answers 500', path);
    expect(server.requests).toHaveLength(0);
    expect(again.report.replies).toMatchObject({ asked: 0, kept: 4, cost: { thisRun: 0 } });
    expect(again.report.replies.cost!.all).toBe(first.report.replies.cost!.all);
    expect(again.report.figures).toEqual(first.report.figures);
    expect(readFileSync(path, 'utf8')).not.toContain('丁村老年食堂共有多少个座位');
  });
});

describe('a model that is wrong', () => {
  test.each(
    FAULTS.filter((fault) => fault !== 'none'),
  )('%s: every person gets the extractive answer', async (fault) => {
    const { modes, report } = await run(fault, join(folder, `${fault}.jsonl`));
    for (const { extractive, llm } of modes.rows) expect(llm).toBe(extractive);
    expect(report).toMatchObject({ gained: [], lost: [], newlyMisleading: [] });
    expect(report.outcomes.map(({ outcome }) => outcome)).not.toContain('reworded');
  });
});

describe('kept replies', () => {
  const PROMPT = { system: 's', user: 'u' };
  const never = new AbortController().signal;
  const reply = { toolArguments: undefined, text: '{}', usage: { inputTokens: 3, outputTokens: 1 } };

  test.each([
    ['another model', 'other', PROMPT],
    ['another question', 'toy', { ...PROMPT, user: 'v' }],
    ['other rules', 'toy', { ...PROMPT, system: 't' }],
  ])('are not those of %s', async (_, name, prompt) => {
    const path = join(mkdtempSync(join(folder, 'kept-')), 'replies.jsonl');
    const model: ChatModel = async () => reply;
    await keepReplies(model, 'toy', path).model(PROMPT, never);
    const other = keepReplies(model, name, path);
    await other.model(prompt, never);
    expect(other.counts().asked).toBe(1);
  });

  test.each([
    ['a fault of the model is', 'malformed', 1],
    ['a fault on the way is not', 'server_error', 2],
  ] as const)('%s kept', async (_, reason, asked) => {
    const path = join(mkdtempSync(join(folder, 'kept-')), 'replies.jsonl');
    let times = 0;
    const model: ChatModel = async () => {
      times++;
      throw new RemoteFault(reason);
    };
    for (let i = 0; i < 2; i++)
      await expect(keepReplies(model, 'toy', path).model(PROMPT, never)).rejects.toMatchObject({ reason });
    expect(times).toBe(asked);
  });
});

test('the table names both modes, every ending and the cost', async () => {
  const { report } = await run('invented number', join(folder, 'table.jsonl'));
  const text = renderModes(report);
  expect(text).toMatch(/指标\s+摘录\s+模型改写\s+差\n/);
  expect(text).toMatch(/答案 严格通过（调优题）\s+1\.000\s+1\.000\s+=\n/);
  expect(text).toMatch(/用摘录：没有一句通过核对\s+4\n/);
  expect(text).toMatch(/费用：全部回复 0\.0075，其中这次新花 0\.0075/);
});

test('the mixture has every fault, and the same request always the same', () => {
  const request = (user: string) => ({ body: { messages: [{ role: 'user', content: user }] } }) as never;
  const picks = Array.from({ length: 2_000 }, (_, at) => mixedFaults(request(`${at}`)));
  expect(new Set(picks)).toEqual(new Set(FAULTS));
  expect(Array.from({ length: 2_000 }, (_, at) => mixedFaults(request(`${at}`)))).toEqual(picks);
});
