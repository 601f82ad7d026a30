import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../assistant.ts';
import { createLogger } from '../../logger.ts';
import type { AskRequest } from '../../questions/request.ts';
import { createWebApp, type WebAppDependencies } from './app.ts';
import { citationOf, fakeAssistant, SAMPLE_DOCUMENT, sampleAnswer } from './fake-assistant.ts';

const HOSTILE = `<img src=x onerror="alert('1')">&'"</textarea><script>alert(2)</script>`;

function appWith(dependencies: Partial<WebAppDependencies> = {}) {
  return createWebApp({
    assistant: fakeAssistant(),
    logger: createLogger({ level: 'silent' }),
    ...dependencies,
  });
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  const body = (await response.json()) as { error: { code: string; message: string } };
  return body.error;
}

/** The tags of a page, so that "escaped" means that no new one came in. */
function tags(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name ?? '');
}

/** A promise and the function that fulfils it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

it.each([
  ['who hangs up in the middle', Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 20],
  ['a fault of ours', new Error('broken'), 50],
])('logs %s by its weight', async (_, error, level) => {
  const lines: string[] = [];
  const logger = createLogger({ level: 'trace', destination: { write: (line) => void lines.push(line) } });
  const documents = () => {
    throw error;
  };
  await appWith({ logger, assistant: fakeAssistant({ documents }) }).request('/documents');
  const failed = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request failed');
  expect(failed).toMatchObject([{ level }]);
});

describe('every response', () => {
  it.each([
    '/',
    '/documents',
    '/healthz',
    '/nothing-here',
    '/ask?q=食堂',
    '/api/ask',
  ])('%s carries the strict headers', async (path) => {
    const response = await appWith().request(path);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split(/; ?/).filter(Boolean)).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('has nothing inline and nothing from elsewhere', async () => {
    const app = appWith();
    for (const path of [
      '/',
      '/documents',
      `/documents/${encodeURIComponent(SAMPLE_DOCUMENT.name)}`,
      '/ask?q=食堂',
    ]) {
      const html = await (await app.request(path)).text();
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/assets\/)|javascript:/i);
      expect(html).not.toMatch(/(?:src|href|action)="(?!\/|#)/);
    }
  });
});

describe('GET /', () => {
  it('offers the first questions as links that work without JavaScript', async () => {
    const html = await (await appWith().request('/')).text();
    expect(html).toContain(`href="/ask?q=${encodeURIComponent('今年要新建几家老年食堂？')}"`);
    expect(html).toMatch(/<form[^>]*action="\/ask"[^>]*method="post"/);
    expect(html).toMatch(/<label[^>]*for="question"/);
  });

  it('escapes hostile first questions', async () => {
    const plain = await (
      await appWith({ assistant: fakeAssistant({ firstQuestions: () => ['问'] }) }).request('/')
    ).text();
    const hostile = await (
      await appWith({ assistant: fakeAssistant({ firstQuestions: () => [HOSTILE] }) }).request('/')
    ).text();
    expect(tags(hostile)).toEqual(tags(plain));
  });
});

describe('POST /api/ask', () => {
  it("returns the contract's answer object", async () => {
    const response = await appWith().request('/api/ask', post({ question: '谁能送餐？' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(sampleAnswer('谁能送餐？'));
  });

  it('passes on history, town, year and id, and drops what it does not know', async () => {
    const asked: AskRequest[] = [];
    const assistant = fakeAssistant({
      ask: async (request) => {
        asked.push(request);
        return sampleAnswer(request.question);
      },
    });
    const history = [{ role: 'user', text: '食堂在哪？' }];
    const body = { id: 7, question: '那几点开门？', history, town: '示例镇', year: 2023, admin: true };
    await appWith({ assistant }).request('/api/ask', post(body));
    expect(asked).toEqual([{ id: '7', question: '那几点开门？', history, town: '示例镇', year: 2023 }]);
  });

  it('streams each sentence and then the whole answer', async () => {
    const response = await appWith().request(
      '/api/ask',
      post({ question: '谁能送餐？' }, { accept: 'text/event-stream' }),
    );
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const answer = sampleAnswer('谁能送餐？');
    const sentences = answer.answer.match(/[^。]+。/g) ?? [];
    expect(sentences).toHaveLength(2);
    expect(await response.text()).toBe(
      [
        ...sentences.map((text) => `event: sentence\ndata: ${JSON.stringify({ text })}\n\n`),
        `event: answer\ndata: ${JSON.stringify(answer)}\n\n`,
      ].join(''),
    );
  });

  it('sends a sentence before the answer is complete', async () => {
    const { opened, open } = gate();
    const assistant = fakeAssistant({
      ask: async (request, options) => {
        options?.onSentence?.('第一句。');
        await opened;
        return sampleAnswer(request.question);
      },
    });
    const response = await appWith({ assistant }).request(
      '/api/ask',
      post({ question: '？' }, { accept: 'text/event-stream' }),
    );
    const reader = response.body!.getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    expect(first).toBe('event: sentence\ndata: {"text":"第一句。"}\n\n');
    open();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: answer');
  });

  it.each([
    ['broken JSON', '{"question": ', 400, 'invalid_json'],
    ['an empty body', '', 400, 'invalid_json'],
    ['no question', { town: '示例镇' }, 400, 'invalid_request'],
    ['a question that is no text', { question: { $ne: 1 } }, 400, 'invalid_request'],
    ['a list', [], 400, 'invalid_request'],
    ['null', 'null', 400, 'invalid_request'],
    ['a history of strings', { question: '？', history: ['食堂'] }, 400, 'invalid_request'],
    [
      'a role that does not exist',
      { question: '？', history: [{ role: 'system', text: '' }] },
      400,
      'invalid_request',
    ],
    ['a year that is no year', { question: '？', year: '明年' }, 400, 'invalid_request'],
    ['65 kB', { question: 'x'.repeat(65 * 1024) }, 413, 'body_too_large'],
  ])('answers %s with one Chinese line', async (_, body, status, code) => {
    for (const accept of ['application/json', 'text/event-stream']) {
      const response = await appWith().request('/api/ask', post(body, { accept }));
      expect(response.status).toBe(status);
      const error = await errorOf(response);
      expect(error.code).toBe(code);
      expect(error.message).toMatch(/^[^\n]*\p{Script=Han}{4}[^\n]*。$/u);
      expect(error.message).not.toContain('{');
    }
  });

  it('names the fields that are wrong', async () => {
    const response = await appWith().request('/api/ask', post({ question: 1, history: [{ role: 'user' }] }));
    expect((await errorOf(response)).message).toContain('question、history.0.text');
  });

  it('takes a body of exactly 64 kB', async () => {
    const frame = JSON.stringify({ question: '' }).length;
    const response = await appWith().request('/api/ask', post({ question: 'x'.repeat(64 * 1024 - frame) }));
    expect(response.status).toBe(200);
  });

  it('does not answer GET', async () => {
    const response = await appWith().request('/api/ask?question=x');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect((await errorOf(response)).code).toBe('method_not_allowed');
  });

  it('answers an unknown API path with the error object', async () => {
    const response = await appWith().request('/api/nothing');
    expect(response.status).toBe(404);
    expect((await errorOf(response)).code).toBe('not_found');
  });

  it('says that something went wrong, and not what, when the assistant fails', async () => {
    const assistant = fakeAssistant({ ask: () => Promise.reject(new Error('secret detail')) });
    const app = appWith({ assistant });
    const whole = await app.request('/api/ask', post({ question: '？' }));
    expect(whole.status).toBe(500);
    expect(await whole.text()).not.toContain('secret detail');
    const streamed = await app.request('/api/ask', post({ question: '？' }, { accept: 'text/event-stream' }));
    expect(await streamed.text()).toMatch(
      /^event: error\ndata: \{"error":\{"code":"internal","message":"[^"]+"\}\}\n\n$/,
    );
  });
});

describe('the limits', () => {
  it('lets the allowed number work, the allowed number wait, and tells the next that it is full', async () => {
    const { opened, open } = gate();
    const assistant = fakeAssistant({
      ask: async (request) => {
        await opened;
        return sampleAnswer(request.question);
      },
    });
    const app = appWith({ assistant, concurrentAsks: 1, waitingAsks: 1 });
    const ask = () => app.request('/api/ask', post({ question: '？' }));
    const working = ask();
    const waiting = ask();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const turnedAway = await ask();
    expect(turnedAway.status).toBe(503);
    expect(turnedAway.headers.get('retry-after')).toBe('5');
    expect((await errorOf(turnedAway)).code).toBe('busy');
    const page = await app.request('/ask?q=食堂');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('现在提问的人太多');
    open();
    expect((await working).status).toBe(200);
    expect((await waiting).status).toBe(200);
    expect((await ask()).status).toBe(200);
  });

  it('cuts off what takes too long, tells the assistant, and gives the place back', async () => {
    let aborted = false;
    let hang = true;
    const assistant = fakeAssistant({
      ask: (request, options) =>
        hang
          ? new Promise(() => {
              options?.signal?.addEventListener('abort', () => {
                aborted = true;
              });
            })
          : Promise.resolve(sampleAnswer(request.question)),
    });
    const app = appWith({ assistant, askTimeoutMs: 30, concurrentAsks: 1 });
    const late = await app.request('/api/ask', post({ question: '？' }));
    expect(late.status).toBe(504);
    expect((await errorOf(late)).code).toBe('timeout');
    expect(aborted).toBe(true);
    const streamed = await app.request('/api/ask', post({ question: '？' }, { accept: 'text/event-stream' }));
    expect(await streamed.text()).toMatch(/^event: error\ndata: .*"timeout"/);
    hang = false;
    expect((await app.request('/api/ask', post({ question: '？' }))).status).toBe(200);
  });

  it('turns an address away that asks too fast, on both routes, and no other', async () => {
    let now = 0;
    const app = appWith({ asksPerMinute: 2, now: () => now });
    const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
    const ask = (address: string) => app.request('/api/ask', post({ question: '？' }), from(address));
    expect((await ask('203.0.113.5')).status).toBe(200);
    expect((await ask('203.0.113.5')).status).toBe(200);
    const limited = await ask('203.0.113.5');
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('30');
    expect((await errorOf(limited)).message).toContain('30 秒');
    expect((await app.request('/ask?q=食堂', {}, from('203.0.113.5'))).status).toBe(429);
    expect((await ask('203.0.113.6')).status).toBe(200);
    now = 30_000;
    expect((await ask('203.0.113.5')).status).toBe(200);
  });
});

describe('/ask', () => {
  it.each([
    ['a link', `/ask?q=${encodeURIComponent('谁能送餐？')}`, {}],
    ['a posted form', '/ask', form({ q: '谁能送餐？', town: '', year: '' })],
  ])('answers %s with the answer, its sources and a way on', async (_, path, init) => {
    const response = await appWith().request(path, init);
    expect(response.status).toBe(200);
    const html = await response.text();
    const name = encodeURIComponent(SAMPLE_DOCUMENT.name);
    const [first] = sampleAnswer('').citations;
    expect(html).toContain('谁能送餐？</h1>');
    expect(html).toContain(
      `class="mark" href="/documents/${name}?start=${first!.start}&amp;end=${first!.end}#quote"`,
    );
    expect(html).toContain('<blockquote>其他老人可以到食堂用餐，每餐8元</blockquote>');
    expect(html).toContain('示例镇 · 2023年');
    expect(html).toContain('距今已3年');
    expect(html).toContain(`href="/ask?q=${encodeURIComponent('老年食堂一餐多少钱？')}"`);
  });

  it('passes town and year on where the form has them', async () => {
    const asked: AskRequest[] = [];
    const ask = async (request: AskRequest) => {
      asked.push(request);
      return sampleAnswer(request.question);
    };
    await appWith({ assistant: fakeAssistant({ ask }) }).request(
      '/ask',
      form({ q: '食堂', town: '示例镇', year: '2023' }),
    );
    expect(asked).toEqual([{ question: '食堂', town: '示例镇', year: 2023 }]);
  });

  it('goes to the chat when nothing is asked', async () => {
    const response = await appWith().request('/ask');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
  });

  it('says which ending an answer has', async () => {
    const page = async (replaced: Parameters<typeof sampleAnswer>[1]) => {
      const ask = async () => sampleAnswer('？', replaced);
      return (await appWith({ assistant: fakeAssistant({ ask }) }).request('/ask?q=x')).text();
    };
    expect(await page({ status: 'refused', reason: 'not_in_documents' })).toContain(
      '<p class="ending">资料里没有写到</p>',
    );
    expect(await page({ status: 'clarify' })).toContain('<p class="ending">请您再说明一下</p>');
    expect(await page({ status: 'blocked', reason: 'emergency' })).toContain(
      '<p class="ending">紧急情况</p>',
    );
    expect(await page({ status: 'blocked', reason: 'small_talk' })).not.toContain('class="ending"');
  });

  it('leaves a mark without a citation as text', async () => {
    const ask = async () => sampleAnswer('？', { answer: '有[1]，没有[9]。' });
    const html = await (await appWith({ assistant: fakeAssistant({ ask }) }).request('/ask?q=x')).text();
    expect(html).toMatch(/>\[1\]<\/a>，没有\[9\]。/);
  });

  it('escapes everything that comes from a person or a document', async () => {
    const page = async (text: string) => {
      const answer = sampleAnswer(text, {
        answer: `${text}[1]`,
        citations: [
          {
            ...sampleAnswer('').citations[0]!,
            title: text,
            town: text,
            period: text,
            quote: text,
            document: text,
          },
        ],
        notes: [text],
        suggestions: [text],
      });
      const assistant = fakeAssistant({ ask: async () => answer });
      return (await appWith({ assistant }).request('/ask', form({ q: text }))).text();
    };
    const hostile = await page(HOSTILE);
    expect(tags(hostile)).toEqual(tags(await page('好')));
    expect(hostile).toContain('&lt;img src=x onerror=&quot;');
  });
});

describe('/documents', () => {
  const path = `/documents/${encodeURIComponent(SAMPLE_DOCUMENT.name)}`;

  it('lists every document with its town and period', async () => {
    const html = await (await appWith().request('/documents')).text();
    expect(html).toContain(`href="${path}"`);
    expect(html).toMatch(/食堂开进村里 老人吃上热饭<\/strong> <span>示例镇 · 2023年 · \d+ 字/);
  });

  it('shows the whole text, line for line', async () => {
    const html = await (await appWith().request(path)).text();
    const lines = [...html.matchAll(/<p data-line="(\d+)">(.*?)<\/p>/gs)].map(([, , text]) => text);
    expect(lines.join('\n')).toBe(SAMPLE_DOCUMENT.text.replace(/\n$/, ''));
    expect(html).not.toContain('<mark');
  });

  it('marks a quote over two lines and names the first piece', async () => {
    const { start, end, line } = citationOf(SAMPLE_DOCUMENT, '食堂每天中午免费\n送餐上门', 1);
    const html = await (await appWith().request(`${path}?start=${start}&end=${end}`)).text();
    expect(html).toContain('，<mark id="quote">食堂每天中午免费</mark></p>');
    expect(html).toContain('<mark>送餐上门</mark>；其他老人');
    expect(html).toContain(`引用的原文在第 ${line} 行`);
    expect(html.match(/<mark/g)).toHaveLength(2);
  });

  it.each([
    ['the end before the start', 'start=5&end=2'],
    ['a negative start', 'start=-1&end=9'],
    ['no numbers', 'start=0&end=9e9'],
    ['a span behind the text', 'start=999999&end=9999999'],
    ['an empty line', 'start=13&end=15'],
    ['a start alone', 'start=3'],
    ['an end alone', 'end=3'],
  ])('shows the text and says that the quote is not there for %s', async (_, query) => {
    const response = await appWith().request(`${path}?${query}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('没有找到要引用的位置');
    expect(html).toContain('data-line="1"');
    expect(html).not.toContain('<mark');
  });

  it.each([
    '..%2F..%2Fpackage.json',
    '..%5C..%5Cpackage.json',
    '%2Fetc%2Fpasswd',
    'app.ts',
    '%00',
    '%E0%A4%A',
    'constructor',
  ])('looks names up among the documents only: %s', async (name) => {
    const response = await appWith().request(`/documents/${name}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有找到这份资料');
  });

  it('escapes hostile names, titles and texts', async () => {
    const page = async (text: string, route: (name: string) => string) => {
      const document: DocumentView = { name: text, title: text, town: text, period: text, text };
      const assistant = fakeAssistant({ documents: () => [document], document: () => document });
      return tags(await (await appWith({ assistant }).request(route(encodeURIComponent(text)))).text());
    };
    for (const route of [() => '/documents', (name: string) => `/documents/${name}?start=0&end=9`]) {
      expect(await page(HOSTILE, route)).toEqual(await page('好好好好好好好好好好好', route));
    }
  });
});

describe('the rest', () => {
  it('reports its health', async () => {
    const response = await appWith().request('/healthz');
    expect(await response.json()).toEqual({
      status: 'ok',
      ready: true,
      indexedAt: '2024-01-02T03:04:05.000Z',
      passages: 42,
    });
  });

  it('answers an unknown page with a page', async () => {
    const response = await appWith().request('/nothing');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这个页面');
  });

  it('shows a page when a page fails', async () => {
    const assistant = fakeAssistant({
      documents: () => {
        throw new Error('secret detail');
      },
    });
    const response = await appWith({ assistant }).request('/documents');
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain('服务出了点问题');
    expect(html).not.toContain('secret detail');
  });

  it('logs requests without what a person wrote', async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'trace', destination: { write: (line) => lines.push(line) } });
    const app = appWith({ logger });
    await app.request('/ask?q=我的秘密');
    await app.request('/documents/我的秘密');
    await app.request('/我的秘密');
    await app.request('/api/ask', post({ question: '我的秘密' }));
    const routes = lines.map((line) => JSON.parse(line)).map(({ route, status }) => `${status} ${route}`);
    expect(routes).toEqual(['200 /ask', '404 /documents/:name', '404 /*', '200 /api/ask']);
    expect(lines.join('')).not.toMatch(/秘密|%E7%A7%98/);
  });
});
