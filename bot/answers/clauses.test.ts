import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestWindow, splitClauses } from './clauses.ts';

const texts = (text: string): string[] => splitClauses(text).map((clause) => clause.text);

describe('clauses', () => {
  test.each<[string, string[]]>([
    ['现有队员22名，协管员134名。', ['现有队员22名，', '协管员134名。']],
    ['目标：新建6家；力争7家', ['目标：', '新建6家；', '力争7家']],
    ['他说“先治污，再治淤”，很好', ['他说“先治污，再治淤”，', '很好']],
    ['办法（试行，两年）出台，施行', ['办法（试行，两年）出台，', '施行']],
    ['《村规，民约》修订，公布', ['《村规，民约》修订，', '公布']],
    ['每天9:00至20:30开放', ['每天9:00至20:30开放']],
    ['共1,200万元，已到位', ['共1,200万元，', '已到位']],
    ['多出的引号”，照样切，好', ['多出的引号”，', '照样切，', '好']],
    ['', []],
  ])('of %j', (text, clauses) => {
    expect(texts(text)).toEqual(clauses);
  });

  test('leave nothing out and stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'竹川镇，。；：“”（）《》1,:9 ') }), (text) => {
        const clauses = splitClauses(text);
        return (
          clauses.map((clause) => clause.text).join('') === text &&
          clauses.every(({ start, end, text: words }) => text.slice(start, end) === words && words !== '')
        );
      }),
    );
  });
});

describe('the best run of clauses', () => {
  const clauses = splitClauses(
    '第一，镇里新建食堂四家，服务老人九百人，培训护理员四十五名，另外修路三条，完。',
  );

  test('is the best clause alone when it is long enough', () => {
    expect(bestWindow(clauses, [0, 0.9, 0.1, 0.1, 0.1, 0], 100, true, 5)).toEqual({ from: 1, to: 2 });
  });

  test('that tells what is asked takes in no further figure, however short it is', () => {
    const counted = splitClauses('镇里忙，新建食堂4家，培训护理员45名，2023年5月底办成。');
    const grown = (tells: boolean) => bestWindow(counted, [0.1, 0.9, 0.3, 0.2], 100, true, 60, () => tells);
    expect(grown(false)).toEqual({ from: 0, to: 4 });
    expect(grown(true)).toEqual({ from: 0, to: 2 });
  });

  test('holds its neighbours that count', () => {
    expect(bestWindow(clauses, [0, 0.9, 0.8, 0.1, 0.1, 0], 100, true, 5)).toEqual({ from: 1, to: 3 });
  });

  test('bridges a clause that does not count between two that do', () => {
    expect(bestWindow(clauses, [0, 0.9, 0.1, 0.9, 0, 0], 100, true, 5)).toEqual({ from: 1, to: 4 });
  });

  test('when short and tight, grows towards what names the subject', () => {
    expect(bestWindow(clauses, [0.1, 0.9, 0.1, 0, 0, 0], 100, true, 12)).toEqual({ from: 0, to: 2 });
  });

  test('when not tight, is filled up to the limit', () => {
    expect(bestWindow(clauses, [0, 0.9, 0.1, 0.1, 0.1, 0], 1_000)).toEqual({ from: 0, to: clauses.length });
  });

  test('leaves out a clause whose figure is likely another’s', () => {
    const figures = splitClauses('镇里新建老年食堂共6家之多，护理员45名在岗服务');
    expect(bestWindow(figures, [1, 0.5], 100, true, 5)).toEqual({ from: 0, to: 1 });
    expect(bestWindow(figures, [1, 0.7], 100, true, 5)).toEqual({ from: 0, to: 2 });
  });

  test('holds the best clause and keeps to the limit when that clause does', () => {
    const score = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: clauses.length, maxLength: clauses.length }),
        fc.integer({ min: 15, max: 60 }),
        fc.boolean(),
        (scores, limit, tight) => {
          const { from, to } = bestWindow(clauses, scores, limit, tight);
          const peak = scores.indexOf(Math.max(...scores));
          const length = clauses[to - 1]!.end - clauses[from]!.start;
          return (
            from <= peak &&
            peak < to &&
            from >= 0 &&
            to <= clauses.length &&
            (length <= limit || to - from === 1)
          );
        },
      ),
    );
  });
});
