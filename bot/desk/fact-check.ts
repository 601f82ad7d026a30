import { setImmediate } from 'node:timers/promises';
import type { PassageHit, Searcher, SearchQuery } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { type ClaimedFigure, type ClaimedSentence, readClaims } from './claims.ts';
import { type FigureVerdict, type JudgeSources, judge, type Verdict } from './judge.ts';
import type { TownReader } from './towns.ts';

/** What the person says of a text: the town and the year it is about, where it does not name them itself. */
export interface TextAbout {
  readonly town?: string;
  readonly year?: number;
}

export interface CheckedFigure extends FigureVerdict {
  /** As written, and its place in the text given. */
  readonly figure: string;
  readonly start: number;
  readonly end: number;
  readonly measure: string;
  readonly town: string | null;
  readonly year: number | null;
}

export interface CheckedSentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The worst of its figures'; `no_figures` when there is nothing to check. */
  readonly verdict: Verdict | 'no_figures';
  readonly figures: readonly CheckedFigure[];
}

export interface CheckedText {
  readonly sentences: readonly CheckedSentence[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** True when the text was too long and its end was left out. */
  readonly cut: boolean;
}

export interface CheckSources extends JudgeSources {
  readonly searcher: Searcher;
  readonly findTown: TownReader;
  readonly year: number;
}

/** Characters of a text that are checked; more than four pages of a report. */
export const LONGEST_TEXT = 5_000;
/** Passages looked through for each figure. */
const PASSAGES = 24;
const LONGEST_QUERY = 300;

/** Checks a text figure by figure against the documents. */
export async function checkText(sources: CheckSources, text: string, about: TextAbout): Promise<CheckedText> {
  const context = { town: about.town ?? null, year: about.year ?? null, thisYear: sources.year };
  const claims = readClaims(text.slice(0, LONGEST_TEXT), context, sources.findTown);
  const sentences: CheckedSentence[] = [];
  for (const sentence of claims) {
    sentences.push(await checkSentence(sources, sentence));
    // Others are answered meanwhile.
    await setImmediate();
  }
  const figures = sentences.flatMap((sentence) => sentence.figures);
  const count = (verdict: Verdict): number => figures.filter((figure) => figure.verdict === verdict).length;
  return {
    sentences,
    counts: {
      supported: count('supported'),
      contradicted: count('contradicted'),
      not_found: count('not_found'),
    },
    cut: text.length > LONGEST_TEXT,
  };
}

async function checkSentence(sources: CheckSources, sentence: ClaimedSentence): Promise<CheckedSentence> {
  const { text, start, end } = sentence;
  const figures: CheckedFigure[] = [];
  const search = searchOnce(sources.searcher);
  for (const claim of sentence.figures) {
    const found = await findSentences(sources.index, search, claim);
    const verdict = judge(sources, claim, found);
    const { measure, town, year } = claim;
    figures.push({ figure: claim.text, start: claim.start, end: claim.end, measure, town, year, ...verdict });
  }
  return { text, start, end, verdict: worst(figures), figures };
}

type Search = (query: SearchQuery) => Promise<readonly PassageHit[]>;

/** The figures of one sentence often ask the same; each query is looked up once. */
function searchOnce(searcher: Searcher): Search {
  const known = new Map<string, Promise<readonly PassageHit[]>>();
  return (query) => {
    const key = JSON.stringify(query);
    const hits = known.get(key) ?? searcher.search(query, PASSAGES).then((result) => result.hits);
    known.set(key, hits);
    return hits;
  };
}

/** Sentences that speak of the same: found by the whole sentence and by what the figure measures. */
async function findSentences(
  index: CorpusIndex,
  search: Search,
  { around, measure, town, year }: ClaimedFigure,
): Promise<IndexedSentence[]> {
  const filter = { town, years: year === null ? [] : [year] };
  const hits = [
    ...(await search({ text: around.slice(0, LONGEST_QUERY), ...filter })),
    ...(await search({ text: measure, ...filter })),
    ...(await search({ text: measure })),
  ];
  const sentences = new Set<IndexedSentence>();
  for (const { passage } of hits) {
    const content = index.documents.get(passage.document)!;
    for (const position of passage.sentences) sentences.add(content.sentences[position]!);
  }
  return [...sentences];
}

function worst(figures: readonly CheckedFigure[]): CheckedSentence['verdict'] {
  const order = ['contradicted', 'not_found', 'supported'] as const;
  return order.find((verdict) => figures.some((figure) => figure.verdict === verdict)) ?? 'no_figures';
}
