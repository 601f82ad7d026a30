import type { DocumentContent, IndexedQuestion } from '../indexes/content.ts';
import type { CorpusIndex } from '../indexes/corpus-index.ts';
import { plainTerms } from '../indexes/lexical.ts';
import { topK } from '../indexes/top.ts';
import type { Passage } from '../passages/passage.ts';
import { analyze } from '../text/analyzer.ts';
import { createThesaurus, type Thesaurus } from '../text/thesaurus.ts';
import { likeness } from './likeness.ts';
import { RERANKED, rerankHits } from './rerank-hits.ts';
import type { Reranker } from './reranker.ts';
import { COSINE_FLOOR, FUSION, type FusionWeights, QUESTION_COSINE } from './weights.ts';

export interface SearchQuery {
  readonly text: string;
  /** Words of earlier turns: they count less, and never alone. */
  readonly context?: string;
  readonly town?: string | null;
  readonly years?: readonly number[];
  /** Everyday questions to leave out, by id: a question must not find itself while weights are fitted. */
  readonly without?: ReadonlySet<string>;
}

/** An everyday question like the one asked, and the stretch of a document that answers it. */
export interface LikeQuestion {
  readonly question: IndexedQuestion;
  /** Between 0 and 1. */
  readonly likeness: number;
}

export interface PassageHit {
  readonly passage: Passage;
  readonly score: number;
  /** Every sign's share before weighting, for `--explain`. */
  readonly signs: {
    readonly lexical: number;
    readonly vector: number;
    readonly questions: number;
    readonly fit: number;
  };
}

export interface SearchResult {
  readonly hits: readonly PassageHit[];
  readonly questions: readonly LikeQuestion[];
  /** The query's terms with idf as weight, expansions included at their lower weight. */
  readonly terms: ReadonlyMap<string, number>;
  readonly vector: readonly number[];
}

/** Weight of another spelling of a name, against 1 for the one typed. */
const SPELLING = 0.6;
/** Weight of a word of earlier turns, against 1 for a word of the question. */
const CONTEXT = 0.35;
/** A question that is only like this one together with what was said before counts so much. */
const CONTEXT_LIKENESS = 0.8;
/** Candidates that each arm brings before fusion. */
const CANDIDATES = 60;

/** Finds passages by words, by meaning and by everyday questions, and fuses the three. */
export class Searcher {
  readonly #index: CorpusIndex;
  readonly #weights: FusionWeights;
  readonly #rerank: Reranker | undefined;
  readonly #thesaurus: Thesaurus;
  /** For every spelling of a local name its other spellings. */
  readonly #spellings: readonly (readonly [string, readonly string[]])[];
  readonly #passages = new Map<string, Passage>();
  readonly #questions = new Map<string, IndexedQuestion>();
  readonly #questionTerms = new Map<string, ReadonlySet<string>>();
  readonly #answering = new Map<string, readonly Passage[]>();

