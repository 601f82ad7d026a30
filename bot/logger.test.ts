import { describe, expect, test } from 'vitest';
import { createLogger, type LoggerOptions } from './logger.ts';

/** Logs once and gives what was written, as parsed lines. */
function logged(object: object, options: Partial<LoggerOptions> = {}): Record<string, unknown>[] {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    destination: { write: (line) => lines.push(line) },
    ...options,
  });
  logger.info(object, 'asked');
  return lines.map((line) => JSON.parse(line));
}

describe('the log', () => {
  test('has one line of JSON with service, message and fields', () => {
    expect(logged({ passages: 12 })).toMatchObject([{ service: 'wenqiao', msg: 'asked', passages: 12 }]);
  });

  test.each(['token', 'apiKey', 'authorization', 'cookie'])('never holds a secret: %s', (key) => {
    const [line] = logged({ [key]: 'sesame', config: { [key]: 'sesame', kept: 1 } }, { userText: true });
    expect(JSON.stringify(line)).not.toContain('sesame');
    expect(line).toMatchObject({ config: { kept: 1 } });
  });

  test('holds a person’s words only when that is asked for', () => {
    const words = { userText: '我家住东坞村', turn: { userText: '那几点开门' } };
    expect(JSON.stringify(logged(words))).not.toMatch(/东坞村|几点/);
    expect(logged(words, { userText: true })).toMatchObject([words]);
  });

  test('tells of an error where it happened, and its words only when that is asked for', () => {
    const err = Object.assign(new TypeError('我家住东坞村\n    at 沿河路18号 (门口:1:2)'), { code: 'E_ODD' });
    const [line] = logged({ err });
    expect(line).toMatchObject({ err: { type: 'TypeError', code: 'E_ODD' } });
    expect(JSON.stringify(line)).toContain('logger.test.ts');
    expect(JSON.stringify(line)).not.toMatch(/东坞村|沿河路/);
    expect(JSON.stringify(logged({ err }, { userText: true }))).toContain('东坞村');
    expect(logged({ err: '我家住东坞村' })).toMatchObject([{ err: { type: 'string' } }]);
  });

  test('keeps to its level', () => {
    expect(logged({ a: 1 }, { level: 'warn' })).toEqual([]);
    expect(logged({ a: 1 }, { level: 'silent' })).toEqual([]);
    expect(logged({ a: 1 }, { level: 'debug' })).toHaveLength(1);
  });

  test('keeps what a child binds, without its secrets', () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } });
    logger.child({ update: 7, token: 'sesame' }).info('told');
    expect(JSON.parse(lines[0]!)).toMatchObject({ update: 7, msg: 'told' });
    expect(lines[0]).not.toContain('sesame');
  });
});
