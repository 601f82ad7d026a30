import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fakeStore } from '../../conversations/fake-store.ts';
import { secretsOf } from '../../conversations/pseudonym.ts';
import type { Store } from '../../conversations/store.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from './app.ts';
import { launchChromium } from './chromium.ts';
import { fakeAssistant } from './fake-assistant.ts';
import { serveWeb, type WebServer } from './serve.ts';

const PHONE: BrowserContextOptions = {
  ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' },
};
const THANKS = '谢谢，已经记下了。';

let browser: Browser;
const closings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

async function open(
  store: Store,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; server: WebServer }> {
  const logger = createLogger({ level: 'silent' });
  const records = { store, secrets: secretsOf(Buffer.alloc(32, 1)) };
  const app = createWebApp({ assistant: fakeAssistant(), logger, records });
  const server = await serveWeb({ app, host: '127.0.0.1', port: 0, logger });
  closings.push(() => server.close());
  const context = await browser.newContext({ ...PHONE, ...options });
  closings.push(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(server.address);
  await page.getByLabel('您的问题').fill('哪些人能送餐？');
  await page.getByRole('button', { name: '提问' }).click();
  return { page, server };
}

const button = (page: Page, name: string) => page.getByRole('button', { name });

test('a good word is one tap, and the thanks come once it is kept', async () => {
  const store = fakeStore();
  const { page } = await open(store);
  await button(page, '有用').tap();
  await page.locator('.feedback').getByText(THANKS).waitFor();
  expect(store.feedback()).toEqual([
    expect.objectContaining({ verdict: 'good', question: '哪些人能送餐？' }),
  ]);
  expect(await button(page, '有用').getAttribute('aria-pressed')).toBe('true');
});

test('a bad one asks what was wrong, by keyboard alone, and is one row in the end', async () => {
  const store = fakeStore();
  const { page } = await open(store);
  await button(page, '没用').focus();
  await page.keyboard.press('Enter');
  await page.locator('.feedback').getByText('请再说几句').waitFor();
  expect(store.feedback()).toEqual([expect.objectContaining({ verdict: 'bad', reason: null })]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('电话13812345678打不通');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.feedback').getByText(THANKS).waitFor();
  expect(store.feedback()).toEqual([
    expect.objectContaining({ verdict: 'bad', reason: 'outdated', comment: '电话〔手机号〕打不通' }),
  ]);
  expect(await page.locator('.feedback-more').count()).toBe(0);
  expect(await page.evaluate('document.activeElement.textContent')).toBe('没用');
});

test('an answer that was left on the page can still be judged when it is opened again', async () => {
  const store = fakeStore();
  const { page } = await open(store);
  await button(page, '有用').waitFor();
  await page.reload();
  await button(page, '没用').tap();
  await page.locator('.feedback').getByText('请再说几句').waitFor();
  expect(store.feedback()).toHaveLength(1);
});

test('what could not be kept is said, and nobody is thanked', async () => {
  const addFeedback = () => {
    throw new Error('full');
  };
  const { page, server } = await open({ ...fakeStore(), addFeedback });
  await button(page, '没用').tap();
  await page.getByText('这条评价没能记下来，请稍后再试。').waitFor();
  expect(await button(page, '没用').getAttribute('aria-pressed')).toBe('false');
  await server.close();
  await button(page, '有用').tap();
  await page.getByText('没有连上服务，这条评价还没有记下').waitFor();
  expect(await page.locator('.feedback').innerText()).not.toContain('谢谢');
});

test.each([
  'light',
  'dark',
] as const)('all of it can be reached by everybody in %s colours', async (colorScheme) => {
  const { page } = await open(fakeStore(), { colorScheme });
  await button(page, '没用').tap();
  await page.getByRole('radio').first().waitFor();
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(10);
  const targets = page.locator('.feedback button, .feedback label');
  const sizes = (await targets.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()),
  )) as DOMRectLike[];
  expect(sizes.length).toBe(2 + 5 + 1 + 1);
  for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/more-${colorScheme}.png`, fullPage: true });
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wide).toBe(0);
});

interface DOMRectLike {
  readonly width: number;
  readonly height: number;
}

test('it works without JavaScript', async () => {
  const store = fakeStore();
  const { server } = await open(store);
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  closings.push(() => context.close());
  const page = await context.newPage();
  await page.goto(server.address);
  await page.getByLabel('您的问题').fill('哪些人\n能送餐？');
  await button(page, '提问').tap();
  await button(page, '没用').tap();
  await page.getByRole('radio', { name: '不全' }).check();
  await button(page, '补充').tap();
  await page.getByText(THANKS).waitFor();
  expect(store.feedback()).toEqual([
    expect.objectContaining({ verdict: 'bad', reason: 'incomplete', comment: null }),
  ]);
});

test('the page after a bad word can be reached by everybody', async () => {
  const { page, server } = await open(fakeStore());
  await page.goto(`${server.address}/ask?q=${encodeURIComponent('哪些人能送餐？')}`);
  await button(page, '没用').tap();
  await page.getByRole('radio').first().waitFor();
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(passes.length).toBeGreaterThan(10);
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/thanks.png` });
});
