import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { candidateFor, needsFor, readTestPage, sentenceWith, understandingOf } from './test-pages.ts';
import { toldTwoWays } from './two-ways.ts';

const PAGE = `竹川镇列出民生清单

竹川镇打造皇梅殿景区、荷香村民宿。全镇48个村完成土地整治。竹川镇聚焦藕粉、莲子等主导产业方向，招引项目5个。
　　竹川镇为黄梅殿共富联合体挂牌。荷灯会设有15个展位。
　　竹川镇实现全镇52个村全覆盖。全力聚焦糖藕、荷叶茶等主导产业方向。第三批提升村开工，第四批提升村立项。
`;

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPage(PAGE);
});

describe('what the documents word in two ways', () => {
  const told = (question: string, ...words: string[]): string[] | undefined =>
    toldTwoWays(
      index,
      understandingOf(question),
      words.map((part) => candidateFor(sentenceWith(index, part))),
      needsFor(),
    )?.map(({ text }) => text);

  test.each([
    '皇梅殿和黄梅殿分别用在什么名称上',
    '到底是皇梅殿还是黄梅殿',
    '皇梅殿黄梅殿到底哪个',
    '皇梅殿在另一处写作什么',
  ])('is a name in two spellings: %s', (question) => {
    const statements = told(question, '皇梅殿');
    expect(statements).toHaveLength(2);
    expect(statements?.[0]).toContain('皇梅殿');
    expect(statements?.[1]).toContain('黄梅殿');
  });

  test('is a number that is told twice', () => {
    const statements = told('竹川全镇到底几个村，材料里的数对不上', '48个村');
    expect(statements?.join()).toMatch(/全镇48个村.*全镇52个村/);
  });

  test('is what follows on a phrase of the question', () => {
    const statements = told('主导产业方向前后写得一致吗', '藕粉', '糖藕', '荷灯会');
    expect(statements?.join()).toMatch(/藕粉.*糖藕/);
  });

  test.each([
    ['is not asked for', '皇梅殿景区在哪里'],
    ['is one number alone', '荷灯会有几个展位，材料里的数对不上'],
    ['are two in a row, not two spellings', '第三批提升村材料里写作什么'],
  ])('is nothing when it %s', (_, question) => {
    expect(told(question, '荷灯会')).toBeUndefined();
  });

  test('is nothing where nothing fits', () => {
    expect(told('皇梅殿和黄梅殿分别用在什么名称上')).toBeUndefined();
  });
});
