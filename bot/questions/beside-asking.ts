/** What asks: the words beside it say what is to be told. */
const ASKS = /多少|几|哪|谁|什么|何|怎么|怎样|如何|啥|吗|么|有没有|没有|是不是|能不能|是否/g;
/** Characters on either side of a word that asks, and at the end of a question without one. */
const BESIDE = 4;
const AT_THE_END = 5;

/** The stretches beside the words that ask; of a question without such words its last characters. */
export function besideAsking(question: string): string[] {
  const words = [...question.matchAll(ASKS)];
  if (words.length === 0) {
    const last = question.match(/[\u4e00-\u9fff]+(?=[^\u4e00-\u9fff]*$)/u)?.[0] ?? '';
    return [last.slice(-AT_THE_END)];
  }
  return words.flatMap(({ 0: { length }, index }) => [
    question.slice(Math.max(0, index - BESIDE), index),
    question.slice(index + length, index + length + BESIDE),
  ]);
}
