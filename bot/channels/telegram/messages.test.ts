import { describe, expect, test } from 'vitest';
import type { Citation } from '../../answers/answer.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { answerMessage } from './answer-message.ts';
import { offerButtons } from './buttons.ts';
import { COMMANDS } from './commands.ts';
import { passageMessage } from './passage-message.ts';
import { answerWith, CITATION, DOCUMENT } from './test-channel.ts';

describe('an answer', () => {
  test('names an article once for all its quotes, and another article apart', () => {
    const citations: Citation[] = [
      { ...CITATION, mark: 1, quote: '第一句' },
      { ...CITATION, mark: 2, title: '另一篇', town: '瓜沥镇', period: null, quote: '第二句' },
      { ...CITATION, mark: 3, quote: '第三\n句' },
    ];
    expect(answerMessage(answerWith({ answer: '答。', citations, notes: [] })).text).toBe(
      '答。\n\n出处\n《老年食堂开张》义桥镇 · 2023年\n[1] 第一句\n[3] 第三句\n《另一篇》瓜沥镇 · 时间未写明\n[2] 第二句',
    );
  });

  test('folds a long quote and leaves a short one open', () => {
    const citations = [CITATION, { ...CITATION, mark: 2, quote: '长'.repeat(150) }];
    const kinds = answerMessage(answerWith({ citations })).entities.map(({ type }) => type);
    expect(kinds.filter((kind) => kind.endsWith('blockquote'))).toEqual([
      'blockquote',
      'expandable_blockquote',
    ]);
  });

  test('without citations and notes is the answer alone', () => {
    expect(answerMessage(answerWith({ answer: '您好。', citations: [], notes: [] }))).toEqual({
      text: '您好。',
      entities: [],
    });
  });
});

describe('a passage', () => {
  const lines = Array.from({ length: 100 }, (_, place) => `这是第${place + 1}行，写着一些事情。`);
  const document = { ...DOCUMENT, text: lines.join('\n') };
  const start = document.text.indexOf('这是第50行');
  const citation = { ...CITATION, start, end: start + 6, line: 50 };

  test('begins and ends at a line, and shows that the page goes on', () => {
    const shown = passageMessage(citation, document).text.split('\n');
    expect(shown.slice(1, 3)).toEqual(['……', expect.stringMatching(/^这是第\d+行，写着一些事情。$/)]);
    expect(shown.slice(-3)).toEqual([
      expect.stringMatching(/^这是第\d+行，写着一些事情。$/),
      '……',
      'page.txt · 第50行',
    ]);
  });

  test('is cut within a line when lines are very long', () => {
    const long = { ...DOCUMENT, text: '字'.repeat(5_000) };
    expect(passageMessage({ ...CITATION, start: 2_000, end: 2_010 }, long).text.length).toBeLessThan(600);
  });

  test('reaches no further than the document, even where the place does', () => {
    const short = { ...DOCUMENT, text: '短。' };
    const message = passageMessage({ ...CITATION, start: 500, end: 510 }, short);
    expect(message.text).toContain('\n短。\n');
    for (const { offset, length } of message.entities) {
      expect(offset + length).toBeLessThanOrEqual(message.text.length);
    }
  });

  test('leaves out blank lines and the tabs of a table', () => {
    const table = { ...DOCUMENT, text: '项目\t\t目标\r\n\r\n\r\n食堂\t两家' };
    const message = passageMessage({ ...CITATION, start: 0, end: 2 }, table);
    expect(message.text).toContain('项目 目标\n食堂 两家');
  });
});

describe('buttons', () => {
  const offer = {
    citations: Array.from({ length: 30 }, (_, place) => ({ ...CITATION, mark: place + 1 })),
    questions: ['问'.repeat(300), '第二问', '第三问', '第四问'],
  };

  test('fit into what Telegram takes, however much there is to offer', () => {
    const buttons = offerButtons('AAAAAAAA', offer);
    expect(buttons.map((row) => row.length)).toEqual([4, 4, 4, 1, 1, 1]);
    for (const button of buttons.flat()) {
      expect(button.text.length).toBeLessThanOrEqual(60);
      expect(
        Buffer.byteLength('callback_data' in button ? String(button.callback_data) : ''),
      ).toBeLessThanOrEqual(64);
    }
  });

  test('are none when there is nothing to offer', () => {
    expect(offerButtons('AAAAAAAA', { citations: [], questions: [] })).toEqual([]);
  });
});

describe('the wording', () => {
  test('keeps to what Telegram takes for a command, its description, and a box', () => {
    for (const { command, description } of COMMANDS) {
      expect(command).toMatch(/^[a-z]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(256);
    }
    const { tooFast, tooFastInGroup, chatQueueFull, queueFull, staleButton, tookTooLong, passage } =
      telegramWording;
    const boxes = [
      tooFast(99),
      tooFastInGroup(99),
      chatQueueFull(99),
      queueFull,
      staleButton,
      tookTooLong,
      passage.gone,
    ];
    for (const text of boxes) expect(text.length).toBeLessThanOrEqual(200);
  });
});
