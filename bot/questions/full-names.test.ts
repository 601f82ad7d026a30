import { describe, expect, test } from 'vitest';
import { shortNameAsked } from './full-names.ts';

describe('a question for a full name', () => {
  test.each([
    ['“农合会”的全称是什么', '农合会'],
    ['竹川镇农合会全名叫什么', '农合会'],
    ['竹川农合会完整的名称', '农合会'],
  ])('%s: %s', (question, short) => {
    expect(shortNameAsked(question, ['莲塘镇', '竹川镇'])).toBe(short);
  });

  test.each(['农合会是什么', '六个行动的名称', '“农合”全称'])('is none: %s', (question) => {
    expect(shortNameAsked(question, ['竹川镇'])).toBeUndefined();
  });
});
