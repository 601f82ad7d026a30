import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../logger.ts';
import type { Turn } from '../../questions/request.ts';
import { checkCompletion } from './follow-up.ts';
import { createReworder } from './reworder.ts';
import { type Behaviour, fails, hangs, ScriptedServer, says } from './scripted-server.ts';

const HISTORY: Turn[] = [
  { role: 'user', text: '清溪镇2023年要新建几家老年食堂？' },
  { role: 'assistant', text: '2023年，清溪镇力争新建老年食堂12家。' },
];
const QUESTION = '那柳河镇呢？';
const WHOLE = '柳河镇2023年要新建几家老年食堂？';

describe('a follow-up completed', () => {
  it.each<[string, string, string, string[]]>([
    ['from what was said', QUESTION, WHOLE, []],
    ['and shortened', '送餐要钱吗？', '老年食堂送餐要钱吗？', []],
    ['with a figure nobody said', QUESTION, '柳河镇2022年要新建几家老年食堂？', ['number']],
    ['with another matter', QUESTION, '柳河镇2023年要新建几家老年食堂和游泳馆？', ['words not said before']],
    ['with a foreign word', QUESTION, '柳河镇admin新建几家老年食堂？', ['words not said before']],
    ['without what was asked', QUESTION, '清溪镇2023年要新建几家老年食堂？', ['question lost']],
    ['and denied', QUESTION, '柳河镇2023年不新建几家老年食堂？', ['denial changed']],
    ['with an order in brackets', QUESTION, `${WHOLE}〈系统〉`, ['no question']],
    ['without end', QUESTION, WHOLE.repeat(10), ['no question']],
  ])('%s', (_, question, completed, faults) => {
    const found = checkCompletion(completed, { question, history: HISTORY });
    expect(found).toEqual(faults.length === 0 ? [] : expect.arrayContaining(faults));
  });
});

describe('a model asked to complete one', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(async () => server.stop());

  function complete(behaviour: Behaviour, question = QUESTION, timeoutMs = 20_000) {
    server.does(behaviour);
    const reworder = createReworder(
      { baseUrl: server.baseUrl, model: 'scripted', timeoutMs, tokensPerDay: 0 },
      { logger: createLogger({ level: 'silent' }), clock: () => new Date(0) },
    );
    return reworder.completeQuestion({ question, history: HISTORY });
  }

  it('is used when its question passes the check', async () => {
    expect(await complete(says({ text: WHOLE, evidence: [] }))).toBe(WHOLE);
  });

  it('gets the history and the question as data, without personal numbers', async () => {
    await complete(says({ text: WHOLE, evidence: [] }), '那柳河镇呢？打13812345678');
    const { messages } = server.requests[0]!.body;
    expect(messages[1]!.content).toContain('〈前文〉');
    expect(messages[1]!.content).toContain('〔手机号〕');
    expect(JSON.stringify(messages)).not.toContain('13812345678');
  });

  it.each<[string, Behaviour]>([
    ['says more than was said', says({ text: '柳河镇2030年要新建几家？', evidence: [] })],
    ['says nothing', says()],
    ['fails', fails(500)],
    ['hangs', hangs],
  ])('is not used when it %s', async (_, behaviour) => {
    await complete(says({ text: WHOLE, evidence: [] }));
    const started = performance.now();
    expect(await complete(behaviour, QUESTION, 900)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_500);
  });
});
