import type { Family, Labels, Sample } from './exposition.ts';

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const HELP = new RegExp(`^# HELP (${NAME}) (.+)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? (\\S+)$`);

/** For tests: reads Prometheus's text format by its rules and throws at whatever breaks one. */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family & { samples: Sample[] }>();
  const lines = text.slice(0, -1).split('\n');
  let current: (Family & { samples: Sample[] }) | undefined;
  for (const [place, line] of lines.entries()) {
    const [, helped, help] = HELP.exec(line) ?? [];
    if (helped !== undefined && help !== undefined) {
      const [, typed, type] = TYPE.exec(lines[place + 1] ?? '') ?? [];
      if (typed !== helped) throw new Error(`help without type: ${line}`);
      if (families.has(helped)) throw new Error(`a family twice: ${helped}`);
      current = { name: helped, help, type: type as Family['type'], samples: [] };
      families.set(helped, current);
    } else if (!TYPE.test(line)) {
      if (current === undefined) throw new Error(`a sample before its type: ${line}`);
      current.samples.push(sampleOf(line, current));
    }
  }
  for (const family of families.values()) check(family);
  return families;
}

function sampleOf(line: string, { name, type }: Family): Sample {
  const [, full, pairs = '', value] = SAMPLE.exec(line) ?? [];
  if (full === undefined || value === undefined) throw new Error(`no sample: ${line}`);
  const suffix = full.slice(name.length);
  const known = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
  if (!full.startsWith(name) || !known.includes(suffix)) throw new Error(`not of ${name}: ${line}`);
  return { labels: labelsOf(pairs), value: numberOf(value), ...(suffix === '' ? {} : { suffix }) };
}

function labelsOf(pairs: string): Labels {
  const found = [...pairs.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map(([, label, value]) => [
    label!,
    value!.replace(/\\(.)/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped)),
  ]);
  const labels = Object.fromEntries(found);
  if (Object.keys(labels).length !== found.length) throw new Error(`a label twice: ${pairs}`);
  if (Object.keys(labels).some((label) => label.startsWith('__'))) throw new Error(`reserved: ${pairs}`);
  return labels;
}

function numberOf(text: string): number {
  if (/^[+-]Inf$/.test(text)) return text === '+Inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (!/^(?:NaN|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.test(text)) throw new Error(`no number: ${text}`);
  return Number(text);
}

function check({ name, type, samples }: Family): void {
  const keys = samples.map(({ suffix, labels }) => JSON.stringify([suffix, Object.entries(labels).sort()]));
  if (new Set(keys).size !== keys.length) throw new Error(`a series twice: ${name}`);
  if (type === 'counter' && samples.some(({ value }) => value < 0)) throw new Error(`below nothing: ${name}`);
  if (type === 'histogram') checkHistogram(name, samples);
}

function checkHistogram(name: string, samples: readonly Sample[]): void {
  const series = seriesOf(samples);
  for (const parts of series.values()) {
    const buckets = parts.filter(({ suffix }) => suffix === '_bucket');
    const values = buckets.map(({ value }) => value);
    if (values.some((value, place) => value < (values[place - 1] ?? 0))) throw new Error(`falls: ${name}`);
    if (buckets.at(-1)?.labels.le !== '+Inf') throw new Error(`no last bucket: ${name}`);
    const count = parts.find(({ suffix }) => suffix === '_count')?.value;
    if (count !== values.at(-1)) throw new Error(`another count: ${name}`);
  }
}

function seriesOf(samples: readonly Sample[]): ReadonlyMap<string, Sample[]> {
  const series = new Map<string, Sample[]>();
  for (const sample of samples) {
    const { le: _, ...labels } = sample.labels;
    const key = JSON.stringify(labels);
    series.set(key, [...(series.get(key) ?? []), sample]);
  }
  return series;
}
