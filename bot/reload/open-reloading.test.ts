import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TODAY, writeTestSeeds } from '../answers/test-pages.ts';
import { createLogger } from '../logger.ts';
import { openReloadingAssistant, type ReloadingAssistant } from './open-reloading.ts';

const FORCE = '竹川镇综合执法队有多少名队员？';
const soon = { timeout: 40_000, interval: 100 };
const lines: string[] = [];
const logger = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } });
let seeds: string;
let place: ReloadingAssistant;

const open = (watch: boolean): Promise<ReloadingAssistant> =>
  openReloadingAssistant({
    seeds,
    index: join(seeds, '..', 'index'),
    logger,
    clock: () => TODAY,
    watch,
    pace: { restMs: 200, lookEveryMs: 500 },
  });

const answerTo = async (question: string): Promise<string> =>
  (await place.assistant.ask({ question })).answer;
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(join(seeds, file), change(readFileSync(join(seeds, file), 'utf8')));

beforeAll(async () => {
  seeds = join(mkdtempSync(join(tmpdir(), 'wenqiao-reload-')), 'seeds');
  writeTestSeeds(seeds);
  place = await open(true);
});
afterAll(async () => {
  await place.close();
  rmSync(join(seeds, '..'), { recursive: true, force: true });
});

describe('while it answers, the index follows the documents', { timeout: 60_000 }, () => {
  test('a figure changed in a page', async () => {
    expect(await answerTo(FORCE)).toContain('22名');
    edit('zhuchuan.txt', (text) => text.replace('现有队员22名', '现有队员27名'));
    await vi.waitFor(async () => expect(await answerTo(FORCE)).toContain('27名'), soon);
  });

  test('a page added, with questions in flight all the while', async () => {
    const statuses = new Set<string>();
    writeFileSync(join(seeds, 'ferry.txt'), '竹川渡口重新通航\n\n竹川镇渡口每天开行渡船26班，票价3元。\n');
    await vi.waitFor(async () => {
      statuses.add((await place.assistant.ask({ question: FORCE })).status);
      expect(await answerTo('渡口每天开行渡船多少班？')).toContain('26');
    }, soon);
    expect([...statuses]).toEqual(['answered']);
  });

  test('a page renamed, then removed', async () => {
    const names = (): string[] =>
      place.assistant
        .documents()
        .map(({ name }) => name)
        .sort();
    renameSync(join(seeds, 'ferry.txt'), join(seeds, 'boats.txt'));
    await vi.waitFor(() => expect(names()).toEqual(['boats.txt', 'liantang.txt', 'zhuchuan.txt']), soon);
    rmSync(join(seeds, 'boats.txt'));
    await vi.waitFor(() => expect(names()).toEqual(['liantang.txt', 'zhuchuan.txt']), soon);
    expect(await answerTo('渡口每天开行渡船多少班？')).not.toContain('26');
  });

  test('a broken manifest: the old index is served, one line says so, and it heals when it is mended', async () => {
    const { indexedAt } = place.assistant.health();
    const good = readFileSync(join(seeds, 'manifest.yaml'), 'utf8');
    lines.length = 0;
    writeFileSync(join(seeds, 'manifest.yaml'), good.slice(0, 60));
    await vi.waitFor(() => expect(place.assistant.health().fault).toBe('manifest_invalid'), soon);
    expect(place.assistant.health().indexedAt).toBe(indexedAt);
    expect(await answerTo(FORCE)).toContain('27名');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 40,
      fault: expect.stringMatching(/^manifest\.yaml /),
    });
    writeFileSync(join(seeds, 'manifest.yaml'), good.replace('莲塘镇一年工作回眸', '莲塘镇这一年'));
    await vi.waitFor(() => expect(place.assistant.health().fault).toBeNull(), soon);
    expect(place.assistant.document('liantang.txt')?.title).toBe('莲塘镇这一年');
  });

  test('local names, everyday questions and first questions', async () => {
    const before = place.assistant.generation;
    appendFileSync(join(seeds, 'vocabulary/names.yaml'), '- {name: 西坞村, kind: village, town: 竹川镇}\n');
    await vi.waitFor(() => expect(place.assistant.generation).not.toBe(before), soon);
    const named = place.assistant.generation;
    writeFileSync(
      join(seeds, 'questions/liantang.yaml'),
      '- {quote: 新建老年食堂4家, questions: [莲塘开了几家老年食堂]}\n',
    );
    await vi.waitFor(() => expect(place.assistant.generation).not.toBe(named), soon);
    writeFileSync(join(seeds, 'first-questions.yaml'), '- 书房几点开门\n');
    await vi.waitFor(() => expect(place.assistant.firstQuestions()).toEqual(['书房几点开门']), soon);
  });

  test('the register of problems', async () => {
    writeFileSync(join(seeds, '图.xyz'), '?');
    await vi.waitFor(
      () => expect(place.assistant.problems().map(({ document }) => document)).toContain('图.xyz'),
      soon,
    );
    expect(place.assistant.health().problems).toBe(place.assistant.problems().length);
    rmSync(join(seeds, '图.xyz'));
  });

  test('without watching only when it is told to', async () => {
    await place.close();
    place = await open(false);
    const before = place.assistant.generation;
    edit('zhuchuan.txt', (text) => text.replace('27名', '31名'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(place.assistant.generation).toBe(before);
    expect(await place.reload()).toMatchObject({ kind: 'replaced', report: { changed: ['zhuchuan.txt'] } });
    expect(await answerTo(FORCE)).toContain('31名');
    expect(await place.reload()).toMatchObject({ kind: 'unchanged' });
  });

  test('closing in the middle of an update leaves an index that opens', async () => {
    edit('zhuchuan.txt', (text) => text.replace('31名', '36名'));
    const update = place.reload();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await place.close();
    await update;
    place = await open(false);
    expect(await answerTo(FORCE)).toContain('36名');
  });
});
