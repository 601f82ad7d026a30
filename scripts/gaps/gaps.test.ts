import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gap } from '../../bot/conversations/gaps.ts';
import { openStore } from '../../bot/conversations/open-store.ts';
import { createLogger } from '../../bot/logger.ts';
import { readGoldenSet } from '../../evals/golden/read-questions.ts';

const PROJECT = join(import.meta.dirname, '../..');
const PAGE = '柳溪镇夜市\n\n2031年5月1日，柳溪镇夜市开张，共有摊位120个。\n';
let folder: string;
let close: () => void;

/** Runs a command as npm does: in the project's folder, called from another one, over a store that is in use. */
function run(script: string, words: readonly string[], settings: Record<string, string> = {}) {
  const parameters = ['--import', 'tsx', `scripts/${script}.ts`, ...words];
  const own = { INIT_CWD: folder, SEEDS_DIR: join(folder, 'seeds'), STORE_DIR: join(folder, 'store') };
  const env = { ...process.env, ...own, NO_COLOR: '1', ...settings };
  const options = { cwd: PROJECT, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, options);
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-gaps-'));
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds/page.txt'), PAGE);
  let now = new Date('2026-10-31T12:00:00Z');
  const logger = createLogger({ level: 'silent' });
  const store = openStore(join(folder, 'store'), { clock: () => now, logger });
  close = store.close;
  const told = { channel: 'web', reason: 'not_in_documents', answer: '手头的文件里没有写到。' } as const;
  store.addUnanswered({ ...told, person: 'p1', question: '公交末班几点？' });
  now = new Date('2026-11-02T12:00:00Z');
  store.addUnanswered({ ...told, person: 'p1', question: '夜市几点收摊？' });
  store.addUnanswered({ ...told, person: 'p2', question: '夜市几点收摊' });
  const about = { question: '夜市有几个摊位？', answer: '120个[1]。', comment: '早改了\u001b[31m' };
  store.addFeedback({ channel: 'web', person: 'p1', verdict: 'bad', reason: 'outdated', ...about });
});
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

describe('npm run gaps', { timeout: 60_000 }, () => {
  it('prints a table, what most people asked first', () => {
    const { status, stdout } = run('gaps', []);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^编号 +次数 +人数 +最近 +原因 +问题\n2 +2 +2 +2026-11-02 +资料没写 +夜市几点收摊（另有 1 种问法）\n1 +1 +1 +2026-10-31 +资料没写 +公交末班几点？\n共 2 个问题，问了 3 次\n$/,
    );
  });

  it('prints nothing but JSON, of what was asked since a day', () => {
    const { status, stdout, stderr } = run('gaps', ['--json', '--since', '2026-11-01']);
    expect([status, stderr]).toEqual([0, '']);
    const gaps = JSON.parse(stdout) as Gap[];
    expect(gaps.map(({ question, count, persons }) => [question, count, persons])).toEqual([
      ['夜市几点收摊', 2, 2],
    ]);
  });

  it('prints what people said of answers', () => {
    const { status, stdout } = run('gaps', ['--feedback']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/没用 +过时 +早改了\[31m +夜市有几个摊位？ +120个\[1\]。\n有用 0，没用 1\n$/);
  });

  it('says that there is nothing yet, as JSON, too', () => {
    const { status, stdout, stderr } = run('gaps', ['--json'], { STORE_DIR: join(folder, 'none') });
    expect([status, JSON.parse(stdout)]).toEqual([0, []]);
    expect(stderr).toMatch(/^[^\n]+还没有记录[^\n]+\n$/);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('ends with 1 and one line for a store that is none', () => {
    mkdirSync(join(folder, 'broken'), { recursive: true });
    writeFileSync(join(folder, 'broken/store.sqlite'), 'x'.repeat(9_000));
    const { status, stdout, stderr } = run('gaps', ['--store', 'broken']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^没有成功：[^\n]*damaged[^\n]*\n$/);
  });

  it('ends with 2 and one line when it is called wrongly', () => {
    const { status, stdout, stderr } = run('gaps', ['--since', 'soon']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^用法不对：--since [^\n]+npm run gaps -- --help\n$/);
  });

  it('makes a golden question of a reviewed one, and says what is left to look at', () => {
    const golden = join(folder, 'golden');
    mkdirSync(golden);
    const { status, stdout } = run('gaps', [
      '--golden',
      golden,
      '--to-golden',
      '3',
      '哪天修路？问13812345678',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('gaps-001、gaps-002');
    expect(stdout).toContain('must_not');
    expect(readGoldenSet(golden).tuned.map(({ question }) => question)).toEqual([
      '夜市几点收摊',
      '哪天修路？问〔手机号〕',
    ]);
    const unknown = run('gaps', ['--golden', golden, '--to-golden', '1', '99']);
    expect([unknown.status, unknown.stdout]).toEqual([1, '']);
    expect(unknown.stderr).toBe('没有成功：没有编号为 99 的问题；编号见 npm run gaps\n');
  });
});

describe('npm run backup', { timeout: 60_000 }, () => {
  it('copies the store while it serves, and over no file', () => {
    const first = run('backup', ['copy.sqlite']);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('已备份到 copy.sqlite');
    mkdirSync(join(folder, 'restored'));
    writeFileSync(join(folder, 'restored/store.sqlite'), readFileSync(join(folder, 'copy.sqlite')));
    expect(JSON.parse(run('gaps', ['--json', '--store', 'restored']).stdout)).toHaveLength(2);
    const again = run('backup', ['copy.sqlite']);
    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toMatch(/^没有成功：[^\n]*copy\.sqlite is there already[^\n]*\n$/);
  });

  it.each([
    [[], 2, '没有写备份的文件名'],
    [['a', '--store', 'nowhere'], 1, 'no store in'],
  ])('ends in one line for %j', (words, code, said) => {
    const { status, stdout, stderr } = run('backup', words);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(said);
  });
});
