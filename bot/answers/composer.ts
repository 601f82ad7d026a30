import type { Searcher, SearchResult } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import { isBareFollowUp } from '../questions/follow-up.ts';
import { contrastOf } from '../questions/question-parts.ts';
import type { AskRequest } from '../questions/request.ts';
import type { EmergencyKind, Screen, Screened } from '../questions/screen.ts';
import { type Understanding, type UnderstandingContext, understand } from '../questions/understanding.ts';
import { blocked, complaint, lackingNames, notes, refusals } from '../wording/answers.ts';
import type { Answer, RefusedReason, Status } from './answer.ts';
import type { QuestionMemory } from './asked-before.ts';
import type { Candidate } from './candidates.ts';
import type { Choice } from './choose.ts';
import { Citations } from './citations.ts';
import type { Meaning } from './meaning.ts';
import type { Lacking } from './missing.ts';
import { answerParts, wholeOf } from './parts.ts';
import { sameRows, tellSameRows } from './rows.ts';
import type { SentenceTerms } from './sentence-terms.ts';
import { suggest } from './suggest.ts';
import { tell } from './tell.ts';
import type { Preference, TellingOf } from './telling.ts';

export interface ComposerDependencies {
  readonly index: CorpusIndex;
  readonly searcher: Searcher;
  readonly thesaurus: Thesaurus;
  readonly memory: SentenceTerms;
  readonly meaning: Meaning;
  readonly nouns: readonly AskedNoun[];
  readonly understanding: Omit<UnderstandingContext, 'now'>;
  readonly screen: Screen;
  readonly hotlines: Readonly<Record<EmergencyKind, { readonly text: string }>>;
  readonly isStopWord: (term: string) => boolean;
  readonly tellingOf: TellingOf;
  readonly preference: Preference;
  readonly questions: QuestionMemory;
  readonly isOrder: (text: string) => boolean;
  readonly clock: () => Date;
}

/** Everything that happened on the way to an answer, for `--explain` and the evals. */
export interface Explained {
  readonly answer: Answer;
  readonly understanding: Understanding | null;
  readonly candidates: readonly Candidate[];
  readonly result: SearchResult | null;
  /** What was chosen for every part of the question. */
  readonly choices: readonly Choice[];
}

/** A question's whole way: screen → understand → search → choose → say → verify. */
export async function compose(dependencies: ComposerDependencies, request: AskRequest): Promise<Explained> {
  const started = performance.now();
  const { index, clock } = dependencies;
  const ending = (
    status: Status,
    reason: Answer['reason'],
    answer: string,
    rest: Partial<Answer> = {},
  ): Answer => ({
    id: request.id ?? '',
    question: request.question,
    status,
    reason,
    answer,
    citations: [],
    notes: [],
    suggestions: [],
    mode: 'extractive',
    timings: { retrieveMs: 0, answerMs: elapsed(started) },
    ...rest,
  });

  const standard = dependencies.understanding.normalise(request.question);
  const namesNothing =
    (request.history ?? []).length === 0 && isBareFollowUp(standard, dependencies.understanding.towns);
  const screened: Screened | undefined = namesNothing
    ? { reason: 'empty' }
    : dependencies.screen(standard, request.question);
  if (screened !== undefined) {
    return {
      answer:
        screened.reason === 'complaint'
          ? ending('refused', 'not_in_documents', complaint)
          : ending('blocked', screened.reason, blockedText(dependencies, screened)),
      understanding: null,
      candidates: [],
      result: null,
      choices: [],
    };
  }

  const understanding = understand(request, { ...dependencies.understanding, now: clock() });
  const persons = index.vocabulary.names.filter((name) => name.kind === 'person').map((name) => name.name);
  const sources = { ...dependencies, persons };
  const parts = await answerParts(sources, understanding, understanding.aspects);
  // Where the first of several parts is not told, the question may have been one after all.
  const { found, choices, retrieveMs } = isTornApart(understanding, parts.choices)
    ? await answerParts(sources, understanding, [wholeOf(understanding)])
    : parts;
  const timings = (): Answer['timings'] => ({
    retrieveMs: round(retrieveMs),
    answerMs: round(performance.now() - started - retrieveMs),
  });
  const explain = (answer: Answer): Explained => ({
    answer: { ...answer, timings: timings() },
    understanding,
    candidates: found.flatMap(({ candidates }) => candidates),
    result: found[0]?.result ?? null,
    choices,
  });
  const offers = suggest(index, found[0]?.result, request);

  const same = sameRows(index, understanding);
  if (same !== undefined) {
    const { answer, citations } = tellSameRows(index, same);
    return explain(
      ending('answered', null, answer, { citations, notes: [notes.repeated], suggestions: offers }),
    );
  }
  const refused = choices.find((choice) => choice.kind === 'refusal');
  // Of two towns compared, one alone is no comparison.
  const incomparable = understanding.towns.length >= 2 && choices.length >= 2;
  if (refused !== undefined && (incomparable || choices.every((choice) => choice.kind === 'refusal'))) {
    return explain(refuse(dependencies, refused, ending, offers));
  }
  const said = tell(index, understanding, choices, found);
  if (said === undefined)
    return explain(ending('refused', 'not_verified', refusals.not_verified(''), { suggestions: offers }));
  return explain(
    ending(said.status, null, said.text, {
      citations: said.citations,
      notes: said.notes,
      suggestions: offers,
    }),
  );
}

