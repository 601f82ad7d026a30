import { appendFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder, writeFiles } from '../../retrieval/documents/temporary-folder.ts';
import { fingerprint } from './fingerprint.ts';
import { type WatchOptions, watchSeeds } from './watch-seeds.ts';

const PAGE = '食堂.txt';

/** Watches a folder of its own; `lookEveryMs` is long, so that what is seen soon was noticed. */
async function watching(options: Partial<WatchOptions> = {}) {
  const seeds = temporaryFolder({ [PAGE]: '食堂' });
  const onChange = vi.fn(async () => true);
  const known = await fingerprint(seeds);
  const parts = { seeds, onChange, known, lookEveryMs: 60_000, restMs: 60, ...options };
  const { close } = watchSeeds(parts);
  onTestFinished(close);
  await setTimeout(20);
  return { seeds, onChange: parts.onChange as typeof onChange, close };
}

const soon = { timeout: 4_000, interval: 10 };

test('a change is noticed, and told once', async () => {
  const { seeds, onChange } = await watching();
  appendFileSync(join(seeds, PAGE), '在青石村。');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce(), soon);
  await setTimeout(300);
  expect(onChange).toHaveBeenCalledOnce();
});

test('a folder that stays as it was is left alone', async () => {
  const { onChange } = await watching({ lookEveryMs: 20 });
  await setTimeout(400);
  expect(onChange).not.toHaveBeenCalled();
});

test('a change that the system does not tell of is found by looking', async () => {
  // As if it had happened before the notices were set up.
  const { onChange } = await watching({ known: 'another state', lookEveryMs: 50 });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce(), soon);
});

test('files that are still being written are waited for', async () => {
  const states: string[] = [];
  const place = await watching({
    restMs: 200,
    onChange: async () => {
      states.push(await fingerprint(place.seeds));
      return true;
    },
  });
  for (let part = 0; part < 10; part++) {
    appendFileSync(join(place.seeds, PAGE), '又来一段。');
    await setTimeout(50);
  }
  await vi.waitFor(() => expect(states).toHaveLength(1), soon);
  expect(states).toEqual([await fingerprint(place.seeds)]);
});

test('a folder that never rests is taken as it is after a while', async () => {
  const { seeds, onChange } = await watching({ restMs: 100, longestUnrestMs: 300 });
  const timer = setInterval(() => appendFileSync(join(seeds, PAGE), '…'), 20);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), soon);
  clearInterval(timer);
});

test('what changes while a change is handled is told afterwards', async () => {
  let calls = 0;
  const place = await watching({
    onChange: async () => {
      calls += 1;
      if (calls === 1) {
        appendFileSync(join(place.seeds, PAGE), '第二版。');
        await setTimeout(100);
      }
      return true;
    },
  });
  appendFileSync(join(place.seeds, PAGE), '第一版。');
  await vi.waitFor(() => expect(calls).toBe(2), soon);
  await setTimeout(300);
  expect(calls).toBe(2);
});

test('vocabulary and questions are watched, also when their folders come later', async () => {
  const { seeds, onChange } = await watching();
  writeFiles(seeds, { 'vocabulary/names.yaml': '[]' });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), soon);
  await setTimeout(200);
  appendFileSync(join(seeds, 'vocabulary/names.yaml'), '# 更多');
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2), soon);
});

test('a folder may vanish and come back', async () => {
  const { seeds, onChange } = await watching({ lookEveryMs: 100 });
  renameSync(seeds, `${seeds}-away`);
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1), soon);
  renameSync(`${seeds}-away`, seeds);
  await setTimeout(50);
  writeFiles(seeds, { '书房.txt': '书房' });
  await vi.waitFor(() => expect(onChange.mock.calls.length).toBeGreaterThan(1), soon);
});

test('a change that could not be handled is told again, until it could', async () => {
  const outcomes = [false, false, true];
  const onChange = vi.fn(async () => outcomes.shift() ?? true);
  const { seeds } = await watching({ onChange, againAfterMs: 80 });
  rmSync(join(seeds, PAGE));
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(3), soon);
  await setTimeout(400);
  expect(onChange).toHaveBeenCalledTimes(3);
});

test('a state that was left unfinished is told again without a change', async () => {
  const { onChange } = await watching({ unfinished: true, againAfterMs: 80 });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledOnce(), soon);
});

test('nothing is told once it is closed', async () => {
  const { seeds, onChange, close } = await watching();
  await close();
  appendFileSync(join(seeds, PAGE), '太晚了。');
  await setTimeout(300);
  expect(onChange).not.toHaveBeenCalled();
});
