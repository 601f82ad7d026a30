import type { Excerpt } from '../../text/clean.ts';

/** What a reader makes of a file. */
export interface Reading {
  /** What offsets point into: the text as decoded, or a text rendition of what the file shows. */
  readonly text: string;
  /** `text` with its markup replaced by blanks, of the same length; left out where there is no markup. */
  readonly plain?: string;
  /**
   * The plain text as its layout should be read: blank lines and stops where the file's markup tells of
   * them, every character with its place in `text`. Left out where the text itself shows its layout.
   */
  readonly layout?: Excerpt;
  /** What the file calls itself, if it says so and prints it. */
  readonly title?: string;
}

/** Why a file can't be read: `message` says in one line what is wrong and what to do. */
export interface Fault {
  readonly kind:
    | 'unknown_kind'
    | 'unreadable'
    | 'outside'
    | 'bad_name'
    | 'too_large'
    | 'not_text'
    | 'empty'
    | 'encrypted'
    | 'broken'
    | 'no_text_layer';
  readonly message: string;
}

/** Turns a file's bytes into text; what is wrong with them is a value, not an error. */
export type Reader = (bytes: Buffer) => Reading | Fault | Promise<Reading | Fault>;
