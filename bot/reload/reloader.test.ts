import { describe, expect, test } from 'vitest';
import type { IngestReport } from '../../retrieval/indexes/ingest.ts';
import { createLogger } from '../logger.ts';
import type { OpenedAssistant } from '../open.ts';
import { fakeOpened } from './fake-opened.ts';
import { createGenerations } from './generations.ts';
import type { IngestOutcome } from './ingest-outcome.ts';
import { createReloader, isPassing } from './reloader.ts';

const REPORT = { added: ['a.txt'], changed: [], removed: [], problems: [], documents: 2, passages: 9 };
const DONE: IngestOutcome = { kind: 'done', report: REPORT as unknown as IngestReport };
const BROKEN: IngestOutcome = {
  kind: 'failed',
  reason: 'manifest_invalid',
  message: 'line 3 of manifest.yaml',
};

function prepare(
  outcomes: readonly IngestOutcome[],
  opened: () => OpenedAssistant = () => fakeOpened('new').opened,
) {
  const lines: { level: number; msg: string }[] = [];
  const logger = createLogger({
    level: 'info',
    destination: { write: (line) => lines.push(JSON.parse(line)) },
  });
  const generations = createGenerations(fakeOpened('old').opened);
  const stop = new AbortController();
  const kinds: string[] = [];
  let ingests = 0;
  let atOnce = 0;
  const most = { atOnce: 0 };
  const ingest = async (): Promise<IngestOutcome> => {
    atOnce += 1;
    most.atOnce = Math.max(most.atOnce, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 5));
    atOnce -= 1;
    return outcomes[Math.min(ingests++, outcomes.length - 1)]!;
  };
  const reloader = createReloader({
    generations,
    ingest,
    open: async () => opened(),
    logger,
    stopped: stop.signal,
    onOutcome: ({ kind }) => kinds.push(kind),
  });
  return { ...reloader, generations, lines, most, stop, kinds, ingests: () => ingests };
}

test('a new generation takes the place of the old one, and one line says so', async () => {
  const { reload, generations, lines } = prepare([DONE]);
  expect(await reload()).toEqual({ kind: 'replaced', report: REPORT });
  expect(generations.assistant.generation).toBe('new');
  expect(lines).toMatchObject([{ level: 30, added: 1, documents: 2, msg: 'index is up to date' }]);
});

test('every update is reported with its end, the same fault each time it is met', async () => {
  const { reload, kinds } = prepare([DONE, BROKEN, BROKEN]);
  for (let update = 0; update < 3; update += 1) await reload();
  expect(kinds).toEqual(['replaced', 'failed', 'failed']);
});

test('nothing is said or replaced when the index is the one that is served', async () => {
  const same = fakeOpened('old');
  const { reload, generations, lines } = prepare([DONE], () => same.opened);
  const before = generations.assistant.generation;
  expect(await reload()).toMatchObject({ kind: 'unchanged' });
  expect([generations.assistant.generation, lines, same.closed()]).toEqual([before, [], true]);
});

test('other first questions are served, over the same index', async () => {
  const { reload, generations } = prepare(
    [DONE],
    () => fakeOpened('old', { offered: ['停车位多了几个？'] }).opened,
  );
  expect(await reload()).toMatchObject({ kind: 'replaced' });
  expect(generations.assistant.firstQuestions()).toEqual(['停车位多了几个？']);
});

describe('an update that fails', () => {
  test('keeps the old index serving, is told once in one line, and heals', async () => {
    const { reload, generations, lines } = prepare([BROKEN, BROKEN, DONE]);
    expect(await reload()).toEqual(BROKEN);
    expect(await reload()).toEqual(BROKEN);
    expect(generations.assistant).toMatchObject({ generation: 'old', fault: { reason: 'manifest_invalid' } });
    expect(lines).toMatchObject([
      {
        level: 40,
        reason: 'manifest_invalid',
        fault: 'line 3 of manifest.yaml',
        msg: 'index not updated; the old one is served',
      },
    ]);
    await reload();
    expect(generations.assistant).toMatchObject({ generation: 'new', fault: null });
    expect(lines.map(({ msg }) => msg).slice(1)).toEqual(['index is up to date']);
  });

  test('says so when it heals without a new index: the file was put back as it was', async () => {
    const { reload, lines } = prepare([BROKEN, DONE], () => fakeOpened('old').opened);
    await reload();
    expect(await reload()).toMatchObject({ kind: 'unchanged' });
    expect(lines.map(({ msg }) => msg).slice(1)).toEqual(['index is up to date']);
  });

  test('never rejects, also when the saved index can’t be opened', async () => {
    const { reload, generations } = prepare([DONE], () => {
      throw new Error('index gone');
    });
    expect(await reload()).toEqual({ kind: 'failed', reason: 'index_broken', message: 'index gone' });
    expect(generations.assistant.generation).toBe('old');
  });

  test('is no fault once the program ends', async () => {
    const { reload, lines, stop } = prepare([BROKEN]);
    stop.abort();
    await reload();
    expect(lines).toEqual([]);
  });

  test.each([
    ['index_unwritable', true],
    ['index_locked', true],
    ['manifest_invalid', false],
    ['seeds_missing', false],
    ['ingest_ended', false],
  ])('because of %s: may it work later with the same documents? %s', (reason, passing) => {
    expect(isPassing({ reason, message: '' })).toBe(passing);
  });
});

test('updates never overlap, and what is asked for during one is done once after it', async () => {
  const { reload, most, ingests } = prepare([DONE]);
  await Promise.all([reload(), reload(), reload(), reload()]);
  expect([ingests(), most.atOnce]).toEqual([2, 1]);
  await reload();
  expect(ingests()).toBe(3);
});
