import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoundedFetch, retryAfter } from './bounded-fetch.ts';
import { RemoteFault, remoteFaultOf } from './remote-fault.ts';
import { type Act, breaksOff, fails, hangs, ScriptedHttp, sendsJson } from './scripted-http.ts';

const NOW = Date.parse('2024-01-02T03:04:05Z');
const WORDS = { text: '您好' };

let server: ScriptedHttp<unknown>;
beforeAll(async () => {
  server = await ScriptedHttp.start(sendsJson(WORDS));
});
afterAll(async () => server.stop());

describe('the wait that a server asks for', () => {
  it.each([
    ['seconds', '3', 3_000],
    ['none at all', '0', 0],
    ['a date', 'Tue, 02 Jan 2024 03:04:07 GMT', 2_000],
    ['a date that is past', 'Tue, 02 Jan 2024 03:00:00 GMT', 0],
    ['an empty header', ' ', undefined],
    ['no header', null, undefined],
    ['anything else', 'soon', undefined],
  ])('is read from %s', (_, header, wait) => {
    expect(retryAfter(header, NOW)).toBe(wait);
  });
});

describe('a reply', () => {
  const bytes = Buffer.byteLength(JSON.stringify(WORDS));

  it('as long as the bound is read whole', async () => {
    server.does(sendsJson(WORDS));
    const reply = await createBoundedFetch({ mostBytes: bytes })(server.baseUrl);
    expect(await reply.json()).toEqual(WORDS);
  });

  it.each<[string, Act<unknown>, number, object]>([
    ['a byte longer', sendsJson(WORDS), bytes - 1, { reason: 'oversized' }],
    ['that breaks off', breaksOff(WORDS), bytes, { reason: 'cut_off' }],
    ['of 429', fails(429, { 'retry-after': '7' }), bytes, { reason: 'rate_limited', retryAfterMs: 7_000 }],
    ['of 500', fails(500), bytes, { reason: 'server_error', status: 500 }],
    ['of 401', fails(401), bytes, { reason: 'key_rejected' }],
    ['of 404', fails(404), bytes, { reason: 'request_rejected' }],
  ])('%s is a fault', async (_, act, mostBytes, fault) => {
    server.does(act);
    await expect(createBoundedFetch({ mostBytes })(server.baseUrl)).rejects.toMatchObject(fault);
  });

  it('that does not come in time is a fault', async () => {
    server.does(hangs);
    const fetching = createBoundedFetch({ mostBytes: bytes })(server.baseUrl, {
      signal: AbortSignal.timeout(50),
    });
    await expect(fetching).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('from nobody is a fault', async () => {
    const fetching = createBoundedFetch({ mostBytes: bytes })('http://127.0.0.1:9/');
    await expect(fetching).rejects.toMatchObject({ reason: 'unreachable' });
  });
});

describe('a fault', () => {
  it('is found inside the errors that others wrap around it', () => {
    const fault = new RemoteFault('server_error');
    expect(remoteFaultOf(new Error('one', { cause: new Error('two', { cause: fault }) }))).toBe(fault);
    expect(remoteFaultOf(new TypeError('unknown')).reason).toBe('malformed');
  });
});
