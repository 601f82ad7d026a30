import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { readTitles } from './titles.ts';

const TEXT = '青石村新修了两条\n机耕路。\n';
const read = (content: string) =>
  readTitles(join(temporaryFolder({ 'titles/柳溪.yaml': content }), 'titles', '柳溪.yaml'), TEXT);

test('a title is tied to the place of its quote', () => {
  const { found, lost } = read('- {quote: 两条机耕路, title: 青石村修路}\n- {quote: 三条路, title: 无}\n');
  expect(found.map(({ start, end, title }) => [TEXT.slice(start, end), title])).toEqual([
    ['两条\n机耕路', '青石村修路'],
  ]);
  expect(lost).toEqual(['三条路']);
});

test.each([
  ['- {quote: 机耕路}', /titles\/柳溪\.yaml: entry 0\.title/],
  ['- {quote: 机耕路, title: " "}', /entry 0\.title: an empty title/],
  ['- {title: [', /titles\/柳溪\.yaml is not valid YAML/],
])('%s is told in one line', (content, message) => {
  expect(() => read(content)).toThrow(expect.objectContaining({ reason: 'titles_invalid' }));
  expect(() => read(content)).toThrow(message);
});
