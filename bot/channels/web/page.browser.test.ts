import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../assistant.ts';
import { createLogger } from '../../logger.ts';
import type { AskRequest } from '../../questions/request.ts';
import { createWebApp } from './app.ts';
import { launchChromium } from './chromium.ts';
import { fakeAssistant, SAMPLE_DOCUMENT, sampleAnswer } from './fake-assistant.ts';
import { serveWeb, type WebServer } from './serve.ts';

/** A folder to leave pictures in; none are taken without it. */
const SCREENSHOTS = process.env.SCREENSHOTS;
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };
const SIZES = [
  { size: 'phone', options: PHONE },
  { size: 'desktop', options: DESKTOP },
] as const;
const QUESTION = '村里老人吃饭的食堂，哪些人能送餐上门？';

let browser: Browser;
const closings: (() => Promise<unknown>)[] = [];
/** What no page may do: write to the console, fail to load, or ask another origin for anything. */
let faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
  const seen = faults;
  faults = [];
  expect(seen).toEqual([]);
});

async function serve(assistant: Assistant = fakeAssistant()): Promise<WebServer> {
  const logger = createLogger({ level: 'silent' });
  const server = await serveWeb({
    app: createWebApp({ assistant, logger }),
    host: '127.0.0.1',
    port: 0,
    logger,
  });
  closings.push(() => server.close());
  return server;
}

async function open(server: WebServer, options: BrowserContextOptions, path = '/'): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
  closings.push(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== server.address && url.protocol !== 'data:') faults.push(`request: ${request.url()}`);
  });
  await page.goto(server.address + path);
  return page;
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('您的问题').fill(question);
  await page.getByRole('button', { name: '提问' }).click();
}

async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  if (SCREENSHOTS !== undefined) await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage });
}

/** An assistant whose answer goes on only when told to. */
function slowAssistant(): { assistant: Assistant; goOn: () => void; aborted: () => boolean } {
  let goOn = (): void => {};
  let aborted = false;
  const assistant = fakeAssistant({
    ask: async (request, options) => {
      options?.signal?.addEventListener('abort', () => {
        aborted = true;
        goOn();
      });
      options?.onSentence?.('第一句已经查实。');
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return sampleAnswer(request.question);
    },
  });
  return { assistant, goOn: () => goOn(), aborted: () => aborted };
}

