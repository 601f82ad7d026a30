import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../bot/answers/answer.ts';
import { fakeAssistant, sampleAnswer } from '../../bot/channels/web/fake-assistant.ts';
import { createLogger } from '../../bot/logger.ts';
import { type OpenedAssistant, openAssistant } from '../../bot/open.ts';
import { attackInputs } from './attack-inputs.ts';
import { knownQuestions } from './known-questions.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Another seed brings other inputs; `npm run attack` takes a new one each time and asks many more. */
const SEED = 20_240_501;

describe('questions that nobody foresaw', () => {
  const questions = knownQuestions(join(ROOT, 'evals', 'golden'), join(ROOT, 'seeds'));
  let folder: string;
  let assistant: OpenedAssistant;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenqiao-inputs-'));
    const logger = createLogger({ level: 'silent' });
    const clock = (): Date => new Date('2026-01-01T00:00:00Z');
    assistant = await openAssistant({
      seeds: join(ROOT, 'seeds'),
      index: join(folder, 'index'),
      logger,
      clock,
    });
  });
  afterAll(() => {
    assistant.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('all get an answer that keeps to the contract, with quotes that stand where they say', async () => {
    expect(questions.length).toBeGreaterThan(1_000);
    const towns = assistant.documents().flatMap(({ town }) => town ?? []);
    const report = await attackInputs({ assistant, questions, towns, count: 150, seed: SEED });
    expect(report).toMatchObject({ seed: SEED, broken: 0, examples: [] });
    expect(report.inputs).toBeGreaterThan(150);
    expect(Object.keys(report.endings)).toEqual(expect.arrayContaining(['answered', 'refused', 'blocked']));
  }, 120_000);
});

describe('a fault is counted', () => {
  const asked = { questions: ['几点开门？'], towns: ['清溪镇'], count: 5, seed: SEED };
  const withAnswer = (different: Partial<Answer>) =>
    fakeAssistant({ ask: async ({ question }) => sampleAnswer(question.slice(0, 100), different) });

  test.each<[string, Partial<Answer>]>([
    ['a wrong shape', { status: 'refused', reason: null }],
    ['a mark without a citation', { citations: [] }],
    ['a quote that stands elsewhere', { citations: moved(sampleAnswer('？').citations) }],
  ])('%s', async (_, different) => {
    const report = await attackInputs({ assistant: withAnswer(different), ...asked });
    expect(report.broken).toBe(report.inputs);
  });

  test('a crash, with what was asked', async () => {
    const ask = async (): Promise<Answer> => {
      throw new Error('no way');
    };
    const report = await attackInputs({ assistant: fakeAssistant({ ask }), ...asked });
    expect(report.broken).toBe(report.inputs);
    expect(report.examples[0]).toMatchObject({ faults: [expect.stringContaining('no way')] });
    expect(report.examples[0]?.request).toContain('"question"');
  });

  test('and a right answer is none', async () => {
    const report = await attackInputs({ assistant: withAnswer({}), ...asked });
    expect(report).toMatchObject({ broken: 0, examples: [], seed: SEED });
  });
});

function moved(citations: Answer['citations']): Answer['citations'] {
  return citations.map((citation) => ({ ...citation, start: citation.start + 3, end: citation.end + 3 }));
}
