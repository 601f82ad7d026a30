import type { EvalContext } from '../../context.ts';
import { type Checked, compareDocument } from '../../documents/compare.ts';
import { readArticleTruth, readRowTruth } from '../../documents/truth.ts';
import { type Failure, meanOf, type SuiteResult, shareOf } from '../result.ts';
import type { DocumentRow } from './generate.ts';

/** Headlines, boundaries, sections and table rows against what was read by eye. */
export function scoreDocuments(context: EvalContext, stored: readonly DocumentRow[]): SuiteResult {
  const compared = stored.flatMap((row) => {
    const text = context.texts.get(row.id);
    const truth = {
      articles: readArticleTruth(context.truth.documents, row.id),
      rows: readRowTruth(context.truth.documents, row.id),
    };
    return text === undefined || truth.articles.length === 0
      ? []
      : [{ document: row.id, ...compareDocument(text, truth, row) }];
  });
  const checks = compared.flatMap(({ document, headlines, sections, rows }) => [
    ...headlines.map((check) => ({ document, subject: 'headline', ...check })),
    ...sections.map((check) => ({ document, subject: 'section', ...check })),
    ...rows.map((check) => ({ document, subject: 'row', ...check })),
  ]);
  const rightOf = (subject: string): boolean[] =>
    checks.filter((check) => check.subject === subject).map(({ right }) => right);
  return {
    suite: 'documents',
    figures: [
      shareOf('headlines', 'all', rightOf('headline')),
      meanOf(
        'boundary F1',
        'all',
        compared.map((one) => one.boundaryF1),
      ),
      shareOf('sections', 'all', rightOf('section')),
      shareOf('rows exact', 'all', rightOf('row')),
    ],
    breakdowns: [
      {
        title: 'document',
        columns: ['document', 'headlines', 'boundary F1', 'sections', 'rows'],
        rows: compared.map(({ document, headlines, boundaryF1, sections, rows }) => [
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