  constructor(index: CorpusIndex, weights: FusionWeights = FUSION, rerank?: Reranker) {
    this.#index = index;
    this.#weights = weights;
    this.#rerank = rerank;
    this.#thesaurus = createThesaurus(index.vocabulary.terms);
    this.#spellings = index.vocabulary.names.flatMap(({ name, aliases }) => {
      const forms = [name, ...(aliases ?? [])];
      return forms.length < 2
        ? []
        : forms.map(
            (form) => [form, forms.filter((other) => other !== form && !form.includes(other))] as const,
          );
    });
    for (const content of index.documents.values()) this.#remember(content);
  }

  #remember(content: DocumentContent): void {
    for (const passage of content.passages) this.#passages.set(passage.id, passage);
    for (const question of content.questions) {
      this.#questions.set(question.id, question);
      const holders = content.passages.filter(
        (passage) => passage.start < question.end && question.start < passage.end,
      );
      this.#answering.set(question.id, holders);
    }
  }

  /** The query's own terms at 1 and the thesaurus's official terms below it. */
  expand(text: string): Map<string, number> {
    const terms = plainTerms(analyze(text));
    for (const { terms: official } of this.#thesaurus.expand(text)) {
      for (const [rank, term] of official.entries()) {
        for (const part of analyze(term)) {
          if (part.length > 1 && !terms.has(part)) terms.set(part, this.#weights.expansion / (1 + rank / 3));
        }
      }
    }
    for (const [form, others] of this.#spellings) {
      if (!text.includes(form)) continue;
      for (const part of others.flatMap((other) => analyze(other))) {
        if (part.length > 1 && !terms.has(part)) terms.set(part, SPELLING);
      }
    }
    return terms;
  }

  #withContext(terms: Map<string, number>, context: string): Map<string, number> {
    for (const [term, weight] of this.expand(context))
      if (!terms.has(term)) terms.set(term, weight * CONTEXT);
    return terms;
  }

  async search(query: SearchQuery, k: number): Promise<SearchResult> {
    const context = query.context ?? '';
    const terms = this.#withContext(this.expand(query.text), context);
    const vector = await this.#index.embeddings.embedQuery(`${query.text} ${context}`.trim());
    const lexical = this.#index.passages.search(terms, CANDIDATES);
    const near = this.#index.vectors.nearest(vector, CANDIDATES * 2);
    const cosine = new Map(
      near.map(({ id, score }) => [id, Math.max(0, (score - COSINE_FLOOR) / (1 - COSINE_FLOOR))]),
    );
    const questions = this.#likeQuestions(query, terms, cosine);
    const best = lexical[0]?.score ?? 1;
    const signs = new Map<string, { lexical: number; vector: number; questions: number; fit: number }>();
    const of = (id: string): { lexical: number; vector: number; questions: number; fit: number } => {
      const known = signs.get(id) ?? { lexical: 0, vector: 0, questions: 0, fit: 0 };
      signs.set(id, known);
      return known;
    };
    for (const { id, score } of lexical) of(id).lexical = score / best;
    for (const [id, score] of cosine) if (this.#passages.has(id)) of(id).vector = score;
    for (const { question, likeness: like } of questions) {
      for (const passage of this.#answering.get(question.id) ?? [])
        of(passage.id).questions = Math.max(of(passage.id).questions, like);
    }
    for (const [id, sign] of signs) sign.fit = fitOf(this.#passages.get(id)!, query);
    const weights = this.#weights;
    const total = (id: string): number => {
      const sign = signs.get(id)!;
      return (
        weights.lexical * sign.lexical +
        weights.vector * sign.vector +
        weights.questions * sign.questions +
        weights.fit * sign.fit
      );
    };
    const wanted = this.#rerank === undefined ? k : Math.max(k, RERANKED);
    const found = topK([...signs.keys()], wanted, total).map((id) => ({
      passage: this.#passages.get(id)!,
      score: total(id),
      signs: signs.get(id)!,
    }));
    const ranked = this.#rerank === undefined ? found : await rerankHits(query.text, found, this.#rerank);
    const hits = ranked.slice(0, k);
    const weighted = new Map(
      [...terms].map(([term, weight]) => [term, weight * this.#index.passages.idf(term)]),
    );
    return { hits, questions, terms: weighted, vector };
  }

  #likeQuestions(
    { text, context = '', without }: SearchQuery,
    terms: ReadonlyMap<string, number>,
    cosine: ReadonlyMap<string, number>,
  ): LikeQuestion[] {
    const own = new Set(analyze(text));
    const both = context === '' ? own : new Set(analyze(`${text} ${context}`));
    const candidates = new Set(this.#index.questions.search(terms, CANDIDATES).map(({ id }) => id));
    for (const id of cosine.keys()) if (this.#questions.has(id)) candidates.add(id);
    for (const id of without ?? []) candidates.delete(id);
    const idf = (term: string): number => this.#index.questions.idf(term);
    const scored = [...candidates].map((id) => {
      const question = this.#questions.get(id)!;
      const theirs = this.#termsOf(question);
      const common =
        both === own
          ? likeness(own, theirs, idf)
          : Math.max(likeness(own, theirs, idf), CONTEXT_LIKENESS * likeness(both, theirs, idf));
      return { question, likeness: (1 - QUESTION_COSINE) * common + QUESTION_COSINE * (cosine.get(id) ?? 0) };
    });
    return topK(scored, CANDIDATES, (candidate) => candidate.likeness);
  }

  #termsOf(question: IndexedQuestion): ReadonlySet<string> {
    const known = this.#questionTerms.get(question.id) ?? new Set(analyze(question.text));
    this.#questionTerms.set(question.id, known);
    return known;
  }
}

function fitOf(passage: Passage, query: SearchQuery): number {
  const town = query.town == null ? 0.5 : passage.town === query.town ? 1 : 0;
  const years = query.years ?? [];
  const year = years.length === 0 ? 0.5 : years.some((asked) => passage.years.includes(asked)) ? 1 : 0;
  return (town + year) / 2;
}
