import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDocx } from '../retrieval/documents/readers/test-docx.ts';
import { type TestWords, testPdf } from '../retrieval/documents/readers/test-pdf.ts';
import { bare } from '../retrieval/text/characters.ts';
import type { Answer } from './answers/answer.ts';
import { createLogger } from './logger.ts';
import { type OpenedAssistant, openAssistant } from './open.ts';

/** The same page for a town of its own in every kind: a headline, six sentences, a small table. */
interface Page {
  readonly file: string;
  readonly town: string;
  readonly price: string;
  readonly parking: number;
}

const PAGES: readonly Page[] = [
  { file: '柳溪.txt', town: '柳溪镇', price: '8元', parking: 810 },
  { file: '霞浦.md', town: '霞浦镇', price: '9元', parking: 820 },
  { file: '莲塘.html', town: '莲塘镇', price: '10元', parking: 830 },
  { file: '竹川.docx', town: '竹川镇', price: '11元', parking: 840 },
  { file: '桐山.pdf', town: '桐山镇', price: '12元', parking: 850 },
];

const headline = ({ town }: Page): string => `${town}办起长者食堂`;
const sentences = ({ town, price }: Page): string[] => [
  `2031年4月，${town}在青石村办起长者食堂。`,
  `食堂每天供应午餐和晚餐，${town}的老人每顿只付${price}。`,
  '行动不便的老人可以让志愿者送餐上门。',
  `${town}为此全年补贴120万元。`,
  '食堂的菜谱每周一公布在村务公开栏。',
  `下一步，${town}将在更多的村办起食堂。`,
];
const table = ({ town, parking }: Page): string[][] => [
  ['序号', '项目名称', '目标任务'],
  ['1', '停车便民', `${town}新增停车位${parking}个。`],
  ['2', '口袋公园', `${town}新建口袋公园三个。`],
];

/** Words on lines of at most so many characters, set from a height downwards. */
function column(text: string, x: number, y: number, width: number): TestWords[] {
  const lines = text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
  return lines.map((line, index) => ({ text: line, x, y: y - 15 * index }));
}

function pdfOf(page: Page): Buffer {
  const [first, second] = [sentences(page).slice(0, 3).join(''), sentences(page).slice(3).join('')];
  const rows = table(page).flatMap((cells, row) =>
    cells.map((text, cell) => ({ text, x: [60, 110, 220][cell]!, y: 500 - 25 * row })),
  );
  const head = (number: number): TestWords[] => [
    { text: `文明乡镇月报 2031年第${number}版`, x: 60, y: 815, size: 8 },
    { text: `- ${number} -`, x: 290, y: 25, size: 8 },
  ];
  return testPdf({
    pages: [
      [
        ...head(1),
        { text: headline(page), x: 180, y: 770, size: 20, font: 'F2' },
        ...column(first, 60, 720, 20),
        ...column(second, 310, 720, 20),
      ],
      [...head(2), { text: '民生实事项目表', x: 200, y: 560, size: 16, font: 'F2' }, ...rows],
    ],
  });
}

async function fileOf(page: Page): Promise<string | Buffer> {
  const [title, words, rows] = [headline(page), sentences(page), table(page)];
  if (page.file.endsWith('.md'))
    return `# ${title}\n**${words.slice(0, 2).join('**')}${words[2]}\n\n> ${words.slice(3).join('')}\n\n## 民生实事项目表\n\n${rows
      .map((cells, row) => `| ${cells.join(' | ')} |${row === 0 ? '\n|---|---|---|' : ''}`)
      .join('\n')}\n`;
  if (page.file.endsWith('.html')) {
    const markup = `<html><head><meta charset="utf-8"><title>${title}_${page.town}人民政府</title></head><body><nav>首页</nav><h1>${title}</h1>${words.map((word) => `<p>${word}</p>`).join('')}<h2>民生实事项目表</h2><table>${rows
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('')}</table><footer>版权所有</footer></body></html>`;
    return markup;
  }
  if (page.file.endsWith('.docx'))
    return testDocx({
      parts: [
        { heading: title },
        ...words.map((paragraph) => ({ paragraph })),
        { heading: '民生实事项目表', level: 2 },
        { rows },
      ],
    });
  if (page.file.endsWith('.pdf')) return pdfOf(page);
  return `${title}\n\n${words.join('')}\n\n民生实事项目表\n\n${rows.map((cells) => cells.join('\t')).join('\n')}\n`;
}

let folder: string;
let assistant: OpenedAssistant;
const open = (): Promise<OpenedAssistant> =>
  openAssistant({
    seeds: folder,
    index: join(folder, 'index'),
    logger: createLogger({ level: 'silent' }),
    clock: () => new Date('2031-06-01T00:00:00Z'),
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-kinds-'));
  for (const page of PAGES) writeFileSync(join(folder, page.file), await fileOf(page));
  assistant = await open();
});
afterAll(() => {
  assistant.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every quote is what stands at its place in the document that the citation names. */
function expectVerbatim(answer: Answer): void {
  expect(answer.citations.length).toBeGreaterThan(0);
  for (const { document, start, end, quote } of answer.citations) {
    const { text } = assistant.document(document)!;
    expect(bare(text.slice(start, end))).toBe(bare(quote));
    expect(bare(quote)).not.toBe('');
    if (!/\.(?:txt|md)$/.test(document)) continue;
    // These offsets point into the file itself.
    const file = readFileSync(join(folder, document), 'utf8');
    expect(bare(file.slice(start, end))).toBe(bare(quote));
  }
}

describe.each(PAGES)('a page as $file', (page) => {
  test('is taken in under its own headline and town, without what is printed round it', () => {
    const view = assistant.document(page.file)!;
    expect(view).toMatchObject({ title: headline(page), town: page.town });
    for (const furniture of ['首页', '版权所有', '月报', '<', '#', '|'])
      expect(view.text).not.toContain(furniture);
    expect(assistant.problems().filter(({ document }) => document === page.file)).toEqual([]);
  });

  test('answers out of a sentence, word for word', async () => {
    const answer = await assistant.ask({ question: `${page.town}的长者食堂，老人每顿付多少钱？` });
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain(page.price);
    expect(answer.citations[0]).toMatchObject({ document: page.file, town: page.town });
    expectVerbatim(answer);
  });

  test('answers out of a row of its table, word for word', async () => {
    const answer = await assistant.ask({ question: `${page.town}要新增多少个停车位？` });
    expect(answer.status).toBe('answered');
    expect(answer.answer).toContain(String(page.parking));
    expect(answer.citations[0]).toMatchObject({ document: page.file, town: page.town });
    expectVerbatim(answer);
  });
});

test('opened again, the saved index still shows what it cites, though no file is read anew', async () => {
  const again = await open();
  expect(again.generation).toBe(assistant.generation);
  for (const { file } of PAGES) expect(again.document(file)).toEqual(assistant.document(file));
  again.close();
});
