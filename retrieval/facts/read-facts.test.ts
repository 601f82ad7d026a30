import { describe, expect, it } from 'vitest';
import type { DocumentDescription } from '../documents/document.ts';
import { createNameFinder } from './names.ts';
import { type ClaimingSentence, readFacts } from './read-facts.ts';

const description: DocumentDescription = {
  title: '柳溪镇报',
  publisher: null,
  town: '柳溪镇',
  period: '2031年',
  date: { value: '2031-12-01', precision: 'day', basis: '' },
  inferred: [],
};
const findNames = createNameFinder({
  names: [
    { name: '东桥村', kind: 'village', aliases: ['东桥'] },
    { name: '东桥村食堂', kind: 'facility' },
    { name: '何水', kind: 'person', office: '镇长', aliases: ['何镇长'] },
  ],
});

/** The facts of one sentence as it is printed; line breaks stand in the file, not in the sentence. */
function facts(printed: string, changes: Partial<ClaimingSentence> = {}) {
  const file = `前文。${printed}`;
  const sentence: ClaimingSentence = {
    ...{ kind: 'sentence', text: printed.replace(/\s/g, ''), start: 3, end: file.length },
    ...{ section: null, row: null, sectionYear: null, cut: false },
    ...{ id: 7, document: 'page.txt', town: '柳溪镇', year: 2031, modality: 'plain', headline: null },
    ...changes,
  };
  return readFacts({ text: file, description }, sentence, findNames).map((fact) => ({
    ...fact,
    slice: file.slice(fact.start, fact.end),
  }));
}

describe('the facts of a sentence', () => {
  it('know their place in the file, over line breaks', () => {
    const [fact] = facts('今年以来，全镇新增停\n车位800余个。');
    expect(fact).toMatchObject({
      quote: '全镇新增停车位800余个',
      slice: '全镇新增停\n车位800余个',
      standing: 'result',
    });
    expect(fact).toMatchObject({ document: 'page.txt', sentence: 7, town: '柳溪镇', year: 2031 });
  });

  it('resolve relative years and take the last one told', () => {
    const years = facts('去年走访企业30家，2033年计划走访企业50家。').map(({ year, standing }) => [
      year,
      standing,
    ]);
    expect(years).toEqual([
      [2030, 'result'],
      [2033, 'target'],
    ]);
  });

  it('take the year of the section, and of the headline for a whole year', () => {
    expect(facts('新增车位600个。', { sectionYear: 2032 })[0]).toMatchObject({
      year: 2032,
      standing: 'target',
    });
    expect(facts('全年调解纠纷317起。', { headline: '柳溪获评2030年度先进' })[0]?.year).toBe(2030);
    expect(facts('调解纠纷317起。', { headline: '柳溪获评2030年度先进' })[0]?.year).toBe(2031);
  });

  it('are aims in a column of tasks, whatever their words', () => {
    const row = { number: 1, name: '道路', column: '目标任务' };
    expect(facts('完成道路改造十公里。', { row })[0]?.standing).toBe('target');
    expect(facts('完成道路改造十公里。')[0]?.standing).toBe('result');
  });

  it('share the deadline of what is told before it', () => {
    const found = facts('总投资600万元，计划建设4000平方米的分馆，拟定于2032年8月底前运行。');
    expect(found.filter(({ kind }) => kind === 'measure').map(({ deadline }) => deadline?.by)).toEqual([
      undefined,
      '2032-08-31',
    ]);
  });

  it('name places and persons by the vocabulary, the longest name and no office alone', () => {
    const [fact] = facts('何镇长到场，何水走访了东桥村食堂老人30名。');
    expect(fact).toMatchObject({ places: ['东桥村食堂'], persons: [{ name: '何水', office: '镇长' }] });
  });

  it('tell works that have no figure', () => {
    const found = facts('完成西溪清淤工程，启用新光小学，以改造项目为抓手。');
    expect(found.map(({ kind, measure }) => [kind, measure])).toEqual([
      ['work', '完成西溪清淤工程'],
      ['work', '启用新光小学'],
    ]);
  });

  it('are none in a headline', () => {
    expect(facts('新增车位600个', { kind: 'headline' })).toEqual([]);
  });

  it('are quoted by at most 180 characters', () => {
    const [fact] = facts(
      `${String.fromCharCode(...Array.from({ length: 200 }, (_, at) => 0x5100 + at))}走访企业30家。`,
    );
    expect(fact?.quote.length).toBeLessThanOrEqual(180);
    expect(fact?.quote).toContain('30家');
  });
});
