import { describe, expect, it } from 'vitest';
import { readBatchLine } from './batch-line.ts';

describe('a line of a batch', () => {
  it.each([
    ['a question', '{"question":"问"}', { id: '7', request: { id: '7', question: '问' } }],
    ['its id', '{"id":"q1","question":"问"}', { id: 'q1', request: { id: 'q1', question: '问' } }],
    ['a number as id', '{"id":12,"question":"问"}', { id: '12', request: { id: '12', question: '问' } }],
    ['no id', '{"id":null,"question":"问"}', { id: '7', request: { id: '7', question: '问' } }],
    ['an empty id', '{"id":"","question":"问"}', { id: '7', request: { id: '7', question: '问' } }],
    [
      'fields that mean nothing here',
      '{"question":"问","must":[["20亩"]],"persona":"resident"}',
      { id: '7', request: { id: '7', question: '问' } },
    ],
    [
      'everything that means something',
      '{"question":"问","town":"义桥镇","year":2023,"history":[{"role":"user","text":"早"}]}',
      {
        id: '7',
        request: {
          id: '7',
          question: '问',
          town: '义桥镇',
          year: 2023,
          history: [{ role: 'user', text: '早' }],
        },
      },
    ],
  ])('holds %s', (_, text, expected) => {
    expect(readBatchLine(text, 7)).toEqual(expected);
  });

  it.each([
    ['no JSON', 'question', '7', '不是完整的 JSON'],
    ['a JSON that broke off', '{"id":"q1","question":"问', '7', '不是完整的 JSON'],
    ['bytes that are no UTF-8', '{"question":"\ufffd\ufffd"}', '7', '不是 UTF-8'],
    ['a list', '["问"]', '7', '不是 JSON 对象'],
    ['a bare string', '"问"', '7', '不是 JSON 对象'],
    ['null', 'null', '7', '不是 JSON 对象'],
    ['no question', '{"id":"q1"}', 'q1', '：question'],
    ['a question that is a number', '{"id":"q1","question":5}', 'q1', '：question'],
    ['several wrong fields', '{"question":"问","year":"去年","history":"早"}', '7', '：history, year'],
  ])('with %s is refused with its id, its number and the reason', (_, text, id, reason) => {
    const line = readBatchLine(text, 7);
    expect(line).toEqual({ id, line: 7, error: expect.stringContaining(reason) });
  });
});
