import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findNumbers, type NumberSpan } from '../../retrieval/text/numbers.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { splitClauses } from './clauses.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** Which of two figures holds is asked, or where each comes from. */
const ASKS_BOTH =
  /还是|哪个(?:才|是)?(?:对|准|真|算)|为什么|为何|怎么回事|分别|各(?:自|是|在|指)|口径|不一|不统一|对不上|矛盾|出入|出自|区别|不同|关系|怎么说/;

/** Room for one of the two. */
const ROOM = 100;

/**
 * 63还是75, 一处6一处8: two figures that the question names and that different sentences tell are both told, each with
 * its sentence. Undefined where they stand in one sentence, or one of them stands nowhere near.
 */
export function toldTwoFigures(
  index: CorpusIndex,
  { text, aspects }: Understanding,
  fitting: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const named = figuresIn(text).filter(
    ({ start }) => /\d/.test(text[start] ?? '') && !/(?:第|序号|编号)$/.test(text.slice(0, start)),
  );
  const [one, other] = named;
  if (aspects.length > 1 || !ASKS_BOTH.test(text) || named.length !== 2 || one!.value === other!.value)
    return undefined;
  const [best] = fitting;
  if (best === undefined) return undefined;
  const isTogether = ({ sentence }: Candidate): boolean =>
    named.every((figure) => tells(text, sentence.text, figure));
  if (isTogether(best)) return undefined;
  const apart = fitting.filter((candidate) => !isTogether(candidate));
  const tellings = named.map((figure) => tellingOf(index, text, figure, apart));
  if (tellings.some((sentence) => sentence === undefined)) return undefined;
  return tellings.map((sentence, place) => {
    const clause = splitClauses(sentence!.text).find((part) => tells(text, part.text, named[place]!));
    const candidate = fitting.find((one) => one.sentence === sentence) ?? { ...best, sentence: sentence! };
    return takeStatement(
      index,
      { ...candidate, focus: [] },
      memberNeeds(needs, clause?.text ?? sentence!.text, ROOM),
    );
  });
}

/** The best candidate that tells a figure; else the first sentence of the best one's document that does. */
function tellingOf(
  index: CorpusIndex,
  asked: string,
  figure: NumberSpan,
  fitting: readonly Candidate[],
): IndexedSentence | undefined {
  const isTelling = ({ text }: IndexedSentence): boolean => tells(asked, text, figure);
  return (
    fitting.find(({ sentence }) => isTelling(sentence))?.sentence ??
    index.documents.get(fitting[0]!.sentence.document)!.sentences.find(isTelling)
  );
}

function figuresIn(text: string): NumberSpan[] {
  return findNumbers(text).filter(
    ({ unit, value, percent }) =>
      !/^[年月日号项行]$/.test(unit) && (percent || value < 1900 || value >= 2100),
  );
}

/** What a number may count by itself; 63和75 leaves it to the rest of the question. */
const MEASURE = /^[个家项名处座人次亩户场套条件级万亿元平公米]/u;

/** Does a text tell a figure of the question, of the thing that the question asks about? */
function tells(asked: string, text: string, { value, percent, unit }: NumberSpan): boolean {
  return figuresIn(text).some((figure) => {
    if (figure.value !== value || figure.percent !== percent) return false;
    if (percent || (MEASURE.test(unit) && !/^个/.test(unit))) return figure.unit.startsWith(unit[0] ?? '');
    const counted = text[figure.end] ?? '';
    return asked.includes(counted) || asked.includes(figure.unit.slice(1, 2) || counted);
  });
}
