import type { Citation } from '../../answers/answer.ts';
import type { Desk } from '../../desk/desk.ts';
import { type Lookup, readLookup } from '../../desk/read-lookup.ts';
import type { RowFilter } from '../../desk/row-filter.ts';
import { deskWording } from '../../wording/desk.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { type FormattedText, join, styled } from './formatted-text.ts';
import { citationOf, rowLines } from './row-lines.ts';

/** One message holds so many with their quotes, and their 原文 buttons stand in one row. */
const ROWS_ON_A_PAGE = 4;

/** A page of the register as a message. */
export interface TargetsPage {
  readonly message: FormattedText;
  readonly citations: readonly Citation[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

export interface TargetsQuestion {
  readonly words: string;
  /** From 0; what lies behind the last page is the last page. */
  readonly page: number;
  readonly towns: readonly string[];
  /** Of the chat, where the words name none. */
  readonly chatTown: string | undefined;
  readonly now: Date;
}

/** Looks up the rows that the words ask for and shows one page of them. */
export function targetsPage(desk: Desk, asked: TargetsQuestion): TargetsPage {
  const lookup = readLookup(asked.words, asked.towns, asked.now);
  const filter = withTown(lookup, asked.chatTown);
  const isElsewhere = filter.town === undefined && lookup.unknownTowns.length > 0;
  const rows = isElsewhere ? [] : desk.targets(filter);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_ON_A_PAGE));
  const page = Math.min(asked.page, pages - 1);
  const from = page * ROWS_ON_A_PAGE;
  const shown = rows.slice(from, from + ROWS_ON_A_PAGE);
  const { heading, unknownTown, severalYears, none } = telegramWording.targets;
  const lines = [
    styled('bold', heading(described(filter), rows.length, page + 1, pages)),
    ...lookup.unknownTowns.map((name) => unknownTown(name)),
    ...(lookup.severalYears ? [severalYears] : []),
    ...(rows.length === 0 ? [none] : []),
  ];
  return {
    message: join([join(lines, '\n'), ...shown.map((row, place) => rowLines(row, from + place + 1))], '\n\n'),
    citations: shown.map((row, place) => citationOf(row, from + place + 1)),
    page,
    pages,
  };
}

function withTown({ filter, unknownTowns }: Lookup, chatTown: string | undefined): RowFilter {
  if (filter.town !== undefined || unknownTowns.length > 0 || chatTown === undefined) return filter;
  return { ...filter, town: chatTown };
}

/** How the words were understood, so that a person sees what was narrowed by what. */
function described({ town, year, kind, measure }: RowFilter): string {
  const { everything, year: yearOf, measure: measureOf } = telegramWording.targets;
  const parts = [
    town,
    year === undefined ? undefined : yearOf(year),
    kind === undefined ? undefined : deskWording.kinds[kind],
    measure === undefined ? undefined : measureOf(measure),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? everything : parts.join(' · ');
}
