import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { BotError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';

export interface ServeWebOptions {
  readonly app: Hono;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** How long `close` waits for running requests before it cuts them off. */
  readonly closeWithinMs?: number;
}

export interface WebServer {
  readonly address: string;
  /** Takes no new connection, lets running requests finish, and ends in bounded time. */
  close(): Promise<void>;
}

/** A client that sends slower than this is not a person with a phone. */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 20_000;
/** Longer than proxies keep theirs: whoever closes first must not be the one who is being written to. */
export const KEPT_ALIVE_MS = 65_000;
/** Longer than any answer may take; a connection silent for so long is dead. */
const SILENT_FOR_MS = 120_000;
const MOST_CONNECTIONS = 2_000;
const MOST_HEADER_BYTES = 16 * 1024;

/** Serves the page. Throws a `BotError` with one clear line when the address cannot be had. */
export async function serveWeb(options: ServeWebOptions): Promise<WebServer> {
  const { app, host, port, logger, closeWithinMs = 10_000 } = options;
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: HEADERS_WITHIN_MS,
      requestTimeout: REQUEST_WITHIN_MS,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: KEPT_ALIVE_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
  }) as Server;
  server.setTimeout(SILENT_FOR_MS);
  server.maxConnections = MOST_CONNECTIONS;
  const silent = silentConnections(server);
  await listen(server, host, port);
  const address = addressOf(host, (server.address() as AddressInfo).port);
  server.on('error', (error) => logger.error({ err: error }, 'web server error'));
  logger.info({ address }, 'web channel listening');

  let closing: Promise<void> | undefined;
  return {
    address,
    close: () => {
      closing ??= closeGracefully(server, silent, closeWithinMs).then(() =>
        logger.info({ address }, 'web channel closed'),
      );
      return closing;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(startError(error, host, port)));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function startError(error: NodeJS.ErrnoException, host: string, port: number): BotError {
  const cause = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new BotError(
        'port_taken',
        `port ${port} on ${host} is taken: stop what uses it, or set PORT to a free one (PORT=${port < 65_535 ? port + 1 : 8080})`,
        cause,
      );
    case 'EACCES':
      return new BotError(
        'configuration_invalid',
        `port ${port} needs more rights: set PORT=8080 or any above 1023`,
        cause,
      );
    default:
      return new BotError(
        'configuration_invalid',
        `cannot listen on HOST=${host} PORT=${port} (${error.code ?? error.message}): set HOST to an address of this machine, 127.0.0.1 for itself only, 0.0.0.0 for every network`,
        cause,
      );
  }
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Connections that have asked nothing yet; browsers open some ahead, and node counts them as busy. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return silent;
}

async function closeGracefully(server: Server, silent: ReadonlySet<Socket>, withinMs: number): Promise<void> {
  for (const socket of silent) socket.destroy();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that was busy when closing began turns idle once its answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
