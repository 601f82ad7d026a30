import { expect, test } from 'vitest';
import { fakeOpened } from './fake-opened.ts';
import { createGenerations } from './generations.ts';

const QUESTION = { question: '食堂在哪里' };

test('a question in flight finishes on its generation, later ones are answered from the new one', async () => {
  let come = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    come = resolve;
  });
  const old = fakeOpened('old', { until });
  const { assistant, replace } = createGenerations(old.opened);
  const early = assistant.ask(QUESTION);
  replace(fakeOpened('new').opened);
  expect((await assistant.ask(QUESTION)).answer).toBe('new');
  expect(old.closed()).toBe(false);
  come();
  expect((await early).answer).toBe('old');
  expect(old.closed()).toBe(true);
});

test('a generation that answers nobody is closed when it is replaced, the current one stays open', () => {
  const [old, next] = [fakeOpened('old'), fakeOpened('new')];
  const { assistant, replace } = createGenerations(old.opened);
  replace(next.opened);
  expect([old.closed(), next.closed()]).toEqual([true, false]);
  assistant.close();
  expect(next.closed()).toBe(true);
});

test('a question that fails lets its generation go as well', async () => {
  const old = fakeOpened('old');
  Object.assign(old.opened, { ask: () => Promise.reject(new Error('disk')) });
  const { assistant, replace } = createGenerations(old.opened);
  const asked = assistant.ask(QUESTION);
  replace(fakeOpened('new').opened);
  expect(old.closed()).toBe(false);
  await expect(asked).rejects.toThrow('disk');
  expect(old.closed()).toBe(true);
});

test('documents, first questions and health are those of the current generation', () => {
  const { assistant, replace } = createGenerations(fakeOpened('old', { offered: ['旧'] }).opened);
  replace(fakeOpened('new', { offered: ['新'] }).opened);
  expect(assistant.generation).toBe('new');
  expect(assistant.documents()).toEqual([{ name: 'new' }]);
  expect(assistant.firstQuestions()).toEqual(['新']);
  expect(assistant.health().indexedAt).toBe('new');
});

test('why there is no newer generation stands in the health, until there is one', () => {
  const { assistant, blame } = createGenerations(fakeOpened('old').opened);
  expect(assistant.health().fault).toBeNull();
  blame({ reason: 'manifest_invalid', message: 'manifest.yaml is not valid YAML' });
  expect(assistant.health().fault).toBe('manifest_invalid');
  expect(assistant.fault?.message).toContain('YAML');
  blame(null);
  expect(assistant.health().fault).toBeNull();
});
