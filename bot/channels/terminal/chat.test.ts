import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import type { AskOptions } from '../../assistant.ts';
import type { AskRequest } from '../../questions/request.ts';
import { chat } from './chat.ts';
import { styleFor } from './style.ts';

type Ask = (request: AskRequest, options?: AskOptions) => Promise<Answer>;

function answerTo({ question }: AskRequest, status: Answer['status'] = 'answered'): Answer {
  return {
    id: 'q',
    question,
    status,
    reason: null,
    answer: `答：${question}`,
    citations: [],
    notes: [],
    suggestions: [],
    mode: 'extractive',
    timings: { retrieveMs: 0, answerMs: 0 },
  };
}

async function* typed(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function converse(
  lines: readonly string[],
  options: { ask?: Ask; greet?: boolean; filters?: object; hits?: number } = {},
) {
  const ask = vi.fn<Ask>(options.ask ?? (async (request) => answerTo(request)));
  const prompt = vi.fn();
  const onFailure = vi.fn();
  let written = '';
  await chat({
    assistant: { ask, firstQuestions: () => ['食堂在哪里？'] },
    lines: typed(lines),
    write: (text) => {
      written += text;
    },
    prompt,
    onFailure,
    style: styleFor(false, {}),
    greet: options.greet ?? false,
    filters: options.filters ?? {},
    ...(options.hits !== undefined && { hits: options.hits }),
  });
  return { ask, prompt, onFailure, written, asked: ask.mock.calls.map(([request]) => request) };
}

describe('a conversation on the terminal', () => {
  it('answers line by line and gives every question what was said before', async () => {
    const { asked, written } = await converse(['义桥有几个食堂？', '那瓜沥呢？']);
    expect(asked).toEqual([
      { question: '义桥有几个食堂？', history: [] },
      {
        question: '那瓜沥呢？',
        history: [
          { role: 'user', text: '义桥有几个食堂？' },
          { role: 'assistant', text: '答：义桥有几个食堂？' },
        ],
      },
    ]);
    expect(written).toBe('\n答：义桥有几个食堂？\n\n\n答：那瓜沥呢？\n\n');
  });

  it('ignores empty lines', async () => {
    const { ask, written } = await converse(['', '   ', '\u3000']);
    expect(ask).not.toHaveBeenCalled();
    expect(written).toBe('');
  });

  it.each(['/quit', '/exit', ' /quit '])('ends at %s', async (line) => {
    const { asked } = await converse(['一', line, '二']);
    expect(asked.map(({ question }) => question)).toEqual(['一']);
  });

  it('forgets what was said when a new subject begins', async () => {
    const { asked, written } = await converse(['一', '/new', '二']);
    expect(asked[1]?.history).toEqual([]);
    expect(written).toContain('换个话题');
  });

  it.each([
    ['/help', '直接打字提问'],
    ['/what', '没有 /what 这个命令'],
  ])('answers %s itself', async (line, expected) => {
    const { ask, written } = await converse([line]);
    expect(ask).not.toHaveBeenCalled();
    expect(written).toContain(expected);
  });

  it('does not remember a blocked question', async () => {
    const ask: Ask = async (request) => answerTo(request, request.question === '一' ? 'blocked' : 'answered');
    const { asked } = await converse(['一', '二'], { ask });
    expect(asked[1]?.history).toEqual([]);
  });

  it('remembers the latest turns only', async () => {
    const lines = Array.from({ length: 15 }, (_, index) => `问题${index}`);
    const { asked } = await converse(lines);
    expect(asked.at(-1)?.history).toHaveLength(20);
    expect(asked.at(-1)?.history?.[0]?.text).toBe('问题4');
  });

  it('asks every question with the filters and the number of passages of the command line', async () => {
    const { ask } = await converse(['一'], { filters: { town: '义桥镇', year: 2023 }, hits: 3 });
    expect(ask).toHaveBeenCalledWith(
      { question: '一', history: [], town: '义桥镇', year: 2023 },
      { hits: 3 },
    );
  });

  it('goes on after an error that nobody foresaw', async () => {
    const error = new Error('disk');
    const ask: Ask = async (request) =>
      request.question === '一' ? Promise.reject(error) : answerTo(request);
    const { written, onFailure } = await converse(['一', '二'], { ask });
    expect(onFailure).toHaveBeenCalledWith(error);
    expect(written).toMatch(/^这个问题没能答上来.*\n\n答：二\n/u);
  });

  it('greets with first questions and says goodbye to a person only', async () => {
    const person = await converse([], { greet: true });
    expect(person.written).toMatch(/^您好，我是问桥。[^\n]*\n可以这样问\n· 食堂在哪里？\n.*再见。\n$/su);
    expect((await converse([])).written).toBe('');
  });

  it('asks for the next line after every line', async () => {
    expect((await converse(['一', '', '/help'])).prompt).toHaveBeenCalledTimes(4);
  });
});
