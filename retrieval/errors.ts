/** Why retrieval could not go on; every reason is something a maintainer can act on. */
export type RetrievalReason =
  | 'seeds_missing'
  | 'seeds_empty'
  | 'seeds_unreadable'
  | 'manifest_invalid'
  | 'vocabulary_invalid'
  | 'questions_invalid'
  | 'titles_invalid'
  | 'index_missing'
  | 'index_broken'
  | 'index_foreign'
  | 'index_stale'
  | 'index_locked'
  | 'index_unwritable'
  | 'index_of_other_model'
  | 'embeddings_missing'
  | 'embeddings_unavailable'
  | 'embeddings_unfit';

/** A known failure: `message` says in one line what is wrong and what to do. */
export class RetrievalError extends Error {
  readonly reason: RetrievalReason;

  constructor(reason: RetrievalReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'RetrievalError';
    this.reason = reason;
  }
}
