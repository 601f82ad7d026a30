import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../bot/channels/web/chromium.ts';
import { webWording } from '../bot/wording/web.ts';
import { startProgram } from './program/start-program.ts';

/*
 * The pictures in docs/: the real program, asked real questions, seen on a phone and on a desk.
 * Run it with `node --import tsx scripts/screenshots.ts`; it needs Chromium and Chinese type.
 */

const ROOT = dirname(import.meta.dirname);
const PICTURES = join(ROOT, 'docs');
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
  locale: 'zh-CN',
  reducedMotion: 'reduce',
};
const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1200, height: 800 },
  colorScheme: 'light',
  locale: 'zh-CN',
  reducedMotion: 'reduce',
};
const ANSWERED = '村里老人吃饭的食堂，哪些人能送餐上门？';
/** What two towns say of the same. */
const COMPARED = '/compare?town=义桥镇&against=瓜沥镇';
const REFUSED = '义孝大食堂一餐多少钱？';
/** One right figure, one wrong, one that the documents do not know. */
const CHECKED =
  '2022年，瓜沥镇力争新增停车位600个以上，力争新增5片接驳公交线路。2022年，瓜沥镇力争新建图书馆9家。';
/** A picture in a README is loaded by everybody who opens it. */
const LARGEST_PICTURE = 300_000;

/** Asks on the page and waits until the answer has come to the end that the picture is to show. */
async function ask(page: Page, address: string, question: string, ending: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel(webWording.chat.questionLabel).fill(question);
  await page.getByRole('button', { name: webWording.chat.send }).click();
  await page.locator(`.answer.${ending}`).waitFor();
  await page.evaluate('document.activeElement.blur()');
}

async function take(page: Page, name: string): Promise<string> {
  const path = join(PICTURES, name);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > LARGEST_PICTURE) throw new Error(`docs/${name} has ${size} bytes, more than ${LARGEST_PICTURE}`);
  return `docs/${name} ${Math.round(size / 1000)} kB\n`;
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  const page = await (await browser.newContext(PHONE)).newPage();
  page.setDefaultTimeout(20_000);
  await ask(page, address, ANSWERED, 'answered');
  process.stdout.write(await take(page, 'page.png'));
  await page.locator('.answer .mark').first().click();
  await page.locator('#quote').waitFor();
  process.stdout.write(await take(page, 'document.png'));

  await page.goBack();
  await page.getByRole('button', { name: webWording.feedback.bad }).tap();
  await page.locator('.feedback-more').waitFor();
  await page.evaluate("document.querySelector('.feedback-more').scrollIntoView({ block: 'center' })");
  process.stdout.write(await take(page, 'feedback.png'));

  const other = await (await browser.newContext(PHONE)).newPage();
  await ask(other, address, REFUSED, 'refused');
  process.stdout.write(await take(other, 'refusal.png'));

  await takeDesk(browser, address, PHONE, '-phone');
  await takeDesk(browser, address, DESKTOP, '');
}

/** The cadres' three pages. */
async function takeDesk(
  browser: Browser,
  address: string,
  screen: BrowserContextOptions,
  suffix: string,
): Promise<void> {
  const page = await (await browser.newContext(screen)).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}/targets?kind=target`);
  await page.locator('table, .row').first().waitFor();
  process.stdout.write(await take(page, `targets${suffix}.png`));
  await page.goto(`${address}${encodeURI(COMPARED)}`);
  await page.locator('.pair').first().waitFor();
  await page.evaluate("document.querySelector('#result').scrollIntoView()");
  process.stdout.write(await take(page, `compare${suffix}.png`));
  await page.goto(`${address}/check`);
  await page.locator('textarea[name=text]').fill(CHECKED);
  await page.locator('main form [type=submit]').first().click();
  await page.locator('#result').waitFor();
  await page.evaluate("document.querySelector('#result').scrollIntoView()");
  process.stdout.write(await take(page, `check${suffix}.png`));
}

async function main(): Promise<number> {
  mkdirSync(PICTURES, { recursive: true });
  const index = mkdtempSync(join(tmpdir(), 'wenqiao-pictures-'));
  try {
    const program = await startProgram({ INDEX_DIR: index, STORE_DIR: `${index}-store` });
    const browser = await launchChromium();
    try {
      await takeAll(browser, program.address);
    } finally {
      await browser.close();
      await program.stop();
    }
    return 0;
  } catch (error) {
    process.stderr.write(`screenshots: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    for (const folder of [index, `${index}-store`]) rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
