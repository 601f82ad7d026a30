import { expect, test } from 'vitest';
import type { Answer } from '../answers/answer.ts';
import type { Family } from './exposition.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readExposition } from './read-exposition.ts';

const INDEX = {
  ready: true,
  indexedAt: '2024-05-01T08:00:00Z',
  passages: 42,
  problems: 3,
  fault: null,
};
const ANSWERED: Pick<Answer, 'status' | 'reason' | 'timings'> = {
  status: 'answered',
  reason: null,
  timings: { retrieveMs: 20, answerMs: 300 },
};

function read(metrics: Metrics): (name: string) => Family['samples'] {
  const families = readExposition(metrics.read());
  return (name) => families.get(name)?.samples ?? [];
}

function valueIn(samples: Family['samples'], wanted: Readonly<Record<string, string>>, suffix?: string) {
  return samples.find(
    (sample) =>
      sample.suffix === suffix &&
      Object.entries(wanted).every(([label, value]) => sample.labels[label] === value),
  )?.value;
}

test('questions are counted by channel, status and reason', () => {
  const metrics = createMetrics();
  metrics.questionEnded('web', ANSWERED, 0.3);
  metrics.questionEnded('web', ANSWERED, 0.4);
  metrics.questionEnded('telegram', { ...ANSWERED, status: 'refused', reason: 'other_year' }, 0.3);
  metrics.questionFailed('telegram', 1);
  const samples = read(metrics)('wenqiao_questions_total');
  expect(samples.map(({ labels, value }) => [...Object.values(labels), value])).toEqual([
    ['web', 'answered', 'none', 2],
    ['telegram', 'refused', 'other_year', 1],
    ['telegram', 'failed', 'none', 1],
  ]);
});

test('times are told in seconds, stage by stage and as a whole', () => {
  const metrics = createMetrics();
  metrics.questionEnded('web', ANSWERED, 0.4);
  const samples = read(metrics);
  expect(valueIn(samples('wenqiao_question_seconds'), { channel: 'web' }, '_sum')).toBe(0.4);
  const stages = samples('wenqiao_question_stage_seconds');
  expect(valueIn(stages, { stage: 'retrieve' }, '_sum')).toBe(0.02);
  expect(valueIn(stages, { stage: 'answer', le: '0.25' }, '_bucket')).toBe(0);
  expect(valueIn(stages, { stage: 'answer', le: '0.5' }, '_bucket')).toBe(1);
});

test('what is screened away adds no stages, which it has not gone through', () => {
  const metrics = createMetrics();
  metrics.questionEnded('web', { ...ANSWERED, status: 'blocked', reason: 'small_talk' }, 0.001);
  expect(read(metrics)('wenqiao_question_stage_seconds')).toEqual([]);
});

test('limits, reloads and the model are counted', () => {
  const metrics = createMetrics();
  metrics.turnedAway('web', 'rate');
  metrics.turnedAway('web', 'rate');
  metrics.reloaded('replaced');
  metrics.modelEnded('timeout');
  const samples = read(metrics);
  expect(valueIn(samples('wenqiao_turned_away_total'), { channel: 'web', limit: 'rate' })).toBe(2);
  expect(valueIn(samples('wenqiao_reloads_total'), { outcome: 'replaced' })).toBe(1);
  expect(valueIn(samples('wenqiao_model_outcomes_total'), { outcome: 'timeout' })).toBe(1);
});

test('who waits and what the index is like is asked at every reading', () => {
  let waiting = 2;
  let index: typeof INDEX | (Omit<typeof INDEX, 'fault'> & { fault: string }) = INDEX;
  const metrics = createMetrics({ now: () => Date.parse('2024-05-01T09:00:00Z') });
  metrics.watchWaiting('web', () => waiting);
  metrics.watchIndex(() => index);
  const before = read(metrics);
  expect(valueIn(before('wenqiao_waiting_questions'), { channel: 'web' })).toBe(2);
  expect(before('wenqiao_index_age_seconds')[0]?.value).toBe(3_600);
  expect(before('wenqiao_index_passages')[0]?.value).toBe(42);
  expect(before('wenqiao_index_problems')[0]?.value).toBe(3);
  expect(before('wenqiao_index_outdated')[0]?.value).toBe(0);
  waiting = 5;
  index = { ...INDEX, fault: 'index_broken' };
  const after = read(metrics);
  expect(valueIn(after('wenqiao_waiting_questions'), { channel: 'web' })).toBe(5);
  expect(after('wenqiao_index_outdated')[0]?.value).toBe(1);
});

test('the process tells of its memory, processor time and event loop', async () => {
  const metrics = createMetrics();
  await new Promise((resolve) => setTimeout(resolve, 60));
  const samples = read(metrics);
  expect(samples('process_resident_memory_bytes')[0]!.value).toBeGreaterThan(10e6);
  expect(samples('process_cpu_seconds_total')[0]!.value).toBeGreaterThan(0);
  expect(samples('nodejs_eventloop_lag_max_seconds')[0]!.value).toBeGreaterThan(0);
  expect(samples('process_start_time_seconds')[0]!.value).toBeLessThan(Date.now() / 1_000);
});
