import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = join(import.meta.dirname, '..');
let folder = '';

/** Runs the command as npm does: in the project's folder, called from another one. */
function ask(...words: string[]) {
  const parameters = ['--import', 'tsx', 'scripts/ask.ts', ...words];
  const env = { ...process.env, INIT_CWD: folder, NO_COLOR: '1', LOG_LEVEL: 'info' };
  return spawnSync(process.execPath, parameters, { cwd: PROJECT, env, encoding: 'utf8', input: '' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-ask-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the ask command', { timeout: 60_000 }, () => {
  it('ends with 2 and one line when it is called wrongly', () => {
    const { status, stdout, stderr } = ask('--colour');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^用法不对：没有 --colour 这个选项。[^\n]*\n$/u);
  });

  it('writes nothing but JSON to standard output', () => {
    const { status, stdout } = ask(
      '村里老人吃饭的食堂，哪些人能送餐上门？',
      '--json',
      '--hits',
      '2',
      '--index',
      'index',
    );
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.citations.length).toBeGreaterThan(0);
    expect(answer.hits).toHaveLength(2);
  });

  it("takes a batch from the caller's folder and leaves the answers there", () => {
    writeFileSync(join(folder, 'q.jsonl'), '{"id":"q1","question":"食堂在哪里？"}\n{"question":\n');
    const { status, stdout, stderr } = ask('--batch', 'q.jsonl', '--out', 'a.jsonl', '--index', 'index');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/其中 1 行没有答案/u);
    const lines = readFileSync(join(folder, 'a.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['q1', '2']);
  });
});
