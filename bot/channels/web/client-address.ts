import { isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Longer values are no address; the limiter's map must not be fed with them. */
const LONGEST_ADDRESS = 64;

/**
 * Whose limit a request counts against, or null when that cannot be told: a loopback connection is the
 * operator or a proxy that names nobody, never one person.
 */
export function clientAddress(c: Context, trustedHeader: string | null): string | null {
  if (trustedHeader !== null) return lastOf(c.req.header(trustedHeader)) ?? connectionAddress(c);
  const address = connectionAddress(c);
  return address !== null && isLoopback(address) ? null : address;
}

/** What proxies add on the way; which of them a proxy uses is its own choice. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Whether it was asked on this machine itself. A proxy here passes on what others ask, so its mark means no. */
export function isFromThisMachine(c: Context): boolean {
  const address = connectionAddress(c);
  const passedOn = PROXY_HEADERS.some((name) => c.req.header(name) !== undefined);
  return address !== null && isLoopback(address) && !passedOn;
}

function connectionAddress(c: Context): string | null {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  const address = bindings?.incoming?.socket?.remoteAddress;
  return address === undefined ? null : network(address);
}

/** A proxy appends what it saw itself; whatever stands before that was sent by the client and may be forged. */
function lastOf(header: string | undefined): string | null {
  const last = header?.split(',').at(-1)?.trim();
  return last === undefined || last === '' || last.length > LONGEST_ADDRESS
    ? null
    : network(withoutPort(last));
}

/** Some proxies add the port, which is another one for every connection. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}

/** One household or office holds a whole IPv6 /64 and could change its address for every question. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIPv6(plain) && !isLoopback(plain) ? `${expanded(plain).slice(0, 4).join(':')}::/64` : plain;
}

function expanded(address: string): readonly string[] {
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].map((part) => part.replace(/^0+(?=.)/, ''));
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
