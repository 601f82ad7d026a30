import type { Searcher, SearchResult } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findDates } from '../../retrieval/text/dates.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import type { Aspect } from '../questions/aspects.ts';
import type { AskRequest } from '../questions/request.ts';
import type { EmergencyKind, Screen, Screened } from '../questions/screen.ts';
import { type Understanding, type UnderstandingContext, understand } from '../questions/understanding.ts';
import {
  attributeNames,
  blocked,
  clarifyLead,
  clarifyTail,
  contradicted,
  JOINER,
  missingPart,
  notes,
  refusals,
  sameRows as sameRowsLead,
} from '../wording/answers.ts';
import type { Answer, RefusedReason, Status } from './answer.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { type Choice, choose } from './choose.ts';
import { Citations } from './citations.ts';
import type { Meaning } from './meaning.ts';
import { sameRows } from './rows.ts';
import { say } from './say.ts';
import type { SentenceTerms } from './sentence-terms.ts';
import type { Statement } from './statement.ts';
import { suggest } from './suggest.ts';
import { verify } from './verify.ts';

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
  readonly clock: () => Date;
}

/** Everything that happened on the way to an answer, for `--explain` and the evals. */
export interface Explained {
  readonly answer: Answer;
  readonly understanding: Understanding | null;
  readonly candidates: readonly Candidate[];
  readonly result: SearchResult | null;
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

  const screened = dependencies.screen(
    dependencies.understanding.normalise(request.question),
    request.question,
  );
  if (screened !== undefined) {
    return {
      answer: ending('blocked', screened.reason, blockedText(dependencies, screened)),
      understanding: null,
      candidates: [],
      result: null,
    };
  }

  const understanding = understand(request, { ...dependencies.understanding, now: clock() });
  const persons = index.vocabulary.names.filter((name) => name.kind === 'person').map((name) => name.name);
  const parts = await answerParts(dependencies, understanding, understanding.aspects, persons);
  // Where the first of several parts is not told, the question may have been one after all.
  const { found, choices, retrieveMs } =
    parts.choices[0]?.kind === 'refusal' && understanding.aspects[0]?.asked != null
      ? await answerParts(dependencies, understanding, [wholeOf(understanding)], persons)
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
  });
  const offers = suggest(index, found[0]?.result, request);

  const same = sameRows(index, understanding);
  if (same !== undefined) {
    const citations = new Citations(index);
    const { sentence, numbers } = same;
    const mark = citations.mark({
      document: sentence.document,
      start: sentence.start,
      end: sentence.end,
      headline: sentence.headline,
    });
    const text = `${sameRowsLead(numbers.join('、'))}${sentence.text}[${mark}]`;
    return explain(
      ending('answered', null, text, {
        citations: citations.list,
        notes: [notes.repeated],
        suggestions: offers,
      }),
    );
  }
  const refused = choices.find((choice) => choice.kind === 'refusal');
  // Of two towns compared, one alone is no comparison.
  const incomparable = understanding.towns.length >= 2 && choices.length >= 2;
  if (refused !== undefined && (incomparable || choices.every((choice) => choice.kind === 'refusal'))) {
    return explain(refuse(dependencies, refused, ending, offers));
  }
  const told = tell(index, understanding, choices);
  if (told === undefined)
    return explain(ending('refused', 'not_verified', refusals.not_verified(''), { suggestions: offers }));
  return explain(
    ending(told.status, null, told.text, {
      citations: told.citations,
      notes: told.notes,
      suggestions: offers,
    }),
  );
}

interface AnsweredParts {
  readonly found: readonly { aspect: Aspect; candidates: Candidate[]; result: SearchResult }[];
  readonly choices: readonly Choice[];
  readonly retrieveMs: number;
}

/** Searches and chooses for every part of a question. */
async function answerParts(
  { index, searcher, thesaurus, isStopWord, memory, meaning, nouns }: ComposerDependencies,
  understanding: Understanding,
  aspects: readonly Aspect[],
  persons: readonly string[],
): Promise<AnsweredParts> {
  const started = performance.now();
  const sources = { index, searcher, isStopWord, memory, meaning, persons };
  const found: { aspect: Aspect; candidates: Candidate[]; result: SearchResult }[] = [];
  for (const aspect of aspects)
    found.push({ aspect, ...(await findCandidates(sources, partOf(understanding, aspect), aspect)) });
  const retrieveMs = performance.now() - started;
  const choices: Choice[] = [];
  for (const { aspect, candidates, result } of found) {
    const told = choices.flatMap((choice) => (choice.kind === 'statements' ? choice.statements : []));
    const fresh =
      // Two towns compared, or two figures of one sentence asked for: the same sentence may serve again.
      understanding.towns.length >= 2 || aspect.asked !== null
        ? candidates
        : candidates.filter(({ sentence }) => !told.some(({ candidate }) => candidate.sentence === sentence));
    const needs = { terms: result.terms, persons };
    const words = { index, thesaurus, isStopWord };
    const asks = partOf(understanding, aspect);
    const select = (pool: readonly Candidate[]): Choice =>
      choose(index, asks, aspect, pool, needs, words, nouns);
    const choice = select(fresh);
    const spent = aspect.asked === null ? undefined : spentSentence(asks, choice, told);
    choices.push(spent === undefined ? choice : select(fresh.filter(({ sentence }) => sentence !== spent)));
  }
  return { found, choices, retrieveMs };
}

