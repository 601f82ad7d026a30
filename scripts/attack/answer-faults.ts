import type { Answer } from '../../bot/answers/answer.ts';
import { contract } from '../../bot/answers/test-contract.ts';
import type { DocumentView } from '../../bot/assistant.ts';

/** What is wrong with an answer, seen from outside: its shape, and whether each quote stands where it says. */
export function answerFaults(answer: Answer, document: (name: string) => DocumentView | undefined): string[] {
  const shape = contract
    .safeParse(answer)
    .error?.issues.map(({ path, message }) => `${path.join('.')}${path.length === 0 ? '' : ' '}${message}`);
  const quotes = answer.citations
    .filter(({ document: name, start, end, quote }) => {
      const text = document(name)?.text;
      return text === undefined || bare(text.slice(start, end)) !== bare(quote);
    })
    .map(() => 'a quote that does not stand there');
  const long = answer.citations
    .filter(({ quote }) => quote.length > 200)
    .map(() => 'a quote that is too long');
  return [...(shape ?? []), ...quotes, ...long];
}

/** White space and punctuation may differ. */
function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
}
