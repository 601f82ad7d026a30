import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
const PAGE = '青石村老人吃上长者食堂热饭\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。\n';
const PARAMETERS = ['--import', 'tsx', 'scripts/ingest.ts'];
let folder = '';

const environment = () => ({ ...process.env, INIT_CWD: folder, NO_COLOR: '1', PORT: '' });

/** Runs the command as npm does: in the project's folder, called from another one. */
function ingest(...words: string[]) {
  return spawnSync(process.execPath, [...PARAMETERS, ...words], {
    cwd: PROJECT,
    env: environment(),
    encoding: 'utf8',
  });
}

function start(...words: string[]) {
  const child = spawn(process.execPath, [...PARAMETERS, ...words], { cwd: PROJECT, env: environment() });
  let errors = '';
  child.stderr.on('data', (part) => {
    errors += part;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, errors }));
  return { child, ended };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-ingest-'));
  mkdirSync(join(folder, 'seeds'));
  mkdirSync(join(folder, 'bare'));
  mkdirSync(join(folder, 'faulty'));
  writeFileSync(join(folder, 'seeds/食堂.txt'), PAGE);
  writeFileSync(join(folder, 'seeds/图.png'), 'png');
  writeFileSync(join(folder, 'faulty/食堂.txt'), PAGE);
  writeFileSync(join(folder, 'faulty/manifest.yaml'), 'documents:\n  - {file: 食堂.txt, titel: 热饭}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the ingest command', { timeout: 120_000 }, () => {
  it('takes the folders of the caller, and prints its report and the register of problems', () => {
    const { status, stdout } = ingest('--seeds', 'seeds', '--index', 'index');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^文档\s+1\n[\s\S]*新增：食堂\.txt\n! 图\.png：不认识的文件种类，已跳过（[^\n]+）\n$/u,
    );
  });

  it('prints the same as JSON and nothing else', () => {
    const { status, stdout } = ingest('--seeds', 'seeds', '--index', 'index', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: 1,
      unchanged: ['食堂.txt'],
      problems: [{ document: '图.png', line: null, kind: 'unknown_kind' }],
    });
  });

  it.each([
    ['a folder that is not there', ['--seeds', 'none'], /none does not exist; create it or set SEEDS_DIR/],
    ['an empty folder', ['--seeds', 'bare'], /no readable document .* put documents there/],
    ['a file in its place', ['--seeds', 'seeds/食堂.txt'], /is a file, not a folder; set SEEDS_DIR/],
    [
      'an unknown field in the manifest',
      ['--seeds', 'faulty'],
      /manifest\.yaml: .*titel.*; see seeds\/README\.md/,
    ],
    ['an index folder that is a file', ['--seeds', 'seeds', '--index', 'seeds/食堂.txt'], /is a file/],
  ])('ends with 1 and one line for %s', (_title, words, line) => {
    const { status, stdout, stderr } = ingest('--index', 'other', ...words);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^没有成功：[^\n]+\n$/u);
    expect(stderr).toMatch(line);
  });

  it('ends with 2 and one line when it is called wrongly', () => {
    const { status, stdout, stderr } = ingest('--colour');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^用法不对：没有 --colour 这个选项。[^\n]*\n$/u);
  });

  it('killed at any moment leaves an index that the next one completes; two at once end well', async () => {
    for (const wait of [900, 1_200, 1_500]) {
      const { child, ended } = start('--seeds', 'seeds', '--index', 'killed');
      await setTimeout(wait);
      child.kill('SIGKILL');
      await ended;
    }
    writeFileSync(join(folder, 'seeds/操场.txt'), PAGE.replaceAll('食堂', '操场'));
    const both = [0, 1].map(() => start('--seeds', 'seeds', '--index', 'killed').ended);
    expect((await Promise.all(both)).map(({ code }) => code)).toEqual([0, 0]);
    expect(readdirSync(join(folder, 'killed')).sort()).toEqual([
      expect.stringMatching(/^generation-/),
      'manifest.json',
    ]);
    const { stdout } = ingest('--seeds', 'seeds', '--index', 'killed', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ documents: 2, added: [], changed: [] });
  });
});
