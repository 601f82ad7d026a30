import { beforeAll, describe, expect, test } from 'vitest';
import { gapsOf } from './gaps.ts';
import { createEssence, type Essence, isNear } from './sameness.ts';
import type { Stored, Unanswered } from './store.ts';

let essenceOf: (question: string) => Essence;
beforeAll(() => {
  essenceOf = createEssence({
    names: [
      { name: '柳溪镇', kind: 'town', aliases: ['柳溪'] },
      { name: '竹川镇', kind: 'town', aliases: ['竹川'] },
    ],
    terms: [{ everyday: '饭堂', official: ['老年食堂'] }],
  });
});

const near = (one: string, other: string): boolean => isNear(essenceOf(one), essenceOf(other));

describe('two questions ask the same', () => {
  test.each([
    ['with other punctuation', '夜市什么时候开？', '夜市什么时候开'],
    ['in another script or width', '柳溪鎮夜市２０２６年開嗎？', '柳溪镇夜市2026年开吗'],
    ['in dialect', '柳溪夜市几钿一个摊位？', '柳溪夜市多少钱一个摊位？'],
    ['in an everyday word of the place', '柳溪的饭堂电话是多少', '柳溪的老年食堂电话是多少'],
    ['with the town in full or in short', '柳溪夜市什么时候开张', '柳溪镇夜市什么时候开张'],
    ['with a word without content', '请问夜市什么时候开张呢', '夜市什么时候开张'],
  ])('%s', (_, one, other) => expect(near(one, other)).toBe(true));

  test.each([
    ['of another town', '柳溪夜市摊位费多少钱一个月', '竹川夜市摊位费多少钱一个月'],
    ['of another year', '柳溪2026年夜市摊位费多少钱', '柳溪2027年夜市摊位费多少钱'],
    ['asked for something else', '夜市什么时候开张', '夜市在哪里'],
    ['without any word in common', '？？', '！！！好'],
  ])('but not %s', (_, one, other) => expect(near(one, other)).toBe(false));
});

describe('the gaps', () => {
  let at = 0;
  const row = (question: string, replaced: Partial<Stored<Unanswered>> = {}): Stored<Unanswered> => {
    at += 1;
    return {
      ...{ id: at, at: new Date(Date.UTC(2026, 10, 1, 0, at)).toISOString(), channel: 'web', person: 'p1' },
      ...{ question, reason: 'not_in_documents', answer: '手头的文件里没有写到。' },
      ...replaced,
    };
  };

  test('tell how often, by how many, when and why, those first whom most people asked', () => {
    const rows = [
      row('公交几点末班？', { person: 'p9' }),
      row('公交几点末班', { person: 'p9' }),
      row('公交几点末班！', { person: 'p9' }),
      row('柳溪夜市什么时候开张', { channel: 'telegram', reason: 'attribute_missing' }),
      row('请问柳溪夜市什么时候开张', { person: 'p2' }),
      row('请问柳溪夜市什么时候开张', { person: 'p2' }),
    ];
    expect(gapsOf(rows, essenceOf)).toEqual([
      {
        id: rows[3]!.id,
        question: '请问柳溪夜市什么时候开张',
        variants: ['柳溪夜市什么时候开张'],
        ...{ count: 3, persons: 2, channels: ['web', 'telegram'] },
        reasons: ['not_in_documents', 'attribute_missing'],
        ...{ firstAsked: rows[3]!.at, lastAsked: rows[5]!.at },
      },
      expect.objectContaining({ id: rows[0]!.id, question: '公交几点末班！', count: 3, persons: 1 }),
    ]);
  });

  test('are none where nothing was asked', () => {
    expect(gapsOf([], essenceOf)).toEqual([]);
  });
});
