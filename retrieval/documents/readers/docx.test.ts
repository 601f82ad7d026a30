import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDocx } from './docx.ts';
import type { Reading } from './reading.ts';
import { testDocx } from './test-docx.ts';

const PARTS = [
  { heading: '柳溪镇办起长者食堂' },
  { paragraph: '柳溪镇2031年4月在青石村办起长者食堂。老人每顿只付八元。' },
  { paragraph: '办卡要带：' },
  { item: '身份证' },
  { item: '户口簿' },
  {
    rows: [
      ['序号', '项目', '目标任务'],
      ['1', '停车位', '新增停车位800个。'],
    ],
  },
] as const;
const read = async (bytes: Buffer): Promise<Reading> => (await readDocx(bytes)) as Reading;

test('a Word document is read with its headings, lists and tables', async () => {
  const { text, title } = await read(await testDocx({ parts: PARTS }));
  expect(text).toBe(
    [
      '柳溪镇办起长者食堂',
      '',
      '柳溪镇2031年4月在青石村办起长者食堂。老人每顿只付八元。',
      '',
      '办卡要带：',
      '• 身份证',
      '• 户口簿',
      '',
      '序号\t项目\t目标任务',
      '1\t停车位\t新增停车位800个。',
      '',
    ].join('\n'),
  );
  expect(title).toBe('柳溪镇办起长者食堂');
});

describe('the title that the document states', () => {
  test.each([
    ['counts when the document prints it', '关于食堂的通知', '关于食堂的通知'],
    ['is left over from a template when it does not', '文档 & 1', undefined],
  ])('%s', async (_title, title, expected) => {
    const parts = [{ paragraph: '柳溪镇人民政府' }, { paragraph: '关于食堂的通知' }];
    expect((await read(await testDocx({ parts, title }))).title).toBe(expected);
  });
});

/** A local header and directory of one entry, with sizes as stated. */
function zipOf(name: string, packed: Buffer, { flags = 0, unpacked = 1, method = 8 } = {}): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([header, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('a file that can’t be read is told in one line that says what to do', () => {
  const container = (content: string): Buffer =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(content, 'utf16le')]);

  test.each<[string, () => Promise<Buffer> | Buffer, string, RegExp]>([
    ['no zip file', () => Buffer.from('柳溪镇办起长者食堂'), 'broken', /save or copy it again/],
    ['cut in half', async () => (await testDocx({ parts: PARTS })).subarray(0, 900), 'broken', /damaged/],
    [
      'with a damaged part',
      async () => {
        const bytes = await testDocx({ parts: PARTS });
        return Buffer.from(bytes.fill(0x55, 200, bytes.length - 700));
      },
      'broken',
      /damaged/,
    ],
    ['a zip file of something else', () => zipOf('a.txt', deflateRawSync('a')), 'broken', /damaged/],
    ['locked with a password', () => container('..EncryptedPackage..'), 'encrypted', /save it without one/],
    [
      'locked as a zip file',
      () => zipOf('word/document.xml', deflateRawSync('a'), { flags: 1 }),
      'encrypted',
      /password/,
    ],
    ['an old .doc under a new name', () => container('WordDocument'), 'unknown_kind', /save it as \.docx/],
    [
      'a bomb that states how large it is',
      () => testDocx({ parts: [], entries: { 'word/document.xml': ' '.repeat(30 * 1024 * 1024) } }),
      'too_large',
      /more than 20 MB/,
    ],
    [
      'a bomb that states a small size',
      () => zipOf('word/document.xml', deflateRawSync(Buffer.alloc(60 * 1024 * 1024)), { unpacked: 10 }),
      'too_large',
      /more than 20 MB/,
    ],
  ])('%s', async (_title, make, kind, message) => {
    const bytes = await make();
    const before = process.memoryUsage().rss;
    const fault = await readDocx(bytes);
    expect(fault).toMatchObject({ kind, message: expect.stringMatching(message) });
    expect((fault as { message: string }).message).not.toContain('\n');
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  test('many parts unpack to no more than the limit together', async () => {
    const entries = Object.fromEntries(
      ['styles', 'numbering', 'document'].map((name) => [
        `word/${name}.xml`,
        `<a>${' '.repeat(8 * 1024 * 1024)}</a>`,
      ]),
    );
    expect(await readDocx(await testDocx({ parts: [], entries }))).toMatchObject({ kind: 'too_large' });
  });
});
