import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { columnsOf } from './columns.ts';

const PROJECT = join(import.meta.dirname, '../..');
const PAGE = `柳溪镇新增车位

2031年3月1日，柳溪镇召开大会。去年，全镇完成固定投资25.2亿元。2031年，柳溪镇计划新增停车位600个以上，确保2031年8月底前建成东桥公园。
`;
const YEAR_BEFORE = '2030年，柳溪镇新增停车位500个。\n';
let folder = '';

/** Runs a command as npm does: in the project's folder, called from another one, over a page of its own. */
function run(script: string, words: readonly string[], input = '') {
  const parameters = ['--import', 'tsx', `scripts/${script}.ts`, ...words];
  const settings = { INIT_CWD: folder, SEEDS_DIR: join(folder, 'seeds'), INDEX_DIR: join(folder, 'index') };
  const env = { ...process.env, ...settings, NO_COLOR: '1', LOG_LEVEL: 'info' };
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: PROJECT,
    env,
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-desk-'));
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'seeds/page.txt'), PAGE);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run targets', { timeout: 60_000 }, () => {
  it('prints nothing but JSON, with quotes as they stand in the file', () => {
    const { status, stdout } = run('targets', ['--json', '--kind', 'target', '--year', '2031']);
    expect(status).toBe(0);
    const rows = JSON.parse(stdout) as { quote: string; start: number; end: number; figure: string | null }[];
    expect(rows.map(({ figure }) => figure)).toContain('600个以上');
    expect(rows.filter(({ quote, start, end }) => PAGE.slice(start, end) !== quote)).toEqual([]);
  });

  it('prints a table that is narrowed by a deadline', () => {
    const { status, stdout } = run('targets', ['--before', '2031-08']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^镇 +年份 +性质 +事项/u);
    expect(stdout).toContain('建成东桥公园');
    expect(stdout).not.toContain('600个以上');
  });

  it('writes a file for spreadsheets where the caller is', () => {
    const { status, stdout, stderr } = run('targets', ['--csv', 'rows.csv']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('rows.csv');
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8')).toMatch(/^\ufeff镇,/u);
    expect(existsSync(join(folder, 'rows.csv.draft'))).toBe(false);
  });

  it('puts two years side by side, each with its quote, and what to beware of', () => {
    writeFileSync(join(folder, 'seeds/page.txt'), `${PAGE}${YEAR_BEFORE}`);
    const years = ['--town', '柳溪', '--year', '2031', '--against-year', '2030'];
    const { status, stdout } = run('targets', years);
    const asked = run('targets', [...years, '--measure', '公园', '--json']);
    writeFileSync(join(folder, 'seeds/page.txt'), PAGE);
    expect(status).toBe(0);
    expect(stdout).toContain('柳溪镇2031年目标：新增停车位 600个以上\n');
    expect(stdout).toContain('柳溪镇2030年结果：柳溪镇新增停车位 500个\n');
    expect(stdout).toContain('  注意：目标、进行中和结果不能直接比\n');
    expect(stdout.trim().split('\n').at(-1)).toBe('两边对得上的有1项。');
    const { pairs, leftOnly, rightOnly } = JSON.parse(asked.stdout);
    expect([pairs, rightOnly]).toEqual([[], []]);
    expect(leftOnly).toMatchObject([{ town: '柳溪镇', year: 2031, deadline: '2031年8月底前' }]);
  });

  it.each([
    [['--kind', 'done'], '--kind 要写'],
    [['--town', '甲镇', '--against', '甲'], '两边要分得开'],
    [['--against-year', '2030'], '两边要分得开'],
    [['--against-year', 'x'], '--against-year 要写'],
    [['--against', '甲镇', '--csv', 'a.csv'], '--against 和 --csv 不能一起用'],
    [['--before', 'soon'], '--before 要写日期'],
    [['--year', '23'], '--year 要写'],
    [['--sort', 'x'], '--sort 要写'],
    [['--json', '--csv', 'a.csv'], '--json 和 --csv 不能一起用'],
    [['--csv', 'none/a.csv'], '找不到文件夹'],
    [['more'], '多了 more'],
    [['--colour'], '没有 --colour 这个选项'],
  ])('ends with 2 and one line for %j', (words, said) => {
    const { status, stdout, stderr } = run('targets', words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^用法不对：[^\n]+\n$/u);
    expect(stderr).toContain(said);
  });
});

describe('npm run fact-check', { timeout: 60_000 }, () => {
  it('says figure by figure what holds', () => {
    const { status, stdout } = run('fact-check', [
      '柳溪镇2031年计划新增停车位600个以上。2031年完成固定投资25.2亿元。',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('600个以上  有依据');
    expect(stdout).toContain('25.2亿元  与资料不一致；这是2030年的数字');
    expect(stdout).toContain('核对了2个数字：有依据1个，不一致1个，没找到0个。');
  });

  it('reads a file or standard input, and prints nothing but JSON', () => {
    writeFileSync(join(folder, 'draft.txt'), '\ufeff柳溪镇2031年计划新增停车位700个以上。');
    const fromFile = JSON.parse(run('fact-check', ['--file', 'draft.txt', '--json']).stdout);
    expect(fromFile.counts).toEqual({ supported: 0, contradicted: 1, not_found: 0 });
    const piped = JSON.parse(
      run('fact-check', ['--json', '--town', '柳溪镇'], '计划新增停车位600个以上。').stdout,
    );
    expect(piped.counts.supported).toBe(1);
  });

  it.each([
    [[], '没有要核对的文字'],
    [['--file', 'none.txt'], '找不到文件'],
    [['一', '--file', 'draft.txt'], '--file 和 要核对的文字 不能一起用'],
    [['一', '--year', 'x'], '--year 要写'],
  ])('ends with 2 and one line for %j', (words, said) => {
    const { status, stdout, stderr } = run('fact-check', words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('ends with 1 when the documents cannot be read', () => {
    writeFileSync(join(folder, 'seeds/manifest.yaml'), 'documents: 3\n');
    const { status, stderr } = run('fact-check', ['一共3个。']);
    rmSync(join(folder, 'seeds/manifest.yaml'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^没有成功：/u);
  });
});

test('a table is aligned by the width of Chinese characters, and long cells are cut', () => {
  const text = columnsOf(
    [
      ['镇', 'a', '完'],
      ['义桥镇人民政府', 'bcd', '了'],
    ],
    [8, 4],
  );
  expect(text).toBe('镇        a    完\n义桥镇…   bcd  了\n');
});
