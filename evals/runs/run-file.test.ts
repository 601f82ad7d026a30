import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRun, writeRun } from './run-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'runs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = {
  generation: 'answers',
  part: 'tuned',
  madeAt: '2026-11-21',
  configuration: { links: 16 },
} as const;

test('a run comes back as it was stored, with what made it', () => {
  const path = join(folder, 'new/answers.jsonl');
  writeRun(path, head, [{ id: 'q1', answer: '甲\n乙' }, { id: 'q2' }]);
  expect(readRun(path)).toEqual({
    header: { id: '#configuration', ...head },
    rows: [{ id: 'q1', answer: '甲\n乙' }, { id: 'q2' }],
  });
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4);
});

test('answers without a configuration are read all the same, their ids as words', () => {
  const path = join(folder, 'plain.jsonl');
  writeFileSync(path, '{"id": 7, "status": "refused"}\n\n{"id": "q2"}\n');
  expect(readRun(path)).toEqual({ header: undefined, rows: [{ id: '7', status: 'refused' }, { id: 'q2' }] });
});

test('a broken line is named by its number', () => {
  const path = join(folder, 'broken.jsonl');
  writeFileSync(path, '{"id": 1}\n{"id":\n');
  expect(() => readRun(path)).toThrow('broken.jsonl:2: no JSON');
});
