import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import type { Aspect } from '../questions/aspects.ts';
import type { Understanding } from '../questions/understanding.ts';
import {
  clarifyLead,
  clarifyTails,
  contradicted,
  JOINER,
  missingPart,
  missingQuestion,
  notes,
} from '../wording/answers.ts';
import { differenceOf, overlap } from './alternatives.ts';
import type { Answer } from './answer.ts';
import type { Choice } from './choose.ts';
import { Citations } from './citations.ts';
import { sourceOf } from './cited.ts';
import type { AnsweredParts } from './parts.ts';
import { say } from './say.ts';
import type { Statement } from './statement.ts';
import { verify } from './verify.ts';

/** What is said of the chosen statements, with its sources. */
export interface Told {
  readonly status: 'answered' | 'clarify';
  readonly text: string;
  readonly citations: Answer['citations'];
  readonly notes: readonly string[];
}

/** Says the chosen statements; each is verified alone, and what fails is dropped. Undefined when nothing is left. */
export function tell(
  index: CorpusIndex,
  understanding: Understanding,
  choices: readonly Choice[],
  found: AnsweredParts['found'],
): Told | undefined {
  const citations = new Citations(index);
  const remarks: string[] = [];
  const parts: string[] = [];
  const told: Statement[] = [];
  // What the documents lack is told in the asker's own words and figures, so it is not looked for in a quote.
  const denials: string[] = [];
  const sayOne = (statement: Statement): void => {
    const said = say(index, statement);
    const probe = new Citations(index);
    const source = sourceOf(index, statement, citations);
    if (!verify(index, `${said.text}[${probe.mark(source)}]`, probe.list).passed) return;
    if (told.some((earlier) => overlap(earlier, statement))) return;
    told.push(statement);
    const text = withoutRepeatedLead(said.text, parts);
    parts.push(`${text}[${citations.mark(source)}]`);
    remarks.push(...said.notes);
  };
  let alternatives = 0;
  for (const [place, choice] of choices.entries()) {
    if (choice.kind === 'refusal') {
      denials.push(partlyMissing(choice, found[place]!.aspect));
      continue;
    }
    for (const statement of choice.statements) sayOne(statement);
    for (const statement of choice.alternatives) sayOne(statement);
    alternatives += choice.alternatives.length;
  }
  if (citations.list.length === 0) return undefined;
  const clarify = alternatives > 0 && told.length > 1;
  const premise = !clarify && contradicts(understanding, parts.join('')) ? contradicted : '';
  const body = parts.filter((part) => part !== '').join(JOINER);
  const claimed = clarify
    ? `${clarifyLead}${body}。${clarifyTails[differenceOf(told)]}`
    : `${premise}${body}。`;
  if (!verify(index, claimed, citations.list).passed) return undefined;
  const text = [
    claimed,
    ...[...new Set(denials)].filter((denial) => denial !== '').map((denial) => `${denial}。`),
  ].join('');
  const asOf = [
    ...new Set(citations.list.map((citation) => citation.period).filter((period) => period !== null)),
  ];
  if (asOf.length > 0) remarks.push(notes.asOf(asOf.join('、')));
  return {
    status: clarify ? 'clarify' : 'answered',
    text,
    citations: citations.list,
    notes: [...new Set(remarks)].slice(0, 5),
  };
}

/** The lead 义桥镇2023年目标： is said once when several statements share it. */
function withoutRepeatedLead(text: string, parts: readonly string[]): string {
  const head = text.match(/^[^：。，]{2,16}：/)?.[0];
  return head !== undefined && parts.some((part) => part.startsWith(head)) ? text.slice(head.length) : text;
}

/** What is said of a part that the documents don't answer, beside the parts that they do. */
function partlyMissing(choice: Extract<Choice, { kind: 'refusal' }>, { text, asked }: Aspect): string {
  const { reason, about } = choice.refusal;
  if (reason === 'other_town' || reason === 'other_year') return missingPart(about);
  return asked === null ? '' : missingQuestion(text.replace(/[?？。!,，;；\s]+$/u, ''));
}

/** The asker names a figure, and what is said has figures of the same unit but not this one. */
function contradicts(understanding: Understanding, said: string): boolean {
  if (!/吗|吧|对不对|是不是|真的假的|准确|属实|是伐|对吗|没错/.test(understanding.text)) return false;
  const told = findNumbers(said.replace(/\[\d+\]/g, ''));
  return findNumbers(understanding.text).some(
    (number) =>
      number.unit !== '年' &&
      number.unit !== '月' &&
      number.unit !== '日' &&
      !(number.value >= 1900 && number.value < 2100) &&
      told.some((other) => other.unit === number.unit && other.percent === number.percent) &&
      !told.some((other) => other.value === number.value),
  );
}
