import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** Keeps the thread as an answer does. */
function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it('gives turns in the order in which they were asked for', async () => {
  const turns = new Turns();
  const order: string[] = [];
  const begin = async (name: string) => {
    await turns.next();
    order.push(name);
  };
  await Promise.all([begin('first'), begin('second'), begin('third')]);
  expect(order).toEqual(['first', 'second', 'third']);
});

it('reads what has arrived before the next piece of work begins', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const client = connect(port, '127.0.0.1');
  const [served] = (await once(server, 'connection')) as [Socket];
  const happened: string[] = [];
  served.on('data', () => happened.push('read'));

  const turns = new Turns();
  const work = async (name: string) => {
    await turns.next();
    happened.push(name);
    client.write('x');
    busyFor(20);
  };
  await Promise.all([work('first'), work('second'), work('third')]);
  expect(happened).toEqual(['first', 'read', 'second', 'read', 'third']);

  client.destroy();
  served.destroy();
  server.close();
});
