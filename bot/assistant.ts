import type { Answer } from './answers/answer.ts';
import type { Desk } from './desk/desk.ts';
import type { AskRequest } from './questions/request.ts';

/** What a document view needs: the text that offsets point into, and what is known of the page. */
export interface DocumentView {
  readonly name: string;
  readonly title: string;
  readonly town: string | null;
  readonly period: string | null;
  readonly text: string;
}

export interface AskOptions {
  /** How many of the best passages to list in `hits`; none by default. */
  readonly hits?: number;
  /** Called with every sentence of the answer once it is verified, before the whole answer is returned. */
  readonly onSentence?: (sentence: string) => void;
  readonly signal?: AbortSignal;
  /**
   * Who asks, as a pseudonym (see `conversations/pseudonym.ts`), never an address or a number that anybody else
   * knows. It changes no answer; questions that stay unanswered are kept under it.
   */
  readonly person?: string;
}

/** The assistant as channels see it. It never throws for a question; every ending is an `Answer`. */
export interface Assistant {
  ask(request: AskRequest, options?: AskOptions): Promise<Answer>;
  document(name: string): DocumentView | undefined;
  documents(): readonly DocumentView[];
  /** First questions to offer to a person who has not asked yet. */
  firstQuestions(): readonly string[];
  /** The register of targets and the fact-check, over the same documents. */
  readonly desk: Desk;
  /** Ready to answer, and since when the index stands (ISO time). */
  health(): { readonly ready: boolean; readonly indexedAt: string; readonly passages: number };
}
