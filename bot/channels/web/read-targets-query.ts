import type { Standing } from '../../../retrieval/facts/standing.ts';
import { ROW_ORDERS, type RowFilter, type RowOrder, readDay } from '../../desk/row-filter.ts';
import { deskWording } from '../../wording/desk.ts';

/** The filter form's fields as they were sent, to be shown again. */
export interface TypedTargets {
  readonly town: string;
  readonly year: string;
  readonly kind: string;
  readonly measure: string;
  readonly before: string;
  readonly order: string;
}

export interface TargetsQuery {
  readonly filter: RowFilter;
  readonly typed: TypedTargets;
  /** Names of the fields that made no sense and were left out. */
  readonly ignored: readonly string[];
  /** From 1. */
  readonly page: number;
}

const LONGEST_MEASURE = 60;

/** Reads the filters out of an address. What makes no sense does not narrow, and is named. */
export function readTargetsQuery(
  query: Readonly<Record<string, string>>,
  choices: { readonly towns: readonly string[]; readonly years: readonly number[] },
): TargetsQuery {
  const field = (name: string): string => (query[name] ?? '').trim().slice(0, LONGEST_MEASURE);
  const typed = {
    town: field('town'),
    year: field('year'),
    kind: field('kind'),
    measure: field('measure'),
    before: field('before'),
    order: field('order'),
  };
  const { columns, targetsPage } = deskWording;
  const ignored: string[] = [];
  const known = <T>(text: string, name: string, read: (text: string) => T | undefined): T | undefined => {
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) ignored.push(name);
    return value;
  };
  const town = known(typed.town, columns.town, (text) => choices.towns.find((choice) => choice === text));
  const year = known(typed.year, columns.year, (text) =>
    choices.years.find((choice) => String(choice) === text),
  );
  const kind = known(typed.kind, columns.kind, (text) => (isStanding(text) ? text : undefined));
  const before = known(typed.before, targetsPage.before, readDay);
  const order = known(typed.order, targetsPage.order, (text) => ROW_ORDERS.find((choice) => choice === text));
  const { page: asked = '' } = query;
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  return { filter: filterOf({ town, year, kind, before, order }, typed.measure), typed, ignored, page };
}

interface Read {
  readonly town: string | undefined;
  readonly year: number | undefined;
  readonly kind: Standing | undefined;
  readonly before: string | undefined;
  readonly order: RowOrder | undefined;
}

function filterOf({ town, year, kind, before, order }: Read, measure: string): RowFilter {
  return {
    ...(town === undefined ? {} : { town }),
    ...(year === undefined ? {} : { year }),
    ...(kind === undefined ? {} : { kind }),
    ...(before === undefined ? {} : { before }),
    ...(order === undefined ? {} : { order }),
    ...(measure === '' ? {} : { measure }),
  };
}

function isStanding(text: string): text is Standing {
  return Object.hasOwn(deskWording.kinds, text);
}
