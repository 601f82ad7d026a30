import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

async function addressOf(
  remoteAddress: string | undefined,
  header: string | null,
  forwarded?: string,
): Promise<unknown> {
  const app = new Hono();
  app.get('/', (c) => c.json(clientAddress(c, header)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const response = await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } });
  return response.json();
}

it.each([
  ['a person’s own address', '203.0.113.5', '203.0.113.5'],
  ['an IPv4 address in IPv6 clothes', '::ffff:203.0.113.5', '203.0.113.5'],
  ['the network of an IPv6 address', '2001:db8:0:12::5', '2001:db8:0:12::/64'],
  ['the same network, written out', '2001:0db8:0000:0012:0000:0000:0000:0077', '2001:db8:0:12::/64'],
  ['a link-local address with its zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['nobody for loopback', '127.0.0.1', null],
  ['nobody for loopback over IPv6', '::1', null],
  ['nobody for loopback in IPv6 clothes', '::ffff:127.0.0.1', null],
  ['nobody when there is no connection', undefined, null],
])('counts %s', async (_, remote, expected) => {
  expect(await addressOf(remote, null)).toBe(expected);
});

it('does not believe a header that nobody said to trust', async () => {
  expect(await addressOf('203.0.113.5', null, '198.51.100.7')).toBe('203.0.113.5');
});

it.each([
  ['the address that the proxy appended', '10.9.8.7, 198.51.100.7', '198.51.100.7'],
  ['the same address whatever port it came from', '198.51.100.7:50001', '198.51.100.7'],
  ['an IPv6 network whatever port it came from', '[2001:db8:0:12::5]:50001', '2001:db8:0:12::/64'],
  ['an IPv6 network in brackets', '[2001:db8:0:12::5]', '2001:db8:0:12::/64'],
  ['the proxy itself when it names nobody', undefined, '127.0.0.1'],
  ['the proxy itself when the header is empty', ' ', '127.0.0.1'],
  ['the proxy itself when the header is too long to be an address', 'x'.repeat(500), '127.0.0.1'],
])('counts, behind a trusted proxy, %s', async (_, forwarded, expected) => {
  expect(await addressOf('127.0.0.1', 'x-forwarded-for', forwarded)).toBe(expected);
});
