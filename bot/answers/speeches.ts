import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { sentencesAround } from './in-article.ts';
import { quotationAround } from './siblings.ts';
import { LONGEST_QUOTE, type Statement, type StatementNeeds, takeStatement } from './statement.ts';

/** Who may be quoted, as people and pages call them; a question's 老板 is the page's 负责人. */
const SPEAKERS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/负责人|老板|领导/, /负责人|董事长|总经理/],
  [/书记/, /书记/],
  [/镇长/, /镇长/],
  [/主席|主任|会长|校长|队长|民政员/, /主席|主任|会长|校长|队长|民政员/],
  [/村民|居民|老人|大[伯爷妈]|群众/, /村民|居民|老人|大[伯爷妈]|群众/],
  [/干部|科员|社工/, /干部|科员|社工/],
];

/** What somebody said is asked for, in the very words. */
const ASKS_SPEECH =
  /表态|发言|说法|评价|感言|回应|表述|说的|讲的|怎么[说讲]|原话|那句话|的话(?=[,，?？]|原|$)/;
/** A page that lets somebody speak. */
const SPEECH =
  /[”"].{0,40}(?:说|表示|介绍|坦言|告诉|强调|指出|点赞|称赞)|(?:说|表示|强调|指出|介绍|坦言|看来)[：:，,]/;

/** Words in quotation marks that are more than a name. */
const QUOTES = /“[^”]{12,}/;

/** Sentences around the best one in which the speaker is looked for: an article's. */
const REACH = 12;

/**
 * 负责人那句表态，原话: the words of the speaker whom the question names, where the best sentence only names the matter
 * of the article. Undefined when nobody's words are asked for, or the best sentence quotes them itself; `isSure` says
 * whether the best sentence is about the matter.
 */
export function spokenWords(
  index: CorpusIndex,
  understanding: Understanding,
  best: Candidate,
  needs: StatementNeeds,
  isSure: (candidate: Candidate) => boolean,
): Statement[] | undefined {
  const speaks = speakerOf(understanding, needs.persons);
  if (speaks === undefined || speaks(best.sentence) || QUOTES.test(best.sentence.text)) return undefined;
  const named = index.vocabulary.names
    .filter(({ kind }) => kind !== 'town' && kind !== 'neighbouring')
    .map(({ name, aliases }) => [name, ...(aliases ?? [])])
    .filter((forms) => forms.some((form) => understanding.text.includes(form)));
  const names = (forms: string[]): boolean => forms.some((form) => best.sentence.text.includes(form));
  // Whose speaker it is must stand in the best sentence; where nobody is named the sentence must be sure.
  if (named.length > 0 ? !named.every(names) : !isSure(best)) return undefined;
  const sentence = sentencesAround(index, best.sentence, REACH).find(speaks);
  if (sentence === undefined) return undefined;
  const take = (one: IndexedSentence): Statement =>
    takeStatement(
      index,
      { ...best, sentence: one, focus: [] },
      { ...needs, limit: LONGEST_QUOTE, tight: false },
    );
  return quotationAround(index, sentence).map(take);
}

/** Somebody's own words are asked for, and a sentence lets nobody speak. */
export function lacksSpeech(understanding: Understanding, { candidate }: Statement): boolean {
  const { kind, text } = understanding;
  return (
    kind === 'wording' &&
    /表态|发言|感言|回应/.test(text) &&
    !/[“”]/.test(candidate.sentence.text) &&
    !SPEECH.test(candidate.sentence.text)
  );
}

/** Tells a sentence in which the speaker whom a question names is quoted; undefined when no speaker is. */
function speakerOf(
  { kind, text }: Understanding,
  persons: readonly string[],
): ((sentence: IndexedSentence) => boolean) | undefined {
  if (kind !== 'wording' || !ASKS_SPEECH.test(text)) return undefined;
  const named = persons.filter((person) => text.includes(person)).map((person) => new RegExp(person, 'u'));
  const roles = SPEAKERS.filter(([asked]) => asked.test(text)).map(([, told]) => told);
  const speakers = named.length > 0 ? named : roles;
  if (speakers.length === 0) return undefined;
  return (sentence) => SPEECH.test(sentence.text) && speakers.some((speaker) => speaker.test(sentence.text));
}
