import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { testDocx } from '../documents/readers/test-docx.ts';
import { testPdf } from '../documents/readers/test-pdf.ts';
import { readSeeds } from '../documents/seeds.ts';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { bare } from '../text/characters.ts';
import { type DocumentContent, readContent } from './content.ts';
import { type Ingested, ingest, isFresh } from './ingest.ts';

/** How often a PDF was read. */
const readings = vi.hoisted(() => ({ count: 0 }));
vi.mock('unpdf', async (original) => {
  const unpdf = await original<typeof import('unpdf')>();
  return {
    ...unpdf,
    getDocumentProxy: (...given: Parameters<typeof unpdf.getDocumentProxy>) => {
      readings.count++;
      return unpdf.getDocumentProxy(...given);
    },
  };
});
beforeEach(() => {
  readings.count = 0;
});

const PAGE = '柳溪镇办起长者食堂\n\n柳溪镇2031年4月在青石村办起长者食堂。\n';
const pdf = (words: string): Buffer =>
  testPdf({
    pages: [
      [
        { text: '长者食堂开张', x: 50, y: 750, size: 20 },
        { text: words, x: 50, y: 700 },
      ],
    ],
  });

class Workplace {
  readonly seeds: string;
  readonly directory = temporaryFolder();

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.seeds = temporaryFolder(files);
  }

  ingest(): Promise<Ingested> {
    const { seeds, directory } = this;
    return ingest({ seeds, directory, embeddings: new FakeEmbeddings(), clock: () => new Date(0) });
  }
}

describe('a PDF is read', () => {
  test('when it is new or has changed, and not to see whether it has', async () => {
    const place = new Workplace({ '柳溪.txt': PAGE, '食堂.pdf': pdf('青石村办起长者食堂。') });
    const { manifest } = await place.ingest();
    expect(readings.count).toBe(1);
    expect(await isFresh(place.seeds, manifest)).toBe(true);
    expect((await place.ingest()).report.unchanged).toEqual(['柳溪.txt', '食堂.pdf']);
    expect(readings.count).toBe(1);
    writeFiles(place.seeds, { '食堂.pdf': pdf('青石村办起两家长者食堂。') });
    expect(await isFresh(place.seeds, manifest)).toBe(false);
    expect(readings.count).toBe(1);
    expect((await place.ingest()).report.changed).toEqual(['食堂.pdf']);
    expect(readings.count).toBe(2);
  });
});

describe('a file that can’t be read', () => {
  const scan = testPdf({ pages: [[]] });

  test('is told at every ingest, and leaves the index fresh', async () => {
    const place = new Workplace({ '柳溪.txt': PAGE, '扫描.pdf': scan, '坏.docx': 'PK' });
    for (let times = 0; times < 2; times++) {
      const { report, manifest } = await place.ingest();
      expect(report.documents).toBe(1);
      expect(report.problems).toMatchObject([
        { document: '坏.docx', kind: 'broken' },
        { document: '扫描.pdf', kind: 'no_text_layer' },
      ]);
      expect(await isFresh(place.seeds, manifest)).toBe(true);
    }
  });

  test('leaves the index when it could be read before, and comes back', async () => {
    const place = new Workplace({ '柳溪.txt': PAGE, '食堂.pdf': pdf('青石村办起长者食堂。') });
    const before = await place.ingest();
    writeFiles(place.seeds, { '食堂.pdf': scan });
    expect(await isFresh(place.seeds, before.manifest)).toBe(false);
    const after = await place.ingest();
    expect(after.report).toMatchObject({ documents: 1, removed: ['食堂.pdf'], unchanged: ['柳溪.txt'] });
    expect(await isFresh(place.seeds, after.manifest)).toBe(true);
    writeFiles(place.seeds, { '食堂.pdf': pdf('青石村办起长者食堂。') });
    expect(await isFresh(place.seeds, after.manifest)).toBe(false);
    expect((await place.ingest()).report).toMatchObject({ documents: 2, added: ['食堂.pdf'], problems: [] });
  });

  test('leaves nothing but a clear error when there is no other, and the old index as it was', async () => {
    const place = new Workplace({ '食堂.pdf': pdf('青石村办起长者食堂。') });
    const { manifest } = await place.ingest();
    writeFiles(place.seeds, { '食堂.pdf': scan });
    await expect(place.ingest()).rejects.toMatchObject({
      reason: 'seeds_empty',
      message: expect.stringMatching(/no readable document .*; 食堂\.pdf: .*OCR/),
    });
    writeFiles(place.seeds, { '食堂.pdf': pdf('青石村办起长者食堂。') });
    expect(await isFresh(place.seeds, manifest)).toBe(true);
  });
});