describe.each(SIZES)('the chat page on a $size', ({ size, options }) => {
  it('streams an answer and leads from its mark to the highlighted quote and back', async () => {
    const { assistant, goOn } = slowAssistant();
    const page = await open(await serve(assistant), options);
    await picture(page, `${size}-welcome`);
    await ask(page, QUESTION);
    await page.getByText('第一句已经查实。').waitFor();
    await page.getByRole('button', { name: '停止' }).waitFor();
    await picture(page, `${size}-streaming`);
    goOn();
    const answer = page.locator('.answer.answered');
    await answer.getByText('免费送餐上门').first().waitFor();
    expect(await answer.locator('.answer-text').innerText()).toBe(sampleAnswer('').answer);
    expect(await answer.locator('.source').allInnerTexts()).toEqual([
      expect.stringMatching(
        /^\[1\] 食堂开进村里 老人吃上热饭 示例镇 · 2023年\s+对80周岁以上和行动不便的老人，食堂每天中午免费 送餐上门\s+看原文（第 37 行）$/,
      ),
      expect.stringMatching(/^\[2\] .*其他老人可以到食堂用餐，每餐8元\s+看原文（第 38 行）$/s),
    ]);
    expect(await answer.locator('.notes').innerText()).toContain('距今已3年');
    expect(await page.getByRole('status').textContent()).toContain('附 2 处出处');
    const question = await page.locator('.question').boundingBox();
    expect(question!.y, 'the question stays in view while its answer grows').toBeGreaterThan(50);
    expect(await page.evaluate('document.activeElement.id')).toBe('send');
    await picture(page, `${size}-answer`);

    await answer.getByRole('link', { name: '出处 [1]：' }).click();
    const quote = page.locator('#quote');
    await quote.waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual([
      '对80周岁以上和行动不便的老人，食堂每天中午免费',
      '送餐上门',
    ]);
    const box = await quote.boundingBox();
    expect(box!.y).toBeGreaterThan(60);
    expect(box!.y + box!.height).toBeLessThan(page.viewportSize()!.height);
    expect(await page.locator('.text').innerText()).toContain('厨房里热气腾腾');
    await picture(page, `${size}-document`);

    await page.goBack();
    await page.locator('.answer.answered').waitFor();
    expect(await page.locator('.question').innerText()).toContain(QUESTION);
  });

  it('stops when told to, keeps what was said, and can try again', async () => {
    const { assistant, goOn, aborted } = slowAssistant();
    const page = await open(await serve(assistant), options);
    await ask(page, QUESTION);
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止。').first().waitFor();
    expect(await page.locator('.answer').innerText()).toContain('第一句已经查实。');
    await expect.poll(aborted).toBe(true);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('第一句已经查实。').waitFor();
    goOn();
    await page.locator('.answer.answered').waitFor();
    expect(await page.locator('.exchange').count()).toBe(1);
  });

  it('has targets large enough for a thumb and never scrolls sideways, in large type too', async () => {
    const page = await open(await serve(), options);
    const check = async (where: string) => {
      const small = await page.locator('a, button, label.tool, textarea, summary').evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility() && !element.matches('.mark, .skip, .unseen'))
          .map((element) => ({ text: element.textContent, height: element.getBoundingClientRect().height }))
          .filter(({ height }) => height < 44),
      );
      expect(small, where).toEqual([]);
      const [wide, screen] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
        number,
        number,
      ];
      expect(wide, where).toBeLessThanOrEqual(screen);
    };
    await check('welcome');
    await ask(page, QUESTION);
    await page.locator('.answer.answered').waitFor();
    await check('answer');
    await page.getByLabel('大字').click();
    await check('answer in large type');
    await picture(page, `${size}-large`);
    await page.goto(
      `${new URL(page.url()).origin}/documents/${encodeURIComponent(SAMPLE_DOCUMENT.name)}?start=900&end=960`,
    );
    await check('document in large type');
    await page.setViewportSize({ width: 320, height: 640 });
    await check('document on the narrowest phone');
    await page.goto(new URL(page.url()).origin);
    await page.locator('.answer.answered').waitFor();
    await check('answer on the narrowest phone');
    await picture(page, `${size}-large-narrow`);
  });

  it('remembers large type', async () => {
    const page = await open(await serve(), options);
    const typeSize = () =>
      page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)') as Promise<number>;
    const normal = await typeSize();
    await page.getByLabel('大字').click();
    expect(await typeSize()).toBeGreaterThan(normal * 1.3);
    await page.reload();
    expect(await typeSize()).toBeGreaterThan(normal * 1.3);
    expect(await page.getByLabel('大字').isChecked()).toBe(true);
    await page.getByLabel('大字').click();
    expect(await typeSize()).toBe(normal);
  });

  it('answers without JavaScript', async () => {
    const page = await open(await serve(), { ...options, javaScriptEnabled: false });
    await ask(page, QUESTION);
    await page.waitForURL('**/ask');
    expect(await page.locator('h1.question').innerText()).toContain(QUESTION);
    expect(await page.locator('.answer-text').innerText()).toBe(sampleAnswer('').answer);
    await picture(page, `${size}-no-javascript`);
    await page.getByRole('link', { name: '看原文（第 38 行）' }).click();
    expect(await page.locator('#quote').innerText()).toBe('其他老人可以到食堂用餐，每餐8元');
    await page.getByLabel('大字').click();
    expect(await page.getByLabel('大字').isChecked()).toBe(true);
  });
});

/** Timed in the page, from the click to the painted answer: what a person waits, without the driver's own steps. */
const TIME_ANSWER = `
  const clicked = new Promise((resolve) =>
    addEventListener('click', () => resolve(performance.now()), { capture: true, once: true }));
  const shown = new Promise((resolve) =>
    new MutationObserver((_, observer) => {
      if (document.querySelector('.answer.answered') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    }).observe(document.body, { attributes: true, childList: true, subtree: true }));
  globalThis.answerTimed = Promise.all([clicked, shown]).then(([from, to]) => to - from);
  undefined;
`;

