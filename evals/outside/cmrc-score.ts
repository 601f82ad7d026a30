/**
 * EM and F1 as CMRC 2018's own script counts them (Cui et al. 2019, `cmrc2018_evaluate.py`): characters for
 * Chinese, words for the rest, these marks left out, and the longest common run instead of a bag of words.
 */
const MARKS = new Set('-:_*^/\\~`+=，。：？！“”；’《》·、「」（）－～『』');

/** 1 when the prediction is one of the answers, marks and letter case aside; else 0. */
export function exactMatch(answers: readonly string[], prediction: string): number {
  const said = withoutMarks(prediction);
  return answers.some((answer) => withoutMarks(answer) === said) ? 1 : 0;
}

/** The best F1 over the answers, between 0 and 1. */
export function overlapF1(answers: readonly string[], prediction: string): number {
  const said = segments(prediction);
  return answers.reduce((best, answer) => Math.max(best, f1(segments(answer), said)), 0);
}

function f1(wanted: readonly string[], said: readonly string[]): number {
  const common = longestCommonRun(wanted, said);
  if (common === 0) return 0;
  const precision = common / said.length;
  const recall = common / wanted.length;
  return (2 * precision * recall) / (precision + recall);
}

function longestCommonRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let previous = new Array<number>(other.length + 1).fill(0);
  for (const segment of one) {
    const runs = [0, ...other.map((match, place) => (match === segment ? previous[place]! + 1 : 0))];
    for (const run of runs) longest = Math.max(longest, run);
    previous = runs;
  }
  return longest;
}

function withoutMarks(text: string): string {
  return [...text.toLowerCase().trim()].filter((character) => !MARKS.has(character)).join('');
}

/** Chinese characters one by one, other text in words as nltk's tokenizer cuts them. */
function segments(text: string): string[] {
  return (
    withoutMarks(text).match(
      /[\u4e00-\u9fa5]|[^\s\u4e00-\u9fa5\p{P}\p{S}]+(?:[.,'][^\s\u4e00-\u9fa5\p{P}\p{S}]+)*|[^\s\u4e00-\u9fa5]/gu,
    ) ?? []
  );
}
