import { describe, expect, test } from 'vitest';
import { RetrievalError } from '../errors.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { NAME_KINDS, readVocabulary } from './vocabulary.ts';

test.each<[string, Record<string, string>]>([
  ['no folder', {}],
  ['an empty folder', { 'vocabulary/README.md': '' }],
  ['empty files', { 'vocabulary/names.yaml': '', 'vocabulary/terms.yaml': '# 待补' }],
])('%s is an empty vocabulary', (_title, files) => {
  expect(readVocabulary(temporaryFolder(files))).toEqual({ names: [], terms: [] });
});

test('names and terms are read as they stand', () => {
  const folder = temporaryFolder({
    'vocabulary/names.yaml':
      '- {name: 柳溪镇, kind: town, aliases: [柳溪]}\n- {name: 王一, kind: person, town: 柳溪镇, office: 镇长}\n',
    'vocabulary/terms.yaml': '- {everyday: 米糕铺, official: [早餐网点]}\n',
  });
  expect(readVocabulary(folder)).toEqual({
    names: [
      { name: '柳溪镇', kind: 'town', aliases: ['柳溪'] },
      { name: '王一', kind: 'person', town: '柳溪镇', office: '镇长' },
    ],
    terms: [{ everyday: '米糕铺', official: ['早餐网点'] }],
  });
});

test('every kind of name is taken', () => {
  const names = NAME_KINDS.map((kind) => `- {name: 柳溪, kind: ${kind}}`).join('\n');
  expect(
    readVocabulary(temporaryFolder({ 'vocabulary/names.yaml': names })).names.map(({ kind }) => kind),
  ).toEqual([...NAME_KINDS]);
});

describe('a fault is told in one line that names file and entry', () => {
  test.each([
    ['names.yaml', '- {name: 柳溪', /names\.yaml is not valid YAML/],
    ['names.yaml', 'name: 柳溪', /names\.yaml: entry/],
    ['names.yaml', '- {name: 柳溪, kind: planet}', /names\.yaml: entry 0\.kind/],
    ['names.yaml', '- {name: 柳溪镇, kind: town}\n- {name: "", kind: town}', /names\.yaml: entry 1\.name/],
    ['names.yaml', '- {name: 柳溪, kind: town, alias: [溪]}', /names\.yaml: entry 0: .*alias/],
    ['names.yaml', '- {name: 柳溪, kind: town, aliases: 溪}', /names\.yaml: entry 0\.aliases/],
    ['terms.yaml', '- {everyday: 米糕铺, official: []}', /terms\.yaml: entry 0\.official/],
    ['terms.yaml', '- {everyday: 米糕铺}', /terms\.yaml: entry 0\.official/],
  ])('%s: %s', (name, content, message) => {
    const read = (): unknown => readVocabulary(temporaryFolder({ [`vocabulary/${name}`]: content }));
    expect(read).toThrow(RetrievalError);
    expect(read).toThrow(message);
    expect(read).toThrow(
      expect.objectContaining({ reason: 'vocabulary_invalid', message: expect.not.stringContaining('\n') }),
    );
  });
});
