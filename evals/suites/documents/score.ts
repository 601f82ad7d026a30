import { join } from 'node:path';
import type { EvalContext } from '../../context.ts';
import { type Checked, type Comparison, compareDocument } from '../../documents/compare.ts';
import { readInventedData } from '../../documents/invented/data.ts';
import { inventPage } from '../../documents/invented/page.ts';
import { INVENTED_SETS, type InventedSet } from '../../documents/invented/seeds.ts';
import { type DateVerdict, judgeDate } from '../../documents/page-facts.ts';
import { readTruth } from '../../documents/truth.ts';
import { type Failure, type Figure, meanOf, type SuiteResult, shareOf } from '../result.ts';
import type { DocumentRow } from './generate.ts';

/** A page with what came out; `set` is empty for the documents of the seeds. */
interface Compared extends Comparison {
  readonly document: string;
  readonly set: InventedSet['name'] | '';
  /** Undefined where no truth is known. */
  readonly town: boolean | undefined;
  readonly date: DateVerdict | undefined;
}

/** Headlines, boundaries, sections and table rows, town and date, against what was read by eye or laid out. */
export function scoreDocuments(context: EvalContext, stored: readonly DocumentRow[]): SuiteResult {
  const compared = [
    ...stored
      .filter(({ invented }) => invented === undefined)
      .flatMap((row) => compareSeed(context, row) ?? []),
    ...compareInvented(context, stored),
  ];
  const sets = [...new Set(compared.map(({ set }) => set))];
  // Of the pages that nobody looks at nothing but totals is told.
  const shown = compared.filter(({ set }) => !isUnseen(set));
  const checks = shown.flatMap(({ document, headlines, sections, rows }) => [
    ...headlines.map((check) => ({ document, subject: 'headline', ...check })),
    ...sections.map((check) => ({ document, subject: 'section', ...check })),
    ...rows.map((check) => ({ document, subject: 'row', ...check })),
  ]);
  return {
    suite: 'documents',
    figures: sets.flatMap((set) =>
      figuresOf(
        set,
        compared.filter((one) => one.set === set),
      ),
    ),
    breakdowns: [
      {
        title: 'document',
        columns: ['document', 'headlines', 'boundary F1', 'sections', 'rows'],
        rows: shown.map(({ document, headlines, boundaryF1, sections, rows }) => [
          document,
          fraction(headlines),
          boundaryF1,
          fraction(sections),
          fraction(rows),
        ]),
      },
    ],
    verdicts: Object.fromEntries(
      checks.map((check) => [`${check.document} ${check.subject} ${check.name}`, check.right]),
    ),
    failures: checks.filter(({ right }) => !right).map(toFailure),
    series: {},
  };
}

function isUnseen(name: Compared['set']): boolean {
  return INVENTED_SETS.some((set) => set.name === name && set.aside);
}

function compareSeed(context: EvalContext, row: DocumentRow): Compared | undefined {
  const text = context.texts.get(row.id);
  if (text === undefined) return undefined;
  const truth = readTruth(context.truth.documents, row.id, text);
  if (truth.articles.length === 0) return undefined;
  const description = context.index.documents.get(row.id)?.description;
  const stated = (field: 'town' | 'date'): boolean =>
    description !== undefined && !description.inferred.includes(field);
  const date = description?.date ?? null;
  return {
    document: row.id,
    set: '',
    ...compareDocument(text, truth, row),
    town: stated('town') ? row.facts.town === description!.town : undefined,
    // Without a printed date a page shows its year; the manifest's day was found by reading.
    date:
      stated('date') && date !== null
        ? judgeDate(row.facts.date, { value: date.value, shown: 'year' })
        : undefined,
  };
}

function compareInvented(context: EvalContext, stored: readonly DocumentRow[]): Compared[] {
  const rows = stored.flatMap((row) => (row.invented === undefined ? [] : [{ row, ...row.invented }]));
  if (rows.length === 0) return [];
  const data = readInventedData(join(context.truth.documents, 'invented/data'));
  return rows.map(({ row, set, seed }) => {
    const { text, truth } = inventPage(seed, data, isUnseen(set));
    return {
      document: row.id,
      set,
      ...compareDocument(text, truth, row),
      town: row.facts.town === truth.town,
      date: judgeDate(row.facts.date, truth.date),
    };
  });
}

function figuresOf(set: Compared['set'], pages: readonly Compared[]): Figure[] {
  const name = (figure: string): string => (set === '' ? figure : `${set} ${figure}`);
  const share = (figure: string, checks: readonly Checked[]): Figure =>
    shareOf(
      name(figure),
      'all',
      checks.map(({ right }) => right),
    );
  const dates = pages.flatMap(({ date }) => date ?? []);
  const body = meanOf(
    name('body text'),
    'all',
    pages.flatMap(({ bodies }) => bodies),
  );
  return [
    share(
      'headlines',
      pages.flatMap(({ headlines }) => headlines),
    ),
    meanOf(
      name('boundary F1'),
      'all',
      pages.map(({ boundaryF1 }) => boundaryF1),
    ),
    share(
      'sections',
      pages.flatMap(({ sections }) => sections),
    ),
    share(
      'rows exact',
      pages.flatMap(({ rows }) => rows),
    ),
    // By eye only the ends of an article were read, not what stands between.
    ...(set === '' ? [] : [body]),
    shareOf(
      name('town'),
      'all',
      pages.flatMap(({ town }) => town ?? []),
    ),
    shareOf(
      name('date'),
      'all',
      dates.map((date) => date === 'right'),
    ),
    shareOf(
      name('date wrong'),
      'all',
      dates.map((date) => date === 'wrong'),
      'lower',
    ),
  ];
}

function fraction(checks: readonly Checked[]): string {
  return `${checks.filter(({ right }) => right).length}/${checks.length}`;
}

function toFailure({
  document,
  subject,
  name,
  found,
}: Checked & { document: string; subject: string }): Failure {
  const question = `${document} ${name}`;
  return {
    suite: 'documents',
    id: `${document} ${subject} ${name}`,
    part: 'all',
    persona: '',
    type: subject,
    question,
    status: '',
    answer: found,
    hits: [],
    reasons: [`${subject} differs`],
  };
}
