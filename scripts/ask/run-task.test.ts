import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { styleFor } from '../../bot/channels/terminal/style.ts';
import type { Task } from './arguments.ts';
import { fakeAssistant } from './fakes.ts';
import { runTask } from './run-task.ts';
import { UsageError } from './usage-error.ts';

let folder = '';
const inFolder = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-ask-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function prepare(input: AsyncIterable<Uint8Array> = bytesOf(''), outputIsTerminal = false) {
  const fake = fakeAssistant();
  const open = vi.fn(async () => fake.assistant);
  const converse = vi.fn(async () => undefined);
  const say = vi.fn();
  let written = '';
  const write = async (text: string) => {
    written += text;
  };
  const services = {
    open,
    converse,
    input,
    write,
    say,
    onFailure: vi.fn(),
    style: styleFor(false, {}),
    outputIsTerminal,
  };
  const run = (task: Task) => runTask(task, services);
  return { ...fake, open, converse, say, run, output: () => written };
}

const QUESTION = { kind: 'question', question: '食堂？', json: false, explain: false } as const;

describe('asking once', () => {
  it('writes the answer for a person to read', async () => {
    const { run, output, ask, close } = prepare();
    expect(await run({ ...QUESTION, town: '义桥镇', year: 2023 })).toBe(0);
    expect(output()).toBe('答：食堂？[1]\n');
    expect(ask).toHaveBeenCalledWith({ question: '食堂？', town: '义桥镇', year: 2023 }, {});
    expect(close).toHaveBeenCalledOnce();
  });

  it('writes the answer object and nothing else as JSON', async () => {
    const { run, output } = prepare();
    await run({ ...QUESTION, json: true, hits: 1 });
    expect(output()).toMatch(/^\{[^\n]*\}\n$/u);
    expect(JSON.parse(output())).toMatchObject({ question: '食堂？', hits: [{ document: 'a.txt' }] });
  });

  it('spreads JSON over lines for a person', async () => {
    const { run, output } = prepare(bytesOf(''), true);
    await run({ ...QUESTION, json: true });
    expect(output()).toMatch(/^\{\n {2}"id"/u);
  });

  it('opens the folders that were named', async () => {
    const { run, open } = prepare();
    await run({ ...QUESTION, index: '/i', seeds: folder });
    expect(open).toHaveBeenCalledWith({ index: '/i', seeds: folder });
  });

  it('closes the assistant also when it fails', async () => {
    const { run, close } = prepare();
    await expect(run({ ...QUESTION, question: '出错' })).rejects.toThrow('disk');
    expect(close).toHaveBeenCalledOnce();
  });
});

it('hands the conversation over to the terminal', async () => {
  const { run, converse, assistant, close } = prepare();
  expect(await run({ kind: 'chat', year: 2023 })).toBe(0);
  expect(converse).toHaveBeenCalledWith(assistant, expect.objectContaining({ year: 2023 }));
  expect(close).toHaveBeenCalledOnce();
});

it('opens nothing to show how it is used', async () => {
  const { run, open, output } = prepare();
  expect(await run({ kind: 'help', text: '用法' })).toBe(0);
  expect(output()).toBe('用法');
  expect(open).not.toHaveBeenCalled();
});

describe('a batch', () => {
  it('goes from a file to a file', async () => {
    writeFileSync(inFolder('q.jsonl'), '{"question":"一"}\n{"question":"二"}\n');
    const { run, output, say } = prepare();
    expect(await run({ kind: 'batch', input: inFolder('q.jsonl'), output: inFolder('a.jsonl') })).toBe(0);
    const answers = readFileSync(inFolder('a.jsonl'), 'utf8').trimEnd().split('\n');
    expect(answers.map((line) => JSON.parse(line).answer)).toEqual(['答：一[1]', '答：二[1]']);
    expect(output()).toBe('');
    expect(say).not.toHaveBeenCalled();
  });

  it('goes from standard input to standard output', async () => {
    const { run, output } = prepare(bytesOf('{"question":"一"}'));
    expect(await run({ kind: 'batch', input: null, output: null })).toBe(0);
    expect(JSON.parse(output()).id).toBe('1');
  });

  it('answers all it can and ends with 1 when a line is bad', async () => {
    writeFileSync(inFolder('q.jsonl'), 'oh\n{"question":"二"}\n');
    const { run, say } = prepare();
    expect(await run({ kind: 'batch', input: inFolder('q.jsonl'), output: inFolder('a.jsonl') })).toBe(1);
    expect(readFileSync(inFolder('a.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(2);
    expect(say).toHaveBeenCalledWith('共 2 行，其中 1 行没有答案，原因写在各行的 error 里');
  });

  it('can answer into the file it reads', async () => {
    writeFileSync(inFolder('q.jsonl'), '{"question":"一"}\n');
    await prepare().run({ kind: 'batch', input: inFolder('q.jsonl'), output: inFolder('q.jsonl') });
    expect(JSON.parse(readFileSync(inFolder('q.jsonl'), 'utf8')).status).toBe('answered');
  });

  it('says which file of questions it could not read', async () => {
    // An odd thing in a file's place: it is there, it is no folder, and it gives nothing.
    const { run } = prepare();
    const attempt = run({ kind: 'batch', input: '/proc/self/mem', output: null });
    await expect(attempt).rejects.toThrow(/^读不了文件 \/proc\/self\/mem（E[A-Z]+），请检查权限$/u);
  });

  it('says where the finished part is when it must stop', async () => {
    async function* broken() {
      yield new TextEncoder().encode('{"question":"一"}\n');
      throw new Error('pipe');
    }
    const { run, say } = prepare(broken());
    await expect(run({ kind: 'batch', input: null, output: inFolder('a.jsonl') })).rejects.toThrow('pipe');
    expect(say).toHaveBeenCalledWith(`没有做完，已经完成的在 ${inFolder('a.jsonl')}.draft`);
    expect(readFileSync(inFolder('a.jsonl.draft'), 'utf8')).toContain('答：一');
    expect(existsSync(inFolder('a.jsonl'))).toBe(false);
  });
});

describe('paths that are not there', () => {
  it.each([
    [
      'a file of questions',
      () => ({ kind: 'batch', input: inFolder('none.jsonl'), output: null }) as const,
      '找不到文件 ',
    ],
    ['a folder in its place', () => ({ kind: 'batch', input: folder, output: null }) as const, '找不到文件 '],
    [
      'a folder for the answers',
      () => ({ kind: 'batch', input: null, output: inFolder('none/a.jsonl') }) as const,
      '找不到文件夹 ',
    ],
    [
      'a folder where the answers should go',
      () => ({ kind: 'batch', input: null, output: folder }) as const,
      '是文件夹',
    ],
    ['a folder of documents', () => ({ ...QUESTION, seeds: inFolder('none') }) as const, '找不到文件夹 '],
  ])('are wrong usage: %s', async (_, task, message) => {
    const { run, open } = prepare();
    const attempt = run(task());
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(message);
    expect(open).not.toHaveBeenCalled();
  });
});
