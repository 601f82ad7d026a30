import { expect, it } from 'vitest';
import { WaitingLine } from './waiting-line.ts';

const patient = () => new AbortController().signal;

it('lets people in up to its places, and then in the order in which they came', async () => {
  const line = new WaitingLine({ places: 1, waiting: 2 });
  const entered: string[] = [];
  const leave = await line.enter(patient());
  const enter = async (name: string) => {
    const left = await line.enter(patient());
    entered.push(name);
    left?.();
  };
  const both = [enter('first'), enter('second')];
  await Promise.resolve();
  expect(entered).toEqual([]);
  leave?.();
  await Promise.all(both);
  expect(entered).toEqual(['first', 'second']);
});

it('turns away who comes when the line is full', async () => {
  const line = new WaitingLine({ places: 1, waiting: 1 });
  const leave = await line.enter(patient());
  const waiting = line.enter(patient());
  expect(await line.enter(patient())).toBeUndefined();
  leave?.();
  expect(await waiting).toBeTypeOf('function');
});

it('forgets who gave up waiting', async () => {
  const line = new WaitingLine({ places: 1, waiting: 1 });
  const leave = await line.enter(patient());
  const person = new AbortController();
  const waiting = line.enter(person.signal);
  person.abort();
  expect(await waiting).toBeUndefined();
  leave?.();
  expect(await line.enter(patient())).toBeTypeOf('function');
  expect(await line.enter(person.signal)).toBeUndefined();
});

it('gives a place back once, however often it is handed in', async () => {
  const line = new WaitingLine({ places: 1, waiting: 0 });
  const leave = await line.enter(patient());
  leave?.();
  leave?.();
  expect(await line.enter(patient())).toBeTypeOf('function');
  expect(await line.enter(patient())).toBeUndefined();
});
