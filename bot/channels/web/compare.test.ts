import { describe, expect, it } from 'vitest';
import { fakeDesk, sampleRow, sampleSideBySide } from '../../desk/fake-desk.ts';
import { MOST_ROWS, type Side } from '../../desk/side-by-side.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from './app.ts';
import { fakeAssistant, SAMPLE_ROW } from './fake-assistant.ts';
import { sourceLink } from './source-link.ts';

const HOSTILE = `<img src=x onerror="alert('1')">&'"</p><script>alert(2)</script>`;
const CHOSEN = '/compare?town=示例镇&year=2023&against=示例镇&againstYear=2022';

function appWith(desk = fakeDesk([SAMPLE_ROW]), asksPerMinute = 30) {
  const logger = createLogger({ level: 'silent' });
  return createWebApp({
    assistant: fakeAssistant({ desk }),
    logger,
    asksPerMinute,
    clientAddressHeader: 'x-address',
  });
}

async function page(path: string, desk = fakeDesk([SAMPLE_ROW])): Promise<string> {
  return (await appWith(desk).request(encodeURI(path))).text();
}

describe('/compare', () => {
  it('offers two sides to choose and shows nothing yet', async () => {
    const html = await page('/compare');
    expect(html).toMatch(/<form[^>]*action="\/compare"[^>]*method="get"/);
    for (const name of ['town', 'year', 'against', 'againstYear'])
      expect(html).toContain(`<select id="${name}" name="${name}">`);
    expect(html).not.toContain('id="result"');
    expect(html).not.toContain('两边要分得开');
  });

  it('shows both sides of a pair with quote and way to it, and what to beware of', async () => {
    const html = await page(CHOSEN);
    expect(html).toContain('<p class="kind target">示例镇2023年目标</p>');
    expect(html).toContain('<p class="kind result">示例镇2022年结果</p>');
    expect(html.split(`<q>${SAMPLE_ROW.quote}</q>`)).toHaveLength(3);
    expect(html.split(`href="${sourceLink(SAMPLE_ROW).replaceAll('&', '&amp;')}"`)).toHaveLength(3);
    expect(html).toContain('<strong>注意</strong>：事项说法不全相同；目标、进行中和结果不能直接比');
    expect(html).toContain('两边对得上的有1项，其中1项的说法只是相近。');
  });

  it('hands the sides and the words on, and shows them again', async () => {
    const asked: unknown[] = [];
    const desk = fakeDesk([SAMPLE_ROW], {
      sideBySide: (sides: readonly [Side, Side], measure) => {
        asked.push([...sides, measure]);
        return sampleSideBySide([SAMPLE_ROW]);
      },
    });
    const html = await page(`${CHOSEN}&measure=食堂`, desk);
    expect(asked).toEqual([[{ town: '示例镇', year: 2023 }, { town: '示例镇', year: 2022 }, '食堂']]);
    expect(html.match(/<option value="示例镇" selected>/g)).toHaveLength(2);
    expect(html).toContain('<option value="2022" selected>');
    expect(html).toContain('value="食堂"');
  });

  it('shows what only one side has under its name', async () => {
    const html = await page(CHOSEN, fakeDesk([SAMPLE_ROW, sampleRow({ quote: '另有一处' })]));
    expect(html).toContain('<h3>只在示例镇2023年找到的1项</h3>');
    expect(html).toContain('<q>另有一处</q>');
  });

  it('says when nothing is alike, and when rows were left out', async () => {
    const nothing = { pairs: [], leftOnly: [], rightOnly: [], cut: true };
    const html = await page(CHOSEN, fakeDesk([], { sideBySide: () => nothing }));
    expect(html).toContain('没有找到两边对得上的事项。');
    expect(html).toContain(`每边只比了前${MOST_ROWS}条`);
    expect(html).not.toContain('class="pair"');
  });

  it.each([
    '/compare?town=示例镇',
    '/compare?year=2023&againstYear=2023',
    '/compare?measure=食堂',
  ])('asks for sides that are apart: %s', async (path) => {
    const html = await page(path);
    expect(html).toContain('两边要分得开');
    expect(html).not.toContain('id="result"');
  });

  it('names the fields that make no sense', async () => {
    const html = await page('/compare?town=无名镇&year=2023&against=示例镇&againstYear=abc');
    expect(html).toContain('看不懂的条件没有用上：左边的镇、右边的年份。');
  });

  it('turns away an address that asks too fast', async () => {
    const app = appWith(fakeDesk(), 1);
    const ask = () => app.request(encodeURI(CHOSEN), { headers: { 'x-address': '10.0.0.1' } });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429]);
  });

  it('escapes what comes from documents and from the address', async () => {
    const tags = (html: string) => [...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name);
    const shown = async (text: string) => {
      const row = sampleRow({
        town: text,
        measure: text,
        figure: text,
        quote: text,
        title: text,
        document: text,
      });
      const response = await appWith(fakeDesk([row, row])).request(
        `${encodeURI(CHOSEN)}&measure=${encodeURIComponent(text)}`,
      );
      return tags(await response.text());
    };
    expect(await shown(HOSTILE)).toEqual(await shown('好'));
  });

  it('is reached from the register with its filters', async () => {
    const html = await page('/targets?town=示例镇&year=2023&kind=target');
    const query = new URLSearchParams({ town: '示例镇', year: '2023' }).toString().replace('&', '&amp;');
    expect(html).toContain(`href="/compare?${query}"`);
    expect(await page('/targets')).toContain('href="/compare"');
  });
});
