import type { ComposerDependencies } from '../bot/answers/composer.ts';
import { dependenciesOf } from '../bot/answers/dependencies.ts';
import type { EmbeddingSettings } from '../retrieval/embeddings/embedding-settings.ts';
import { openEmbeddings } from '../retrieval/embeddings/open-embeddings.ts';
import type { CorpusIndex } from '../retrieval/indexes/corpus-index.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';
import { modelOfIndex } from '../retrieval/indexes/saved.ts';
import type { GoldenQuestion } from './golden/question.ts';
import { type Part, readGoldenSet } from './golden/read-questions.ts';
import type { AskedProgramme } from './programmes/programme.ts';
import { readProgrammes } from './programmes/read-programmes.ts';

/** A golden question with the part of the set it belongs to. */
export interface AskedQuestion {
  readonly part: Part;
  readonly question: GoldenQuestion;
}

/** All that generating and scoring need; no suite opens anything by itself. */
export interface EvalContext {
  readonly index: CorpusIndex;
  readonly dependencies: ComposerDependencies;
  readonly questions: readonly AskedQuestion[];
  readonly mustFail: readonly GoldenQuestion[];
  /** Hard questions without an answer, asked beside the golden ones, whose mix they would upset. */
  readonly nearMisses: readonly AskedQuestion[];
  readonly programmes: readonly AskedProgramme[];
  /** The documents' texts, which offsets point into. */
  readonly texts: ReadonlyMap<string, string>;
  readonly clock: () => Date;
  /** Folders of hand-made truth. */
  readonly truth: { readonly documents: string; readonly understanding: string };
}

export interface ContextOptions {
  readonly seeds: string;
  /** The evals' own index: brought up to date by difference before anything is asked. */
  readonly index: string;
  /** What makes the vectors; the project's own when nothing is said. */
  readonly embeddings?: EmbeddingSettings;
  /** The folder with the golden questions and the hand-made truth. */
  readonly evals: string;
  readonly parts: readonly Part[];
  readonly clock: () => Date;
  readonly onIngest?: (done: number, total: number, name: string) => void;
}

/** Brings the evals' index up to date and reads the questions. */
export async function openContext(options: ContextOptions): Promise<EvalContext> {
  const { seeds, clock, parts, evals, onIngest, embeddings = { kind: 'static' } } = options;
  const { index } = await ingest({
    seeds,
    directory: options.index,
    embeddings: await openEmbeddings(embeddings, { known: modelOfIndex(options.index) }),
    clock,
    ...(onIngest === undefined ? {} : { onProgress: onIngest }),
  });
  const golden = readGoldenSet(`${evals}/golden`);
  const nearMisses = readGoldenSet(`${evals}/near-misses`);
  return {
    index,
    dependencies: dependenciesOf(index, clock),
    questions: parts.flatMap((part) => golden[part].map((question) => ({ part, question }))),
    mustFail: golden.mustFail,
    nearMisses: parts.flatMap((part) => nearMisses[part].map((question) => ({ part, question }))),
    programmes: readProgrammes(`${evals}/programmes/programmes.yaml`).filter(({ part }) =>
      parts.includes(part),
    ),
    texts: new Map([...index.documents].map(([name, { text }]) => [name, text])),
    clock,
    truth: { documents: `${evals}/documents`, understanding: `${evals}/understanding/expected.yaml` },
  };
}
