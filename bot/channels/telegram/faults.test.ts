import { GrammyError, HttpError } from 'grammy';
import { describe, expect, test } from 'vitest';
import { describeFault, faultOf } from './faults.ts';

function refusal(code: number, parameters = {}): GrammyError {
  const reply = { ok: false as const, error_code: code, description: 'as Telegram says', parameters };
  return new GrammyError('Call failed!', reply, 'sendMessage', { chat_id: 7, text: '我的秘密' });
}

const network = new HttpError(
  'failed',
  Object.assign(new Error('request to https://api.telegram.org/bot1:SECRET/getMe failed'), {
    code: 'ECONNRESET',
  }),
);

test.each([
  [refusal(401), 'token_refused'],
  [refusal(404), 'token_refused'],
  [refusal(403), 'forbidden'],
  [refusal(409), 'conflict'],
  [refusal(429, { retry_after: 3 }), 'too_many_requests'],
  [refusal(400), 'rejected'],
  [refusal(400, { migrate_to_chat_id: -1 }), 'moved'],
  [refusal(503), 'server'],
  [network, 'network'],
  [new TypeError('x'), 'unexpected'],
  ['thrown text', 'unexpected'],
])('%s is taken for %s', (error, fault) => {
  expect(faultOf(error)).toBe(fault);
});

describe('what is logged of a failure', () => {
  test.each([
    [
      'of a refusal',
      refusal(400),
      { fault: 'rejected', method: 'sendMessage', code: 400, description: 'as Telegram says' },
    ],
    ['of the network', network, { fault: 'network', cause: 'ECONNRESET' }],
    ['of the network without a code', new HttpError('failed', 'odd'), { fault: 'network', cause: 'unknown' }],
    [
      'of anything else',
      new TypeError('我的秘密'),
      { fault: 'unexpected', name: 'TypeError', at: expect.any(Array) },
    ],
  ])('%s shows neither words nor address', (_, error, logged) => {
    expect(describeFault(error)).toEqual(logged);
    expect(JSON.stringify(describeFault(error))).not.toMatch(/秘密|SECRET/);
  });

  test('has the place in the code where it happened', () => {
    expect(String(describeFault(new TypeError('x')).at)).toContain('faults.test.ts');
  });
});
