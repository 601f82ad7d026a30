import { describe, expect, test } from 'vitest';
import { readArticles } from './pages.ts';
import { findFaults } from './problems.ts';

const faultsOf = (source: string): [string, string][] =>
  findFaults(source, readArticles(source)).map(({ kind, start }) => [kind, source.slice(start, start + 4)]);

const CELL = '改造柳溪路两公里，新建停车位三百个，启动新桥建设。';

describe('faults of the page itself are told with their place', () => {
  test.each<[string, string, [string, string][]]>([
    ['none on a sound page', '青石村办起长者食堂\n\n本报讯（记者 王一）青石村食堂开张。\n', []],
    [
      'a sentence broken off',
      '青石村办起长者食堂\n\n■记者 王一\n\n青石村食堂开张。下一步将\n',
      [['cut_sentence', '下一步将']],
    ],
    ['an article without a headline', '本报讯（记者 王一）食堂开张。\n', [['no_headline', '食堂开张']]],
    [
      'glyphs printed twice',
      '柳溪柳溪：：食堂\n\n■记者 王一\n\n食堂开张。\n',
      [['doubled_glyphs', '柳溪柳溪']],
    ],
    ['nothing to read', '柳溪\n', [['no_article', '柳溪\n']]],
  ])('%s', (_title, source, expected) => {
    expect(faultsOf(source)).toEqual(expected);
  });

  test('a row that prints the text of another is named with it', () => {
    const source = `柳溪这样干\n\n序号\t名称\t任务\n1\t道路\t${CELL}\n2\t停车\t${CELL}\n3\t桥梁\t建新桥。\n4\t渡口\t建新桥。\n`;
    const faults = findFaults(source, readArticles(source));
    expect(faults.map(({ kind }) => kind)).toEqual(['repeated_row']);
    expect(faults[0]!.message).toMatch(/row 2 停车 .* row 1 道路/);
  });
});

test('every message is one line', () => {
  const source = '柳溪柳溪：：\n食堂开张\n\n本报讯（记者 王一）下一\n步将\n';
  const faults = findFaults(source, readArticles(source));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter(({ message }) => message.includes('\n'))).toEqual([]);
});