/** Was a question taken apart that may have been one: is its first part, or one side of a contrast, not told? */
function isTornApart(understanding: Understanding, choices: readonly Choice[]): boolean {
  if (understanding.aspects[0]?.asked == null || isSideBySide(understanding)) return false;
  const refused = choices.map(({ kind }) => kind === 'refusal');
  return refused[0] === true || (refused.includes(true) && contrastOf(understanding.text) !== undefined);
}

/** Are the parts the same matter in several towns or years, rather than several questions? */
function isSideBySide({ aspects }: Understanding): boolean {
  const [first] = aspects;
  return aspects.some(({ town, years }) => town !== first!.town || String(years) !== String(first!.years));
}

function refuse(
  { index }: ComposerDependencies,
  choice: Extract<Choice, { kind: 'refusal' }>,
  ending: (status: Status, reason: RefusedReason, answer: string, rest: Partial<Answer>) => Answer,
  suggestions: readonly string[],
): Answer {
  const { reason, about } = choice.refusal;
  const citations = new Citations(index);
  const remarks: string[] = [];
  if (choice.nearest !== undefined && choice.nearest.candidate.score >= 0.3) {
    const { sentence } = choice.nearest.candidate;
    const place = `${sentence.town ?? ''}${sentence.year === null ? '' : `${sentence.year}年`}`;
    const mark = citations.mark({
      document: sentence.document,
      start: choice.nearest.start,
      end: choice.nearest.end,
      headline: sentence.headline,
    });
    remarks.push(notes.nearest(place, choice.nearest.text, mark));
  }
  return ending('refused', reason, refusals[reason](missingName(about)), {
    citations: citations.list,
    notes: remarks,
    suggestions,
  });
}

/** Everything that can be lacking has its words: a name of the program's own never reaches a person. */
const LACKING_NAMES: Readonly<Record<Lacking, string>> = lackingNames;

/** How a refusal calls what is missing: an attribute by its words, a named thing by its name. */
function missingName(about: string): string {
  if (Object.hasOwn(LACKING_NAMES, about)) return LACKING_NAMES[about as Lacking];
  return about === '' ? '这一点' : about;
}

function blockedText(
  { hotlines }: ComposerDependencies,
  screened: Exclude<Screened, { readonly reason: 'complaint' }>,
): string {
  return screened.reason === 'emergency' ? hotlines[screened.kind].text : blocked[screened.reason];
}

function elapsed(since: number): number {
  return round(performance.now() - since);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
