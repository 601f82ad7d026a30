import { describe, expect, it } from 'vitest';
import { fakeDesk, sampleRow } from '../../desk/fake-desk.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from './app.ts';
import { fakeAssistant, SAMPLE_ROW } from './fake-assistant.ts';
import { sourceLink } from './source-link.ts';
import { ROWS_ON_A_PAGE } from './targets.ts';

const HOSTILE = `<img src=x onerror="alert('1')">&'"</td><script>alert(2)</script>`;

function appWith(desk = fakeDesk([SAMPLE_ROW])) {
  return createWebApp({ assistant: fakeAssistant({ desk }), logger: createLogger({ level: 'silent' }) });
}

async function page(path: string, desk = fakeDesk([SAMPLE_ROW])): Promise<string> {
  return (await appWith(desk).request(path)).text();
}

describe('/targets', () => {
  it('shows every row with its quote and the way to it', async () => {
    const html = await page('/targets');
    expect(html).toContain(`<q>${SAMPLE_ROW.quote}</q>`);
    expect(html).toContain(`href="${sourceLink(SAMPLE_ROW).replaceAll('&', '&amp;')}"`);
    expect(html).toContain('<span class="kind target">目标</span>');
    expect(html).toMatch(/<form[^>]*action="\/targets"[^>]*method="get"/);
  });

  it('opens the document at the very words', async () => {
    const link = sourceLink(SAMPLE_ROW).replace('#quote', '');
    expect(await page(link)).toContain(`<mark id="quote">${SAMPLE_ROW.quote}</mark>`);
  });

  it('narrows by the filters and shows them again', async () => {
    const desk = fakeDesk([SAMPLE_ROW, sampleRow({ kind: 'result', quote: '已有3家' })]);
    const html = await page('/targets?kind=result&measure=食堂&year=2023&town=', desk);
    expect(html).toContain('<q>已有3家</q>');
    expect(html).not.toContain(`<q>${SAMPLE_ROW.quote}</q>`);
    expect(html).toContain('<option value="result" selected>');
    expect(html).toContain('value="食堂"');
    expect(html).not.toContain('看不懂的条件');
  });

  it('names the filters that make no sense, and leaves them out', async () => {
    const html = await page('/targets?year=abc&kind=toString&town=无名镇&before=明天&order=x');
    expect(html).toContain('看不懂的条件没有用上：镇、年份、性质、期限不晚于、排序。');
    expect(html).toContain('共1条。');
  });

  it('says when nothing fits', async () => {
    const html = await page('/targets?kind=underway');
    expect(html).toContain('没有符合条件的条目。');
    expect(html).not.toContain('<table');
  });

  it('turns pages and keeps the filters', async () => {
    const rows = Array.from({ length: ROWS_ON_A_PAGE + 1 }, (_, at) => sampleRow({ measure: `第${at}件` }));
    const first = await page('/targets?kind=target', fakeDesk(rows));
    expect(first).toContain('href="/targets?kind=target&amp;page=2"');
    expect(first).not.toContain(`第${ROWS_ON_A_PAGE}件<`);
    expect(await page('/targets?kind=target&page=2', fakeDesk(rows))).toContain(`第${ROWS_ON_A_PAGE}件<`);
    expect(await page('/targets?page=99999', fakeDesk(rows))).toContain('第2页，共2页');
  });

  it('gives the same rows as a file', async () => {
    const response = await appWith().request('/targets.csv?kind=target');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="targets.csv"/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain(SAMPLE_ROW.quote);
    const none = await (await appWith().request('/targets.csv?kind=result')).text();
    expect(none.trim().split('\r\n')).toHaveLength(1);
  });

  it('escapes what comes from documents and from the address', async () => {
    const tags = (html: string) => [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name);
    const rowOf = (text: string) =>
      sampleRow({
        town: text,
        measure: text,
        figure: text,
        deadline: text,
        quote: text,
        title: text,
        document: text,
      });
    const query = encodeURIComponent(HOSTILE);
    const hostile = await page(`/targets?measure=${query}&before=${query}`, fakeDesk([rowOf(HOSTILE)]));
    expect(tags(hostile)).toEqual(tags(await page('/targets?measure=好&before=好', fakeDesk([rowOf('好')]))));
  });

  it('leads to the other parts of the site and marks itself', async () => {
    const html = await page('/targets');
    for (const path of ['/', '/check', '/documents'])
      expect(html).toContain(`<a class="tool" href="${path}">`);
    expect(html).toContain('href="/targets" aria-current="page"');
  });
});
