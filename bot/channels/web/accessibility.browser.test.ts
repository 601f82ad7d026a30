import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeStore } from '../../conversations/fake-store.ts';
import { secretsOf } from '../../conversations/pseudonym.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from './app.ts';
import { launchChromium } from './chromium.ts';
import { fakeAssistant, SAMPLE_DOCUMENT } from './fake-assistant.ts';
import { serveWeb, type WebServer } from './serve.ts';

let browser: Browser;
let server: WebServer;

beforeAll(async () => {
  const logger = createLogger({ level: 'silent' });
  browser = await launchChromium();
  const app = createWebApp({
    ...{ assistant: fakeAssistant(), logger },
    records: { store: fakeStore(), secrets: secretsOf(Buffer.alloc(32, 1)) },
  });
  server = await serveWeb({ app, host: '127.0.0.1', port: 0, logger });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const PAGES = [
  ['the chat page', '/'],
  ['an answer without JavaScript', `/ask?q=${encodeURIComponent('食堂能送餐吗？')}`],
  ['the list of documents', '/documents'],
  ['a document at a quote', `/documents/${encodeURIComponent(SAMPLE_DOCUMENT.name)}?start=10&end=30`],
  ['the register of targets', '/targets'],
  ['the register of targets without a row', '/targets?kind=underway&year=x'],
  ['two sides to choose', '/compare?town=x'],
  ['two sides, side by side', '/compare?year=2023&againstYear=2022'],
  ['the field for a text to check', '/check'],
] as const;

test.each(
  PAGES.flatMap(([name, path]) => (['light', 'dark'] as const).map((scheme) => ({ name, path, scheme }))),
)('$name has no accessibility violation in $scheme colours', async ({ path, scheme }) => {
  const context = await browser.newContext({
    locale: 'zh-CN',
    colorScheme: scheme,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${server.address}${path}`);
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  // A page on which nothing could be checked would pass as well.
  expect(passes.length).toBeGreaterThan(10);
  await context.close();
});
