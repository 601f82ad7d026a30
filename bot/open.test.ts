import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RetrievalError } from '../retrieval/errors.ts';
import { contract } from './answers/test-contract.ts';
import { TEST_SEEDS, TODAY, writeTestSeeds } from './answers/test-pages.ts';
import { createLogger } from './logger.ts';
import { type OpenedAssistant, openAssistant } from './open.ts';
import { LONGEST_QUESTION } from './questions/request.ts';

let folder: string;
let assistant: OpenedAssistant;
const logged: string[] = [];
const logger = createLogger({ level: 'info', destination: { write: (line) => logged.push(line) } });
const open = (seeds = join(folder, 'seeds'), clock = () => TODAY): Promise<OpenedAssistant> =>
  openAssistant({ seeds, index: join(folder, 'index'), logger, clock });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-open-'));
  writeTestSeeds(join(folder, 'seeds'));
  assistant = await open();
});
afterAll(() => {
  assistant.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the assistant', () => {
  test('answers as the contract has it', async () => {
    const answer = await assistant.ask({ id: '1', question: '共享书房几点开门？' });
    expect(contract.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer).toMatchObject({ id: '1', status: 'answered', mode: 'extractive' });
    expect(answer.hits).toBeUndefined();
  });

  test('tells every sentence of an answer as it is verified, and together they are the answer', async () => {
    const told: string[] = [];
    const question = '综合执法队有多少名队员？';
    const { answer } = await assistant.ask({ question }, { onSentence: (sentence) => told.push(sentence) });
    expect(told.length).toBeGreaterThan(1);
    expect(told.join('')).toBe(answer);
  });

  test.each([
    '梅浦镇有几家食堂',
    '你好',
  ])('tells no sentence when it claims nothing: %s', async (question) => {
    const told: string[] = [];
    await assistant.ask({ question }, { onSentence: (sentence) => told.push(sentence) });
    expect(told).toEqual([]);
  });

  test.each([
    '共享书房几点开门？',
    '梅浦镇有几家食堂',
    '你好',
  ])('lists the best passages when asked to, whatever the ending: %s', async (question) => {
    const answer = await assistant.ask({ question }, { hits: 3 });
    expect(answer.hits).toHaveLength(3);
    const scores = answer.hits!.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { document, start, end } of answer.hits!) {
      expect(TEST_SEEDS[document]?.slice(start, end).length).toBe(end - start);
      expect(end - start).toBeLessThanOrEqual(400);
    }
  });

  test('cuts a question of ten megabytes off before it looks at it', async () => {
    const begun = performance.now();
    const answer = await assistant.ask({ question: '食堂有几家？'.repeat(1_700_000) });
    expect(contract.safeParse(answer).success).toBe(true);
    expect(answer.question.length).toBe(LONGEST_QUESTION);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test.each<[string, string, string | null]>([
    ['nothing', '', 'empty'],
    ['blanks of several kinds', ' \t\u3000\n', 'empty'],
    ['NUL alone', '\0', 'empty'],
    ['emoji alone', '👨‍👩‍👧‍👦🏳️‍🌈😀', 'empty'],
    ['half a character alone', '\ud83d', 'empty'],
    ['ten megabytes of blanks', ' '.repeat(10_000_000), 'empty'],
    ['NUL inside', '综合执法队\0有多少名队员', null],
    ['control characters', '综合执法队\u0007\u001b[31m有多少名队员', null],
    ['direction marks', '\u202e综合执法队有多少名队员\u202c', null],
    ['blanks without width', '综合\u200b执法队\u200b有多少名队员', null],
    ['half a character inside', '综合执法队有多少名队员\ud800', null],
    ['several scripts', '综合执法队 مركز центр ศูนย์ 有多少名队员', null],
    ['digits without end', '9'.repeat(3_000), null],
    ['brackets without end', '(“'.repeat(1_000), 'empty'],
  ])('answers as the contract has it, and at once, a question of %s', async (_, question, reason) => {
    const begun = performance.now();
    const answer = await assistant.ask({ question }, { hits: 2 });
    expect(contract.safeParse(answer).error?.issues ?? []).toEqual([]);
    if (reason !== null) expect(answer).toMatchObject({ status: 'blocked', reason });
    expect(performance.now() - begun).toBeLessThan(3_000);
    // Half a character can be written to no file and sent over no network.
    expect(JSON.stringify(answer)).not.toMatch(/\\ud[89a-f]/);
  });

  test('shows no direction marks of a town that somebody asks for', async () => {
    const { answer, status } = await assistant.ask({ question: '食堂有几家', town: '\u202e镇天\u0007外' });
    expect([status, answer.includes('镇天外')]).toEqual(['refused', true]);
    expect(answer).not.toMatch(/[\u202e\u0007]/);
  });

  test('lists as many passages as are asked for, also more than an answer looks at', async () => {
    const { hits } = await assistant.ask({ question: '竹川镇有什么' }, { hits: 1_000 });
    const all = assistant.health().passages;
    expect(hits!.length).toBeLessThanOrEqual(all);
    expect(new Set(hits!.map(({ document, start }) => `${document} ${start}`)).size).toBe(hits!.length);
    const few = (await assistant.ask({ question: '竹川镇有什么' }, { hits: 3 })).hits;
    expect(hits!.slice(0, 3)).toEqual(few);
    expect((await assistant.ask({ question: '竹川镇有什么' }, { hits: 0 })).hits).toEqual([]);
  });

  test('takes the latest turns of a long history', async () => {
    const history = Array.from({ length: 200 }, (_, index) => ({
      role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
      text: index < 198 ? '卫生室有几家' : '共享书房在哪里',
    }));
    const answer = await assistant.ask({ question: '那几点开门', history });
    expect(answer.answer).toContain('9:00');
  });

  test('asks by the clock it is given', async () => {
    const later = await open(undefined, () => new Date('2031-01-01T00:00:00Z'));
    expect((await later.ask({ question: '今年固定资产投资多少' })).answer).toContain('2031年');
    expect((await assistant.ask({ question: '今年固定资产投资多少' })).answer).toContain('2024年');
  });

  test('shows a document with its text as the offsets point into it, or nothing', () => {
    expect(assistant.document('liantang.txt')).toEqual({
      name: 'liantang.txt',
      title: '莲塘镇一年工作回眸',
      town: '莲塘镇',
      period: '2021—2022年',
      text: TEST_SEEDS['liantang.txt'],
    });
    for (const name of ['nowhere.txt', '../seeds/liantang.txt', '', '__proto__'])
      expect(assistant.document(name)).toBeUndefined();
    expect(assistant.documents().map(({ name }) => name)).toEqual(['liantang.txt', 'zhuchuan.txt']);
  });

  test('offers first questions that it answers', async () => {
    const offered = assistant.firstQuestions();
    expect(offered.length).toBeGreaterThan(0);
    for (const question of offered) expect((await assistant.ask({ question })).status).toBe('answered');
  });

  test('says that it is ready, and since when', () => {
    const { ready, indexedAt, passages } = assistant.health();
    expect(ready).toBe(true);
    expect(new Date(indexedAt).toISOString()).toBe(indexedAt);
    expect(passages).toBeGreaterThan(5);
  });

  test('logs nothing that a person typed', async () => {
    await assistant.ask({ question: '我叫东方不败，食堂有几家' });
    expect(logged.join('')).not.toContain('东方不败');
  });
});

describe('an explanation', () => {
  test('says how the question was read and which passages were kept, and why', async () => {
    const { analysis, hits, answer } = await assistant.explain({ question: '共享书房几点开门？' });
    expect(analysis).toMatchObject({ kind: 'number', attributes: ['clock'] });
    const kept = hits.filter((hit) => hit.kept);
    expect(kept).toHaveLength(1);
    expect(kept[0]!.start).toBeLessThan(answer.citations[0]!.end);
    expect(kept[0]!.reasons.join()).toMatch(/lexical [\d.]+.*best sentence [\d.]+/);
  });

  test('of what is not looked up is empty', async () => {
    expect(await assistant.explain({ question: '你好' })).toMatchObject({ analysis: {}, hits: [] });
  });
});

describe('the index', () => {
  test('is read again and not made again while the seeds are the same', async () => {
    const again = await open();
    expect(again.health().indexedAt).toBe(assistant.health().indexedAt);
    const path = join(folder, 'seeds/liantang.txt');
    utimesSync(path, new Date(0), new Date(0));
    expect((await open()).health().indexedAt).toBe(assistant.health().indexedAt);
  });

  test('follows the seeds: a new page is answered from, a changed figure replaces the old one', async () => {
    const seeds = mkdtempSync(join(folder, 'other-'));
    writeTestSeeds(seeds);
    const index = join(seeds, 'index');
    const openIt = (): Promise<OpenedAssistant> =>
      openAssistant({ seeds, index, logger, clock: () => TODAY });
    await openIt();
    const page = join(seeds, 'zhuchuan.txt');
    writeFileSync(page, readFileSync(page, 'utf8').replace('占地1800平方米', '占地2700平方米'));
    const { answer } = await (await openIt()).ask({ question: '应急消防站占地多少？' });
    expect(answer).toContain('2700平方米');
    expect(answer).not.toContain('1800');
  });

  test('that is broken is made again', async () => {
    const index = join(folder, 'broken');
    const openIt = (): Promise<OpenedAssistant> =>
      openAssistant({ seeds: join(folder, 'seeds'), index, logger, clock: () => TODAY });
    await openIt();
    writeFileSync(join(index, 'manifest.json'), '{"half');
    expect((await (await openIt()).ask({ question: '共享书房在哪里？' })).status).toBe('answered');
  });

  describe('that can’t be brought up to date', () => {
    async function faulty(damage: (seeds: string) => void) {
      const seeds = join(mkdtempSync(join(folder, 'faulty-')), 'seeds');
      writeTestSeeds(seeds);
      const options = { seeds, index: join(seeds, '../index'), logger, clock: () => TODAY };
      await openAssistant(options);
      damage(seeds);
      logged.length = 0;
      return {
        plainly: () => openAssistant(options),
        serving: () => openAssistant({ ...options, serveOld: true }),
      };
    }

    test.each<[string, (seeds: string) => void, string]>([
      [
        'a broken manifest',
        (seeds) => writeFileSync(join(seeds, 'manifest.yaml'), 'documents: ['),
        'manifest_invalid',
      ],
      [
        'broken local names',
        (seeds) => writeFileSync(join(seeds, 'vocabulary/names.yaml'), '- {name: 5}'),
        'vocabulary_invalid',
      ],
      [
        'broken everyday questions',
        (seeds) => writeFileSync(join(seeds, 'questions/zhuchuan.yaml'), '- 5'),
        'questions_invalid',
      ],
    ])('because of %s: the service starts with the old one and says so once, a command fails', async (_, damage, reason) => {
      const { plainly, serving } = await faulty(damage);
      await expect(plainly()).rejects.toMatchObject({ reason });
      logged.length = 0;
      const opened = await serving();
      expect(opened.fault).toMatchObject({ reason });
      expect(opened.health()).toMatchObject({ ready: true, fault: reason });
      expect((await opened.ask({ question: '综合执法队有多少名队员？' })).status).not.toBe('refused');
      expect(logged.filter((line) => JSON.parse(line).level >= 40)).toEqual([
        expect.stringMatching(/index not updated; the old one is served/),
      ]);
    });

    test('because the folder is another one by now: nothing old is served', async () => {
      const { serving } = await faulty((seeds) => {
        rmSync(seeds, { recursive: true });
        mkdirSync(seeds);
        writeFileSync(join(seeds, 'other.txt'), '另一个镇的资料。');
        writeFileSync(join(seeds, 'manifest.yaml'), 'documents: [');
      });
      await expect(serving()).rejects.toMatchObject({ reason: 'manifest_invalid' });
    });

    test.each<[string, (seeds: string) => void, string]>([
      ['gone', (seeds) => rmSync(seeds, { recursive: true }), 'seeds_missing'],
      [
        'empty',
        (seeds) => {
          rmSync(seeds, { recursive: true });
          mkdirSync(seeds);
        },
        'seeds_empty',
      ],
    ])('because the folder is %s: the service says so and does not start', async (_, damage, reason) => {
      const { serving } = await faulty(damage);
      await expect(serving()).rejects.toMatchObject({ reason });
    });
  });

  test('serves its own first questions when those of the folder are broken, and says so', async () => {
    const seeds = join(mkdtempSync(join(folder, 'first-')), 'seeds');
    writeTestSeeds(seeds);
    writeFileSync(join(seeds, 'first-questions.yaml'), 'first: [');
    logged.length = 0;
    const opened = await openAssistant({ seeds, index: join(seeds, '../index'), logger, clock: () => TODAY });
    expect(opened.firstQuestions().length).toBeGreaterThan(0);
    expect(logged.join('')).toContain('first-questions.yaml must be a list');
  });

  test('tells its problems as they were when it was made', async () => {
    const seeds = join(mkdtempSync(join(folder, 'problems-')), 'seeds');
    writeTestSeeds(seeds);
    writeFileSync(join(seeds, '图.xyz'), '?');
    const openIt = () => openAssistant({ seeds, index: join(seeds, '../index'), logger, clock: () => TODAY });
    const first = await openIt();
    expect(first.problems().map(({ document, kind }) => [document, kind])).toContainEqual([
      '图.xyz',
      'unknown_kind',
    ]);
    expect(first.health().problems).toBe(first.problems().length);
    expect((await openIt()).problems()).toEqual(first.problems());
  });

  test('is not made from a folder that is not there', async () => {
    await expect(open(join(folder, 'nowhere'))).rejects.toThrow(RetrievalError);
  });
});
