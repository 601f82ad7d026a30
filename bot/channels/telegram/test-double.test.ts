import { expect, onTestFinished, test } from 'vitest';
import { type Payload, TelegramDouble } from './test-double.ts';

async function start() {
  const double = await TelegramDouble.start();
  onTestFinished(() => double.close());
  const call = async (method: string, payload: Payload = {}, token = double.token): Promise<Payload> => {
    const body = JSON.stringify(payload);
    const response = await fetch(`${double.apiRoot}/bot${token}/${method}`, { method: 'POST', body });
    return (await response.json()) as Payload;
  };
  return { double, call };
}

const button = (bytes: number) => ({ inline_keyboard: [[{ text: '键', callback_data: 'x'.repeat(bytes) }]] });

test.each([
  ['as much text as Telegram takes', { chat_id: 7, text: '字'.repeat(4_096) }, true],
  ['a text that is too long', { chat_id: 7, text: '字'.repeat(4_097) }, false],
  ['a text of blanks', { chat_id: 7, text: ' \n' }, false],
  ['no chat', { text: '字' }, false],
  [
    'an entity past the end',
    { chat_id: 7, text: '字', entities: [{ type: 'bold', offset: 0, length: 2 }] },
    false,
  ],
  ['an empty entity', { chat_id: 7, text: '字', entities: [{ type: 'bold', offset: 0, length: 0 }] }, false],
  ['64 bytes behind a button', { chat_id: 7, text: '字', reply_markup: button(64) }, true],
  ['65 bytes behind a button', { chat_id: 7, text: '字', reply_markup: button(65) }, false],
])('a message with %s is judged as Telegram would', async (_, payload, ok) => {
  const { call } = await start();
  expect(await call('sendMessage', payload)).toMatchObject({ ok });
});

test('a wrong token and an unknown method are refused', async () => {
  const { call } = await start();
  expect(await call('getMe', {}, '1:NO')).toMatchObject({ ok: false, error_code: 401 });
  expect(await call('getMee')).toMatchObject({ ok: false, error_code: 404 });
});

test('updates come until their offset has been confirmed, and a poll waits for them', async () => {
  const { double, call } = await start();
  const first = double.happen({ message: { text: '一' } });
  double.happen({ message: { text: '二' } });
  expect((await call('getUpdates')).result).toHaveLength(2);
  expect((await call('getUpdates', { offset: first.update_id + 1 })).result).toHaveLength(1);
  expect((await call('getUpdates', { offset: first.update_id + 2 })).result).toEqual([]);
  const waiting = call('getUpdates', { offset: first.update_id + 2, timeout: 5 });
  setTimeout(() => double.happen({ message: { text: '三' } }), 20);
  expect((await waiting).result).toMatchObject([{ message: { text: '三' } }]);
});

test('a second poll ends the first with a conflict', async () => {
  const { double, call } = await start();
  const first = call('getUpdates', { timeout: 5 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = call('getUpdates', { timeout: 5 });
  expect(await first).toMatchObject({ error_code: 409 });
  double.happen({ message: { text: '一' } });
  expect(await second).toMatchObject({ ok: true });
});
