import { z } from 'zod';
import { findNumbers } from '../../retrieval/text/numbers.ts';

/** For tests: the outward contract of an answer, as programs outside rely on it. */
const citation = z.strictObject({
  mark: z.number().int().min(1),
  document: z.string().min(1),
  title: z.string().min(1),
  town: z.string().nullable(),
  period: z.string().nullable(),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  line: z.number().int().min(1),
  quote: z.string().min(1),
});

const shared = {
  id: z.string(),
  question: z.string(),
  answer: z.string().min(1),
  citations: z.array(citation),
  notes: z.array(z.string().min(1)),
  suggestions: z.array(z.string().min(1)),
  mode: z.enum(['extractive', 'llm']),
  timings: z.strictObject({ retrieveMs: z.number().min(0), answerMs: z.number().min(0) }),
  hits: z
    .array(z.strictObject({ document: z.string(), start: z.number(), end: z.number(), score: z.number() }))
    .optional(),
};

const REFUSED = [
  'not_in_documents',
  'attribute_missing',
  'other_town',
  'other_year',
  'not_verified',
] as const;
const BLOCKED = [
  'out_of_scope',
  'personal_data',
  'abuse',
  'instructions',
  'small_talk',
  'emergency',
  'empty',
] as const;

const marksIn = (text: string): number[] => [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
const letters = (text: string): number => [...text.replace(/\[\d+\]/g, '')].length;
const CHINESE_DIGITS = '〇一二三四五六七八九';
/** A question with its figures also in plain conversion: 第二轮 is the asker's 2, and 十九届 the 19. */
const withFigures = (asked: string): string =>
  [
    asked.normalize('NFKC'),
    asked.replace(/[一二三四五六七八九〇]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit))),
    ...findNumbers(asked).map(({ value }) => value),
  ].join(' ');
/** Figures of a text that the asker has not used. */
const figuresBeyond = (text: string, asked: string): string[] =>
  (text.match(/\d+/g) ?? []).filter((figure) => !withFigures(asked).includes(figure));

const ASKED_YEARS = /(?<=没有)(?:\d{4}、?)+年/;

/** An answer of any ending; every rule of the contract that can be checked without the documents. */
export const contract = z
  .discriminatedUnion('status', [
    z.strictObject({ ...shared, status: z.literal('answered'), reason: z.null() }),
    z.strictObject({ ...shared, status: z.literal('clarify'), reason: z.null() }),
    z.strictObject({ ...shared, status: z.literal('refused'), reason: z.enum(REFUSED) }),
    z.strictObject({ ...shared, status: z.literal('blocked'), reason: z.enum(BLOCKED) }),
  ])
  .superRefine((answer, context) => {
    const fault = (message: string): void => void context.addIssue({ code: 'custom', message });
    const { status, citations } = answer;
    const known = citations.map(({ mark }) => mark);
    if (known.some((mark, index) => mark !== index + 1)) fault('marks do not count from 1');
    if (citations.some(({ start, end }) => start >= end)) fault('a citation of nothing');
    const used = marksIn(`${answer.answer}\n${answer.notes.join('\n')}`);
    if (used.some((mark) => !known.includes(mark))) fault('a mark without citation');
    if (known.some((mark) => !used.includes(mark))) fault('a citation without mark');
    if (status === 'answered' || status === 'clarify') {
      if (marksIn(answer.answer).length === 0) fault('a claim without mark');
      if (letters(answer.answer) > 400) fault(`too long: ${letters(answer.answer)}`);
    } else {
      if (marksIn(answer.answer).length > 0) fault('a mark in what claims nothing');
    }
    // 今年 in a question is a year by the asker's calendar, and a refusal may name it.
    const denied = answer.reason === 'other_year' ? answer.answer.replace(ASKED_YEARS, '') : answer.answer;
    if (status === 'refused' && figuresBeyond(denied, answer.question).length > 0)
      fault('a figure in a refusal');
    if (status === 'blocked' && (citations.length > 0 || answer.notes.length > 0))
      fault('evidence for what is not looked up');
    if (status === 'blocked' && answer.reason !== 'emergency' && /\d/.test(answer.answer))
      fault('a number that nobody asked for');
  });
