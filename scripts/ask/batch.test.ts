import { describe, expect, it, vi } from 'vitest';
import { answerBatch } from './batch.ts';
import { fakeAssistant } from './fakes.ts';

async function run(lines: readonly string[], asking = {}) {
  const { assistant, ask } = fakeAssistant();
  const onFailure = vi.fn();
  const written: string[] = [];
  async function* feed() {
    yield* lines;
  }
  const write = async (line: string) => {
    written.push(line);
  };
  const count = await answerBatch({ assistant, lines: feed(), write, onFailure, asking });
  return { count, ask, onFailure, written, objects: written.map((line) => JSON.parse(line)) };
}

describe('a batch', () => {
  it('gives one object a line in the order of the questions', async () => {
    const { objects, written, count } = await run([
      '{"id":"b","question":"二"}',
      '{"id":"a","question":"一"}',
    ]);
    expect(objects.map(({ id, answer }) => [id, answer])).toEqual([
      ['b', '答：二[1]'],
      ['a', '答：一[1]'],
    ]);
    expect(written.every((line) => /^[^\n]+\n$/u.test(line))).toBe(true);
    expect(count).toEqual({ lines: 2, faulty: 0 });
  });

  it('goes on after a bad line and counts it', async () => {
    const { objects, count } = await run(['{"question":"一"}', 'oh', '{"question":"三"}']);
    expect(objects[1]).toEqual({ id: '2', line: 2, error: expect.any(String) });
    expect(objects.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(count).toEqual({ lines: 3, faulty: 1 });
  });

  it('skips blank lines without losing count', async () => {
    const { objects, count } = await run(['', '{"question":"二"}', '  ', 'oh', '']);
    expect(objects.map(({ id }) => id)).toEqual(['2', '4']);
    expect(count).toEqual({ lines: 2, faulty: 1 });
  });

  it('goes on after an error that nobody foresaw, and says nothing of it but that it was one', async () => {
    const { objects, onFailure, count } = await run(['{"id":"q1","question":"出错"}', '{"question":"二"}']);
    expect(objects[0]).toEqual({ id: 'q1', line: 1, error: '程序出错，没能回答' });
    expect(objects[1].answer).toBe('答：二[1]');
    expect(onFailure).toHaveBeenCalledOnce();
    expect(count.faulty).toBe(1);
  });

  it('adds the passages that were asked for', async () => {
    const { objects } = await run(['{"question":"一"}'], { hits: 1 });
    expect(objects[0].hits).toEqual([{ document: 'a.txt', start: 0, end: 9, score: 0.5 }]);
    expect((await run(['{"question":"一"}'])).objects[0]).not.toHaveProperty('hits');
  });

  it('filters by the command line unless a line has its own filter', async () => {
    const lines = ['{"question":"一"}', '{"question":"二","town":"瓜沥镇","year":2021}'];
    const { ask } = await run(lines, { town: '义桥镇', year: 2023 });
    expect(ask.mock.calls.map(([{ town, year }]) => [town, year])).toEqual([
      ['义桥镇', 2023],
      ['瓜沥镇', 2021],
    ]);
  });

  it('writes every answer before it reads on', async () => {
    const { assistant } = fakeAssistant();
    const events: string[] = [];
    async function* feed() {
      for (const name of ['一', '二']) {
        events.push(`read ${name}`);
        yield JSON.stringify({ question: name });
      }
    }
    const write = async (line: string) => {
      events.push(`wrote ${JSON.parse(line).question}`);
    };
    await answerBatch({ assistant, lines: feed(), write, onFailure: vi.fn(), asking: {} });
    expect(events).toEqual(['read 一', 'wrote 一', 'read 二', 'wrote 二']);
  });
});