/**
 * The sentence of a choice that was told for an earlier part and holds no second date for this one:
 * 什么时候启动，什么时候开放 wants two dates, and one date answers one of them.
 */
function spentSentence(
  { kind }: Understanding,
  choice: Choice,
  told: readonly Statement[],
): IndexedSentence | undefined {
  if (choice.kind === 'refusal' || kind !== 'date') return undefined;
  const first = choice.statements[0];
  const before = told.find(({ candidate }) => candidate.sentence === first?.candidate.sentence);
  if (first === undefined || before === undefined) return undefined;
  const { sentence } = first.candidate;
  return findDates(sentence.text).length < 2 ? sentence : undefined;
}

/** The question taken as one. */
function wholeOf({ text, context, towns, years }: Understanding): Aspect {
  return { text, context, town: towns[0] ?? null, years, asked: null };
}

/** The question as one of its parts asks it. */
function partOf(understanding: Understanding, { asked }: Aspect): Understanding {
  return asked === null ? understanding : { ...understanding, ...asked };
}

interface Told {
  readonly status: 'answered' | 'clarify';
  readonly text: string;
  readonly citations: Answer['citations'];
  readonly notes: readonly string[];
}

/** Says the chosen statements; each is verified alone, and what fails is dropped. */
function tell(
  index: CorpusIndex,
  understanding: Understanding,
  choices: readonly Choice[],
): Told | undefined {
  const citations = new Citations(index);
  const remarks: string[] = [];
  const parts: string[] = [];
  // What the documents lack is told in the asker's own words and figures, so it is not looked for in a quote.
  const denials: string[] = [];
  const sayOne = (statement: Statement): void => {
    const said = say(index, statement);
    const probe = new Citations(index);
    const { sentence } = statement.candidate;
    const source = {
      document: sentence.document,
      start: statement.start,
      end: statement.end,
      headline: sentence.headline,
    };
    if (!verify(index, `${said.text}[${probe.mark(source)}]`, probe.list).passed) return;
    if (
      citations.list.some(
        (citation) =>
          citation.document === source.document && citation.start < source.end && source.start < citation.end,
      )
    )
      return;
    const text = withoutRepeatedLead(said.text, parts);
    parts.push(`${text}[${citations.mark(source)}]`);
    remarks.push(...said.notes);
  };
  let alternatives = 0;
  for (const choice of choices) {
    if (choice.kind === 'refusal') {
      denials.push(partlyMissing(choice));
      continue;
    }
    for (const statement of choice.statements) sayOne(statement);
    for (const statement of choice.alternatives) sayOne(statement);
    alternatives += choice.alternatives.length;
  }
  if (citations.list.length === 0) return undefined;
  const clarify = alternatives > 0 && citations.list.length > 1;
  const premise = !clarify && contradicts(understanding, parts.join('')) ? contradicted : '';
  const body = parts.filter((part) => part !== '').join(JOINER);
  const claimed = clarify ? `${clarifyLead}${body}。${clarifyTail}` : `${premise}${body}。`;
  if (!verify(index, claimed, citations.list).passed) return undefined;
  const text = [
    claimed,
    ...[...new Set(denials)].filter((denial) => denial !== '').map((denial) => `${denial}。`),
  ].join('');
  const asOf = [
    ...new Set(citations.list.map((citation) => citation.period).filter((period) => period !== null)),
  ];
  if (asOf.length > 0) remarks.push(notes.asOf(asOf.join('、')));
  return {
    status: clarify ? 'clarify' : 'answered',
    text,
    citations: citations.list,
    notes: [...new Set(remarks)].slice(0, 5),
  };
}

/** The lead 义桥镇2023年目标： is said once when several statements share it. */
function withoutRepeatedLead(text: string, parts: readonly string[]): string {
  const head = text.match(/^[^：。，]{2,16}：/)?.[0];
  return head !== undefined && parts.some((part) => part.startsWith(head)) ? text.slice(head.length) : text;
}

function partlyMissing(choice: Extract<Choice, { kind: 'refusal' }>): string {
  const { reason, about } = choice.refusal;
  if (reason === 'other_town' || reason === 'other_year') return missingPart(about);
  return '';
}

/** The asker names a figure, and what is said has figures of the same unit but not this one. */
function contradicts(understanding: Understanding, said: string): boolean {
  if (!/吗|吧|对不对|是不是|真的假的|准确|属实|是伐|对吗|没错/.test(understanding.text)) return false;
  const told = findNumbers(said.replace(/\[\d+\]/g, ''));
  return findNumbers(understanding.text).some(
    (number) =>
      number.unit !== '年' &&
      number.unit !== '月' &&
      number.unit !== '日' &&
      !(number.value >= 1900 && number.value < 2100) &&
      told.some((other) => other.unit === number.unit && other.percent === number.percent) &&
      !told.some((other) => other.value === number.value),
  );
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
  return ending(
    'refused',
    reason,
    refusals[reason](attributeNames[about] ?? (about === '' ? '这一点' : about)),
    {
      citations: citations.list,
      notes: remarks,
      suggestions,
    },
  );
}

function blockedText({ hotlines }: ComposerDependencies, screened: Screened): string {
  return screened.reason === 'emergency' ? hotlines[screened.kind].text : blocked[screened.reason];
}

function elapsed(since: number): number {
  return round(performance.now() - since);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
