/** A stretch of a file: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A heading, byline or headline as printed (line breaks joined), with its place. */
export interface Heading extends Span {
  readonly text: string;
}

/** The row of a table that a sentence stands in, with the words of the row and of its table. */
export interface RowContext {
  readonly number: number | null;
  readonly name: string;
  /** The column's header, such as 目标任务. */
  readonly column: string;
}

/** The smallest unit of text that is cited whole: a sentence, a heading or a piece of a cell. */
export interface Sentence extends Span {
  readonly kind: 'headline' | 'heading' | 'sentence' | 'cell';
  /** Clean text: line breaks joined, doubled glyphs undone. */
  readonly text: string;
  readonly section: string | null;
  readonly row: RowContext | null;
  /** A year that the section states (2021, 2022 as headings), else null. */
  readonly sectionYear: number | null;
  /** Broken off by the page: it neither ends nor goes on. */
  readonly cut: boolean;
}

export interface TableRow extends Span {
  readonly number: number | null;
  readonly name: string;
  readonly section: string | null;
  readonly cells: readonly Heading[];
}

/** One piece of a page: what stood under one headline. */
export interface Article {
  readonly ordinal: number;
  readonly headline: Heading | null;
  readonly kicker: Heading | null;
  readonly byline: Heading | null;
  readonly sentences: readonly Sentence[];
  readonly rows: readonly TableRow[];
}
