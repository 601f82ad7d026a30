import { describe, expect, it } from 'vitest';
import { sampleAnswer } from './fake-assistant.ts';

// The browser's files are plain JavaScript; loaded by address, they need no declarations here.
const load = (name: string) => import(new URL(`./assets/${name}`, import.meta.url).href);
const { createConversation } = await load('conversation.js');
const { events } = await load('answer-stream.js');
const { copyText, splitAtMarks } = await load('answer-text.js');

function storeWith(value: string | null) {
  const kept = new Map<string, string>(value === null ? [] : [['wenqiao.conversation.1', value]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('the conversation', () => {
  it('is there again when the page is opened again, and gone when cleared', () => {
    const store = storeWith(null);
    createConversation(store).add({ question: '食堂', answer: sampleAnswer('食堂') });
    const again = createConversation(store);
    expect(again.exchanges()).toEqual([{ question: '食堂', answer: sampleAnswer('食堂') }]);
    again.clear();
    expect(store.kept.size).toBe(0);
    expect(createConversation(store).exchanges()).toEqual([]);
  });

  it('sends the last six turns, without what was blocked', () => {
    const conversation = createConversation(null);
    for (const question of ['一', '二', '三', '四']) {
      conversation.add({ question, answer: sampleAnswer(question, { answer: `${question}！` }) });
    }
    conversation.add({
      question: '骂人',
      answer: sampleAnswer('骂人', { status: 'blocked', reason: 'abuse' }),
    });
    expect(
      conversation.history().map(({ role, text }: { role: string; text: string }) => `${role}:${text}`),
    ).toEqual(['user:二', 'assistant:二！', 'user:三', 'assistant:三！', 'user:四', 'assistant:四！']);
  });

  it('keeps no more than fifty questions', () => {
    const store = storeWith(null);
    const conversation = createConversation(store);
    for (let count = 1; count <= 60; count++)
      conversation.add({ question: `${count}`, answer: sampleAnswer(`${count}`) });
    const questions = createConversation(store)
      .exchanges()
      .map(({ question }: { question: string }) => question);
    expect([questions.length, questions[0], questions.at(-1)]).toEqual([50, '11', '60']);
  });

  it.each([
    '{',
    'null',
    '{"a":1}',
    '[1,null,{"question":"x"}]',
    '[{"question":"x","answer":{"answer":"y","status":"answered","citations":[null],"notes":[],"suggestions":[]}}]',
  ])('starts empty when the store holds %s', (value) => {
    expect(createConversation(storeWith(value)).exchanges()).toEqual([]);
  });

  it('goes on when nothing may be stored', () => {
    const refuse = () => {
      throw new Error('quota');
    };
    const conversation = createConversation({ getItem: refuse, setItem: refuse, removeItem: refuse });
    conversation.add({ question: '食堂', answer: sampleAnswer('食堂') });
    expect(conversation.exchanges()).toHaveLength(1);
    conversation.clear();
    expect(conversation.exchanges()).toEqual([]);
  });
});

describe('the stream', () => {
  const bytes = new TextEncoder().encode(
    'event: sentence\ndata: {"text":"镇里。"}\n\nevent: answer\ndata: {"a":1,\ndata: "b":2}\n\n',
  );

  it.each([1, 2, 7, 1000])('is read the same when cut into chunks of %i bytes', async (size) => {
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });
    const read = [];
    for await (const event of events(body)) read.push(event);
    expect(read).toEqual([
      { event: 'sentence', data: '{"text":"镇里。"}' },
      { event: 'answer', data: '{"a":1,\n"b":2}' },
    ]);
  });
});

describe('the text of an answer', () => {
  it('is cut at marks that have a citation', () => {
    const { citations } = sampleAnswer('');
    expect(splitAtMarks('甲[1]乙[9]丙[2]', citations)).toEqual([
      { text: '甲' },
      { text: '[1]', citation: citations[0] },
      { text: '乙' },
      { text: '[9]' },
      { text: '丙' },
      { text: '[2]', citation: citations[1] },
    ]);
  });

  it('is copied with its question, notes, and every source with its words and address', () => {
    const wording = { copiedQuestion: '问：{question}', copiedAnswer: '答：{answer}', sources: '出处' };
    const text: string = copyText(sampleAnswer('谁能送餐？'), wording, 'http://127.0.0.1:8080');
    const lines = text.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '问：谁能送餐？',
      `答：${sampleAnswer('').answer}`,
      ...sampleAnswer('').notes,
      '出处：',
    ]);
    expect(lines.slice(4, 7)).toEqual([
      '[1] 《食堂开进村里 老人吃上热饭》示例镇 · 2023年',
      '“对80周岁以上和行动不便的老人，食堂每天中午免费 送餐上门”',
      expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:8080\/documents\/%E7%A4%BA[^?]*%3F[^?]*\?start=\d+&end=\d+#quote$/,
      ),
    ]);
    expect(lines).toHaveLength(10);
  });
});
