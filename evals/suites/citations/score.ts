import { clarifyLead, clarifyTails, confirmed, contradicted, cutOff } from '../../../bot/wording/answers.ts';
import { pageYear } from '../../../retrieval/documents/document.ts';
import type { EvalContext } from '../../context.ts';
import { citationScores } from '../../metrics/citation-scores.ts';
import { documentName } from '../../metrics/folded-text.ts';
import { type FaithfulnessContext, faithfulness } from '../../metrics/number-faithfulness.ts';
import { verbatimSlice } from '../../metrics/strict-verdict.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { isSaid, type Judged, judgeAll } from '../answers/judged.ts';
import { partsOf } from '../parts.ts';
import { type Failure, type Figure, type SuiteResult, shareOf } from '../result.ts';

/** What an answer's wording adds around its statements. */
const FRAMES = [clarifyLead, ...Object.values(clarifyTails), contradicted, confirmed, cutOff];

interface Checked extends Judged {
  readonly verbatim: readonly boolean[];
  readonly recall: readonly boolean[];
  readonly precision: readonly boolean[];
  readonly unsupported: readonly string[];
}

/** Citations: verbatim, of the right evidence, needed and sufficient; numbers, dates and names out of them. */
export function scoreCitations(context: EvalContext, stored: readonly AnswerRecord[]): SuiteResult {
  const names = context.index.vocabulary.names.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const checked = judgeAll(context, stored)
    .filter(({ answer }) => answer !== undefined)
    .map((judged) =>
      check(
        context,
        judged,
        names.filter((name) => name.length >= 2),
      ),
    );
  const said = checked.filter(isSaid);
  return {
    suite: 'citations',
    figures: partsOf(checked).flatMap(([part, items]) => figuresOf(part, items)),
    breakdowns: [],
    verdicts: Object.fromEntries(said.map((one) => [one.question.id, faultsOf(one).length === 0])),
    failures: said.filter((one) => faultsOf(one).length > 0).map(toFailure),
    series: {},
  };
}

function check(context: EvalContext, judged: Judged, names: readonly string[]): Checked {
  const { answer, question } = judged;
  const citations = answer?.citations ?? [];
  const faithful: FaithfulnessContext = {
    asked: [...(question.history ?? []).map(({ text }) => text), question.question].join('\n'),
    pageYear: (document) => {
      const description = context.index.documents.get(documentName(document))?.description;
      return description === undefined ? undefined : pageYear(description);
    },
    names,
  };
  return {
    ...judged,
    verbatim: citations.map((citation) => verbatimSlice(citation, context.texts) !== undefined),
    ...citationScores(answer?.answer ?? '', citations, FRAMES),
    unsupported: answer === undefined ? [] : faithfulness(answer, faithful).unsupported,
  };
}

function figuresOf(part: Judged['part'], items: readonly Checked[]): Figure[] {
  const said = items.filter(isSaid);
  return [
    shareOf(
      'verbatim',
      part,
      items.flatMap(({ verbatim }) => verbatim),
    ),
    shareOf(
      'evidence cited',
      part,
      said.flatMap(({ verdict }) => (verdict.evidenceCited === null ? [] : [verdict.evidenceCited])),
    ),
    shareOf(
      'recall',
      part,
      said.flatMap(({ recall }) => recall),
    ),
    shareOf(
      'precision',
      part,
      said.flatMap(({ precision }) => precision),
    ),
    shareOf(
      'faithful answers',
      part,
      said.map(({ unsupported }) => unsupported.length === 0),
    ),
  ];
}

function faultsOf({ verbatim, recall, precision, unsupported }: Checked): string[] {
  return [
    ...(verbatim.includes(false) ? ['not verbatim'] : []),
    ...(recall.includes(false) ? ['statement not supported'] : []),
    ...(precision.includes(false) ? ['citation not needed'] : []),
    ...(unsupported.length > 0 ? [`not in a quote ${unsupported.join('/')}`] : []),
  ];
}

function toFailure(one: Checked): Failure {
  const { part, question, answer } = one;
  const shown = part === 'tuned';
  return {
    suite: 'citations',
    id: question.id,
    part,
    persona: question.persona,
    type: question.type,
    question: shown ? question.question : '',
    status: answer?.status ?? '',
    answer: shown ? (answer?.answer ?? '') : '',
    hits: shown ? (answer?.citations ?? []).map(({ mark, quote }) => `[${mark}] ${quote}`) : [],
    reasons: shown ? faultsOf(one) : faultsOf(one).map((fault) => fault.replace(/^(not in a quote).*/, '$1')),
  };
}