test('two documents with the same words are both kept and told, until one goes', async () => {
  const place = new Workplace({
    '甲.txt': PAGE,
    '乙.md': `# ${PAGE}`,
    '丙.docx': await testDocx({ parts: [{ heading: '另一件事情' }, { paragraph: '另一件事情办好了。' }] }),
  });
  for (let times = 0; times < 2; times++) {
    const { report, manifest } = await place.ingest();
    expect(report.documents).toBe(3);
    expect(report.problems).toEqual([
      {
        document: '甲.txt',
        line: null,
        kind: 'same_words',
        message: 'has the same words as 乙.md; both are kept, delete one of them',
      },
    ]);
    expect(await isFresh(place.seeds, manifest)).toBe(true);
  }
  rmSync(join(place.seeds, '甲.txt'));
  expect((await place.ingest()).report.problems).toEqual([]);
});

describe('a Markdown page', () => {
  const contentOf = async (text: string, questions?: string): Promise<DocumentContent> => {
    const folder = temporaryFolder({
      '柳溪.md': text,
      ...(questions === undefined ? {} : { 'questions/柳溪.yaml': questions }),
    });
    return readContent(folder, (await readSeeds(folder)).documents[0]!);
  };

  test('has sentences whose places point into the file as it is', async () => {
    const text = [
      '# 长者食堂**开张**',
      '柳溪镇办起**长者食堂**，详见[办事指南](http://a.cn/b)。老人每顿只付*八元*。',
      '',
      '| 序号 | 项目 | 任务 |',
      '|---|---|---|',
      '| 1 | 停车 | 新增**800**个。 |',
    ].join('\n');
    const { sentences } = await contentOf(text);
    expect(sentences.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['headline', '长者食堂**开张'],
      ['sentence', '柳溪镇办起**长者食堂**，详见[办事指南](http://a.cn/b)。'],
      ['sentence', '老人每顿只付*八元*。'],
      ['heading', '1 | 停车'],
      ['cell', '新增**800**个。'],
    ]);
    for (const { text: words, start, end } of sentences)
      expect(bare(words)).toBe(bare(text.slice(start, end)));
  });

  test('shows letters of its markup only where a sentence reaches over them', async () => {
    const text = '柳溪镇<b>办起</b>长者食堂。\n\n<div class="a">\n\n老人每顿只付八元。\n';
    expect((await contentOf(text)).text).toBe(
      '柳溪镇<b>办起</b>长者食堂。\n\n               \n\n老人每顿只付八元。\n',
    );
  });

  test('tells its faults at their lines', async () => {
    const cut = `${'老人每顿只付八元，比镇上的饭馆便宜许多，'.repeat(4)}而且要`;
    const text = `# 长者食堂开张\n\n- 八元一顿。\n- 九元\n\n## 下一步\n\n${cut}`;
    const { problems } = await contentOf(text);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['cut_sentence', 8]]);
  });

  test('may be quoted with its markup by everyday questions', async () => {
    const text = '# 长者食堂\n\n柳溪镇办起**长者食堂**。\n';
    const { questions } = await contentOf(text, '- {quote: "办起**长者食堂**", questions: [办了什么？]}\n');
    expect(questions.map(({ start, end }) => text.slice(start, end))).toEqual(['办起**长者食堂**']);
  });
});
