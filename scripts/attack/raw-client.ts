import { connect } from 'node:net';

export interface Ended {
  /** Milliseconds from the connection until the server had ended it; null when it had not in time. */
  readonly afterMs: number | null;
  /** The first line that the server sent; empty when it sent nothing. */
  readonly status: string;
}

export interface RawClient {
  /** What is sent at once. */
  readonly first: string;
  /** Sent again and again after that. */
  readonly drip?: string;
  /** How long to wait for the server, from the connection. */
  readonly withinMs: number;
}

const DRIP_EVERY_MS = 500;

/** A client below HTTP, which may do what no library would; tells how the server got rid of it. */
export function rawClient(address: string, { first, drip, withinMs }: RawClient): Promise<Ended> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    let received = '';
    let connected = performance.now();
    let late: NodeJS.Timeout | undefined;
    let dripping: NodeJS.Timeout | undefined;
    const socket = connect({ host: hostname, port: Number(port) });
    const end = (afterMs: number | null): void => {
      clearInterval(dripping);
      clearTimeout(late);
      socket.destroy();
      resolve({ afterMs, status: received.split('\r\n')[0] ?? '' });
    };
    socket.setEncoding('utf8');
    // Where many come at once, the system lets the last of them in seconds later.
    socket.on('connect', () => {
      connected = performance.now();
      late = setTimeout(() => end(null), withinMs);
      socket.write(first);
      if (drip !== undefined) dripping = setInterval(() => socket.write(drip), DRIP_EVERY_MS);
    });
    socket.on('data', (part) => {
      if (received.length < 1_000) received += part;
    });
    socket.on('close', () => end(Math.round(performance.now() - connected)));
    // A reset is one way of being got rid of; `close` follows.
    socket.on('error', () => undefined);
  });
}
