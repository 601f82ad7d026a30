import { splitSentences } from '../../../retrieval/articles/sentences.ts';
import { analyze } from '../../../retrieval/text/analyzer.ts';
import { alignedFold } from './aligned-text.ts';
import { askedThing } from './asked-thing.ts';
import { candidateSpans } from './candidate-spans.ts';
import { scoreSpan } from './score-span.ts';

/** Sentences that are searched for the answer. */
const SENTENCES = 3;
/** Weight of a sentence's share of the question's words against the signs of the span itself. */
const SENTENCE_WEIGHT = 5;

/** The shortest stretch of a text that answers the question, in the text's own script; empty for an empty text. */
export function extractSpan(question: string, text: string): string {
  const folded = alignedFold(text);
  const asked = askedThing(alignedFold(question));
  const wanted = new Set(analyze(question));
  const pairs = pairsOf(`${asked.before}\n${asked.after}`);
  const sentences = splitSentences(folded, 0, folded.length).map(({ start, end }) => {
    const words = folded.slice(start, end);
    return { start, end, words, terms: new Set(analyze(words)) };
  });
  const rarity = (term: string): number => {
    const holders = sentences.filter(({ terms }) => terms.has(term)).length;
    return (term.length > 1 ? 1 : 0.25) * Math.log(1 + (sentences.length - holders + 0.5) / (holders + 0.5));
  };
  const weights = new Map([...wanted].map((term) => [term, rarity(term)]));
  const ranked = sentences
    .map((sentence) => ({ ...sentence, share: shareOf(weights, sentence.terms) }))
    .sort((one, other) => other.share - one.share)
    .slice(0, SENTENCES);
  // A sentence of torn brackets offers nothing; then all of it is the answer.
  let best = ranked[0] === undefined ? '' : text.slice(ranked[0].start, ranked[0].end).trim();
  let highest = Number.NEGATIVE_INFINITY;
  for (const { start, words, share } of ranked) {
    for (const span of candidateSpans(words, asked)) {
      const score = SENTENCE_WEIGHT * share + scoreSpan(words, span, asked, pairs);
      if (score <= highest) continue;
      highest = score;
      best = text.slice(start + span.start, start + span.end);
    }
  }
  return best;
}

/** The share of the question's weight that a sentence holds; terms that the text nowhere holds do not count. */
function shareOf(weights: ReadonlyMap<string, number>, terms: ReadonlySet<string>): number {
  let all = 0;
  let held = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (terms.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let place = 0; place + 1 < text.length; place++) pairs.add(text.slice(place, place + 2));
  return pairs;
}
