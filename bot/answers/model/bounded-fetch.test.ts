import { describe, expect, it } from 'vitest';
import { createBoundedFetch, retryAfter } from './bounded-fetch.ts';
import { ScriptedServer, saysText } from './scripted-server.ts';

const NOW = Date.parse('2024-01-02T03:04:05Z');

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
  it.each([
    ['as long as the bound is read whole', 0, undefined],
    ['a byte longer is not', -1, 'oversized'],
  ])('%s', async (_, spare, reason) => {
    const server = await ScriptedServer.start();
    server.does(saysText('您好'));
    try {
      const url = `${server.baseUrl}/chat/completions`;
      const post = { method: 'POST', body: '{}' };
      const bytes = (await (await fetch(url, post)).arrayBuffer()).byteLength;
      const reply = createBoundedFetch(bytes + spare)(url, post);
      if (reason === undefined)
        expect(await (await reply).json()).toMatchObject({ choices: [{ message: { content: '您好' } }] });
      else await expect(reply).rejects.toMatchObject({ reason });
    } finally {
      await server.stop();
    }
  });
});
