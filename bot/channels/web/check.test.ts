import { describe, expect, it, vi } from 'vitest';
import { fakeDesk, sampleCheck, sampleRow } from '../../desk/fake-desk.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from './app.ts';
import { fakeAssistant } from './fake-assistant.ts';
import { WEB_LIMITS } from './limits.ts';

const HOSTILE = `<img src=x onerror="alert('1')">&'"</textarea><script>alert(2)</script>`;

function appWith(desk = fakeDesk()) {
  return createWebApp({ assistant: fakeAssistant({ desk }), logger: createLogger({ level: 'silent' }) });
}

function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

describe('/check', () => {
  it('offers a form that is posted, and nothing else yet', async () => {
    const html = await (await appWith().request('/check')).text();
    expect(html).toMatch(/<form[^>]*action="\/check"[^>]*method="post"/);
    expect(html).toMatch(/<label for="text">/);
    expect(html).not.toContain('id="result"');
  });

  it('gives the text back figure by figure, with what the documents say', async () => {
    const response = await appWith().request('/check', form({ text: '建成老年食堂12家。' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('核对了3个数字：有依据1个，不一致1个，没找到1个。');
    expect(html).toContain('>有依据</span> 资料里这是目标');
    expect(html).toContain('>与资料不一致</span> 限定词和资料不同，资料写的是“12家以上”；这是示例镇的数字');
    expect(html).toContain('>资料里没有找到</span>');
    expect(html).toContain('示例镇2023年目标：<q>年内建成12家以上</q>');
    expect(html).toContain('没有可核对的数字');
    expect(html).toContain('>建成老年食堂12家。</textarea>');
  });

  it('passes on the town and year that the form offers, and no others', async () => {
    const check = vi.fn(async (text: string) => sampleCheck(text));
    const app = appWith(fakeDesk([], { check }));
    await app.request('/check', form({ text: '一', town: '示例镇', year: '2023' }));
    await app.request('/check', form({ text: '二', town: '别的镇', year: '1' }));
    expect(check.mock.calls).toEqual([
      ['一', { town: '示例镇', year: 2023 }],
      ['二', {}],
    ]);
  });

  it('does not look an empty text up', async () => {
    const check = vi.fn(async (text: string) => sampleCheck(text));
    const response = await appWith(fakeDesk([], { check })).request('/check', form({ text: ' \n ' }));
    expect(response.status).toBe(200);
    expect(check).not.toHaveBeenCalled();
  });

  it('turns away what is too large', async () => {
    const response = await appWith().request('/check', form({ text: 'a'.repeat(WEB_LIMITS.bodyBytes) }));
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('发来的内容太长');
  });

  it('lets in only so many at once', async () => {
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const check = async (text: string) => {
      await opened;
      return sampleCheck(text);
    };
    const app = appWith(fakeDesk([], { check }));
    const sent = Array.from({ length: 23 }, () => app.request('/check', form({ text: '一' })));
    await new Promise((resolve) => setTimeout(resolve, 50));
    open();
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(22);
  });

  it('shows a page when the check fails, without what went wrong', async () => {
    const check = async () => {
      throw new Error('secret detail');
    };
    const response = await appWith(fakeDesk([], { check })).request('/check', form({ text: '一' }));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret detail');
  });

  it('escapes what comes from a person or a document', async () => {
    const tags = async (text: string) => {
      const row = sampleRow({
        town: text,
        quote: text,
        title: text,
        document: text,
        figure: text,
        measure: text,
      });
      const response = await appWith(fakeDesk([row])).request(
        '/check',
        form({ text, town: text, year: text }),
      );
      return [...(await response.text()).matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name);
    };
    expect(await tags(HOSTILE)).toEqual(await tags('好'));
  });
});
