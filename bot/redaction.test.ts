import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fails, ScriptedServer } from './answers/model/scripted-server.ts';
import { TODAY, writeTestSeeds } from './answers/test-pages.ts';
import { TestPerson } from './channels/telegram/test-people.ts';
import type { OpenedAssistant } from './open.ts';
import { startTestService, type TestService } from './test-service.ts';

/** Words that stand in no document, no wording and no program; whatever holds one of them holds what a person wrote. */
const PERSONAL = ['330719199001011234', '13800138642', '6222020200112233445', '玫瑰苑七幢', 'hunter2-geheim'];
const QUESTIONS = [
  ...PERSONAL.map((words) => `我的是${words}，共享书房几点开门？`),
  '身份证330719199001011234怎么补办',
  '共享书房几点开门？玫瑰苑七幢\n    at 玫瑰苑七幢 (330719199001011234:1:2)',
  '<script>玫瑰苑七幢</script>{"token":"hunter2-geheim"}',
  '\u202e玫瑰苑七幢\u0000\u001b[31m%s%o%j hunter2-geheim',
];
const KEY = 'sk-key-that-nobody-may-see';
const PERSON = 7_345_012_988;
const ADDRESS = '198.51.100.77';

let folder: string;
let model: ScriptedServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-redaction-'));
  writeTestSeeds(join(folder, 'seeds'));
  model = await ScriptedServer.start();
  // Servers like to repeat what they were sent.
  model.does(fails(401, {}, `${KEY} may not ask ${QUESTIONS.join(' ')}`));
});
afterAll(async () => {
  await model.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Half of the questions break the assistant, with a message and a stack full of what was asked. */
function breaking(assistant: OpenedAssistant): OpenedAssistant {
  let asked = 0;
  return {
    ...assistant,
    ask: async (request, options) => {
      asked += 1;
      if (asked % 2 === 0) throw new RangeError(`cannot read ${JSON.stringify(request)} ${request.question}`);
      return assistant.ask(request, options);
    },
    document: (name) => {
      throw new TypeError(`no such thing: ${name}`);
    },
  };
}

async function start(level: string): Promise<TestService> {
  return startTestService({
    seeds: join(folder, 'seeds'),
    index: join(folder, 'index'),
    clock: () => TODAY,
    level,
    model: { baseUrl: model.baseUrl, model: 'scripted', apiKey: KEY, timeoutMs: 2_000, tokensPerDay: 0 },
    web: { clientAddressHeader: 'x-forwarded-for', asksPerMinute: QUESTIONS.length * 3 },
    around: breaking,
  });
}

async function askEveryWay({ address, double }: TestService): Promise<void> {
  const headers = { 'x-forwarded-for': ADDRESS };
  for (const question of QUESTIONS) {
    const body = JSON.stringify({ id: PERSONAL[1], question, history: [{ role: 'user', text: question }] });
    await fetch(`${address}/api/ask`, { method: 'POST', headers, body });
    await fetch(`${address}/ask?q=${encodeURIComponent(question)}`, { headers });
    await fetch(`${address}/check`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ text: question }),
    });
    await fetch(`${address}/documents/${encodeURIComponent(question)}`, { headers });
    await fetch(`${address}/targets?measure=${encodeURIComponent(question)}`, { headers });
    await fetch(`${address}/${encodeURIComponent(question)}`, { headers });
    await fetch(`${address}/api/ask`, { method: 'POST', headers, body: `{"question": "${question}` });
  }
  const person = new TestPerson(double, PERSON);
  for (const question of QUESTIONS) person.says(question);
  person.presses(`ask:${PERSONAL[1]}`);
  double.fail({ method: 'sendMessage', status: 400, description: 'Bad Request: message is odd', times: 2 });
  await double.until(() => double.sent(PERSON).length >= QUESTIONS.length, 20_000);
}

describe.each(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])('logged at %s', (level) => {
  test('there are no words, numbers, ids or addresses of people, no token and no key', async () => {
    const service = await start(level);
    try {
      await askEveryWay(service);
    } finally {
      await service.close();
    }
    const logged = service.lines.join('');
    const least = { trace: 90, debug: 90, info: 20, warn: 10, error: 10 }[level] ?? 0;
    expect(service.lines.length).toBeGreaterThanOrEqual(least);
    const forbidden = [...PERSONAL, '共享书房', '几点开门', PERSON, ADDRESS, KEY, service.double.token].map(
      String,
    );
    expect(forbidden.filter((words) => logged.includes(words))).toEqual([]);
  });
});
