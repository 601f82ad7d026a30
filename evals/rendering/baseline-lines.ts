import type { EvalReport } from './report.ts';
import { evalWording, inChinese } from './wording.ts';

/** What changed since the baseline, and whether the judge can be believed, a line each. */
export function baselineLines({ baseline, belowFloor, wronglyPassed }: EvalReport): string[] {
  const words = evalWording.baseline;
  const lines = wronglyPassed.length === 0 ? [] : [evalWording.wronglyPassed(wronglyPassed.join('、'))];
  for (const { suite, figure, value, floor } of belowFloor) {
    const name = `${evalWording.suites[suite]} ${inChinese(figure)}`;
    lines.push(words.belowFloor(name, value.toFixed(3), floor.toFixed(2)));
  }
  if (baseline === undefined) return [...lines, words.none];
  const { figures, newlyPassing, newlyFailing, questionsChanged } = baseline;
  const changed = questionsChanged.map((part) => evalWording.parts[part]);
  if (changed.length > 0) lines.push(words.questionsChanged(changed.join('、')));
  for (const { suite, figure, before, now, margin, dropped } of figures) {
    if (!dropped) continue;
    const name = `${evalWording.suites[suite]} ${inChinese(figure)}`;
    lines.push(words.dropped(name, before.toFixed(3), now?.toFixed(3) ?? '—', String(margin)));
  }
  const ids = (changes: readonly { suite: string; id: string }[]): string =>
    [...new Set(changes.map(({ suite }) => suite))]
      .map((suite) => {
        const own = changes.filter((change) => change.suite === suite).map(({ id }) => id);
        return `${evalWording.suites[suite]} ${own.join('、')}`;
      })
      .join('；');
  if (newlyPassing.length > 0) lines.push(words.newlyPassing(newlyPassing.length, ids(newlyPassing)));
  if (newlyFailing.length > 0) lines.push(words.newlyFailing(newlyFailing.length, ids(newlyFailing)));
  return lines.length === 0 ? [words.same] : lines;
}
