/** A number with its labels; `suffix` tells the parts of a histogram apart (`_bucket`, `_sum`, `_count`). */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
  readonly suffix?: string;
}

export type Labels = Readonly<Record<string, string>>;

/** All samples of one name. */
export interface Family {
  readonly name: string;
  /** One sentence that says what is counted and in which unit. */
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Prometheus's text format, version 0.0.4: families without samples are left out, every line ends with LF. */
export function exposition(families: readonly Family[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${escapedHelp(help)}\n`,
        `# TYPE ${name} ${type}\n`,
        ...samples.map((sample) => line(name, sample)),
      ].join(''),
    )
    .join('');
}

function line(name: string, { labels, value, suffix = '' }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapedLabel(text)}"`);
  return `${name}${suffix}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${written(value)}\n`;
}

function escapedHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapedLabel(text: string): string {
  return escapedHelp(text).replaceAll('"', '\\"');
}

/** The format writes infinity in Go's way. */
export function written(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}