describe('the chat page', () => {
  it('keeps the conversation in the browser, sends its last turns along, and clears it', async () => {
    const asked: AskRequest[] = [];
    const assistant = fakeAssistant({
      ask: async (request) => {
        asked.push(request);
        return sampleAnswer(request.question);
      },
    });
    const page = await open(await serve(assistant), PHONE);
    await page.getByRole('link', { name: '今年要新建几家老年食堂？' }).click();
    await page.locator('.answer.answered').waitFor();
    await page.getByRole('button', { name: '老年食堂一餐多少钱？' }).click();
    await expect.poll(() => page.locator('.answer.answered').count()).toBe(2);
    expect(asked.map(({ question, history }) => [question, history?.length])).toEqual([
      ['今年要新建几家老年食堂？', 0],
      ['老年食堂一餐多少钱？', 2],
    ]);
    await page.reload();
    expect(await page.locator('.answer.answered').count()).toBe(2);
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('heading', { name: '您好' }).waitFor();
    await page.reload();
    expect(await page.locator('.exchange').count()).toBe(0);
  });

  it('is usable with the keyboard alone', async () => {
    const page = await open(await serve(), DESKTOP);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到提问框');
    await page.keyboard.press('Enter');
    await page.keyboard.type('谁能送餐');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('？');
    expect(await page.getByLabel('您的问题').inputValue()).toBe('谁能送餐\n？');
    await page.keyboard.press('Enter');
    await page.locator('.answer.answered').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    await page.locator('.mark').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/**');
  });

  it('does not send while an input method is composing', async () => {
    const asked: string[] = [];
    const ask = async ({ question }: AskRequest) => {
      asked.push(question);
      return sampleAnswer(question);
    };
    const page = await open(await serve(fakeAssistant({ ask })), DESKTOP);
    const field = page.getByLabel('您的问题');
    await field.fill('shi tang');
    await field.dispatchEvent('keydown', {
      key: 'Enter',
      keyCode: 229,
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    expect(asked).toEqual([]);
    await field.press('Enter');
    await expect.poll(() => asked).toEqual(['shi tang']);
  });

  it('copies the answer with its sources', async () => {
    const page = await open(await serve(), {
      ...DESKTOP,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await ask(page, QUESTION);
    await page.getByRole('button', { name: '复制答案和出处' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(copied).toContain(`问：${QUESTION}\n答：${sampleAnswer('').answer}`);
    expect(copied).toContain(
      '[2] 《食堂开进村里 老人吃上热饭》示例镇 · 2023年\n“其他老人可以到食堂用餐，每餐8元”\nhttp://127.0.0.1:',
    );
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const answer = sampleAnswer(hostile, {
      answer: `${hostile}[1]`,
      notes: [hostile],
      suggestions: [hostile],
      citations: [
        {
          ...sampleAnswer('').citations[0]!,
          title: hostile,
          quote: hostile,
          town: hostile,
          document: 'javascript:alert(1)',
        },
      ],
    });
    const page = await open(
      await serve(fakeAssistant({ ask: async () => answer, firstQuestions: () => [hostile] })),
      DESKTOP,
    );
    await ask(page, hostile);
    await page.locator('.answer.answered').waitFor();
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.locator('.answer-text').innerText()).toBe(`${hostile}[1]`);
    expect(await page.locator('.mark').first().getAttribute('href')).toMatch(
      /^\/documents\/javascript%3Aalert/,
    );
    expect(await page.title()).toBe('问桥');
    await page.reload();
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  it('says in words what went wrong', async () => {
    const server = await serve(fakeAssistant({ ask: () => Promise.reject(new Error('broken')) }));
    const page = await open(server, PHONE);
    await ask(page, QUESTION);
    await page.getByText('服务出了点问题').first().waitFor();
    await server.close();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByText('没有连上服务').first().waitFor();
    // The browser itself notes the refused connection.
    faults = faults.filter((fault) => !fault.includes('ERR_CONNECTION_REFUSED'));
  });

  it('shows every ending, in light and dark', async () => {
    const endings = new Map([
      [
        '选哪个镇',
        sampleAnswer('选哪个镇', {
          status: 'clarify',
          answer: '您问的是哪一年？2022年有9家[1]，2023年有12家[2]。',
          suggestions: ['2022年', '2023年'],
        }),
      ],
      [
        '没有',
        sampleAnswer('没有', {
          status: 'refused',
          reason: 'not_in_documents',
          answer: '资料里没有写到报名电话。可以打镇便民服务中心的电话问一问。',
          citations: [],
        }),
      ],
      [
        '着火了',
        sampleAnswer('着火了', {
          status: 'blocked',
          reason: 'emergency',
          answer: '请马上离开，并拨打119。',
          citations: [],
          notes: [],
          suggestions: [],
        }),
      ],
    ]);
    const assistant = fakeAssistant({
      ask: async ({ question }) => endings.get(question) ?? sampleAnswer(question),
    });
    const server = await serve(assistant);
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(server, { ...PHONE, colorScheme });
      await picture(page, `phone-welcome-${colorScheme}`);
      for (const question of endings.keys()) {
        await ask(page, question);
        await page.getByRole('heading', { name: question }).waitFor();
        await page.locator('.exchange:last-child .answer:not([aria-busy])').waitFor();
      }
      expect(await page.locator('.ending').allInnerTexts()).toEqual([
        '请您再说明一下',
        '资料里没有写到',
        '紧急情况',
      ]);
      await picture(page, `phone-endings-${colorScheme}`, true);
    }
  });

  it('shows the first answer within 300 ms', async () => {
    const page = await open(await serve(), PHONE);
    await page.getByLabel('您的问题').fill(QUESTION);
    await page.evaluate(TIME_ANSWER);
    await page.getByRole('button', { name: '提问' }).click();
    const milliseconds = (await page.evaluate('answerTimed')) as number;
    expect(milliseconds).toBeGreaterThan(0);
    expect(milliseconds).toBeLessThan(300);
  });
});

it('lists the documents', async () => {
  const page = await open(await serve(), DESKTOP, '/documents');
  await picture(page, 'desktop-documents');
  await page.getByRole('link', { name: SAMPLE_DOCUMENT.title }).click();
  expect(await page.locator('.text p').count()).toBe(SAMPLE_DOCUMENT.text.split('\n').length - 1);
});
