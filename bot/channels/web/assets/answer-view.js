// @ts-check
/// <reference lib="dom" />
/** @import { Answer, Citation } from '../../../answers/answer.ts' */
/** @import { FeedbackWording } from './feedback-view.js' */
import { fill, sourceFrom, sourceLink, splitAtMarks } from './answer-text.js';
import { element } from './elements.js';
import { feedbackSender, hasReceipt } from './feedback-send.js';
import { feedbackView } from './feedback-view.js';

/** Further sources are folded away, so that a long list of them does not bury what can be asked next. */
const SOURCES_SHOWN = 3;

/**
 * @typedef {Record<'question' | 'notes' | 'sources' | 'moreSources' | 'sourceOf' | 'openSource' | 'suggestions'
 *   | 'copy', string> & { endings: Record<string, string>, feedback: FeedbackWording & { failed: string } }} AnswerWording
 * @typedef {{ wording: AnswerWording, onSuggestion: (question: string) => void,
 *   onCopy: (answer: Answer, button: HTMLButtonElement) => void }} AnswerOptions
 */

/**
 * The frame of a question and what is said to it.
 * @param {string} question
 * @param {AnswerWording} wording
 */
export function exchangeView(question, wording) {
  const answer = element('div', { class: 'answer' });
  const heading = element(
    'h2',
    { class: 'question' },
    element('span', { class: 'unseen' }, `${wording.question}：`),
    question,
  );
  return { root: element('article', { class: 'exchange' }, heading, answer), answer };
}

/**
 * Everything an answer holds.
 * @param {Answer} answer
 * @param {AnswerOptions} options
 * @returns {readonly Node[]}
 */
export function answerView(answer, { wording, onSuggestion, onCopy }) {
  const ending = wording.endings[answer.status] ?? wording.endings[answer.reason ?? ''];
  const copyButton = element('button', { class: 'tool copy', type: 'button' }, wording.copy);
  copyButton.addEventListener('click', () => onCopy(answer, copyButton));
  return [
    ending === undefined ? null : element('p', { class: 'ending' }, ending),
    element('p', { class: 'answer-text' }, ...markedText(answer.answer, answer.citations, wording)),
    answer.notes.length === 0 ? null : notes(answer, wording),
    answer.citations.length === 0 ? null : sources(answer.citations, wording),
    answer.citations.length === 0 ? null : element('p', { class: 'actions' }, copyButton),
    hasReceipt(answer)
      ? feedbackView(wording.feedback, feedbackSender(answer, wording.feedback.failed))
      : null,
    answer.suggestions.length === 0 ? null : suggestions(answer.suggestions, wording, onSuggestion),
  ].filter((node) => node !== null);
}

/**
 * @param {string} text
 * @param {readonly Citation[]} citations
 * @param {AnswerWording} wording
 */
function markedText(text, citations, wording) {
  return splitAtMarks(text, citations).map((part) => {
    if (!('citation' in part)) return part.text;
    const { mark, title } = part.citation;
    const label = fill(wording.sourceOf, { mark, title });
    return element('a', { class: 'mark', href: sourceLink(part.citation), 'aria-label': label }, part.text);
  });
}

/**
 * @param {Answer} answer
 * @param {AnswerWording} wording
 */
function notes(answer, wording) {
  const items = answer.notes.map((note) => element('li', {}, ...markedText(note, answer.citations, wording)));
  return element(
    'section',
    { class: 'notes' },
    element('h3', {}, wording.notes),
    element('ul', {}, ...items),
  );
}

/**
 * @param {readonly Citation[]} citations
 * @param {AnswerWording} wording
 */
function sources(citations, wording) {
  const items = citations.map((citation) => source(citation, wording));
  const more = items.slice(SOURCES_SHOWN);
  const folded = element(
    'details',
    {},
    element('summary', {}, fill(wording.moreSources, { count: more.length })),
    element('ol', {}, ...more),
  );
  return element(
    'section',
    { class: 'sources' },
    element('h3', {}, wording.sources),
    element('ol', {}, ...items.slice(0, SOURCES_SHOWN)),
    more.length === 0 ? null : folded,
  );
}

/**
 * @param {Citation} citation
 * @param {AnswerWording} wording
 */
function source(citation, wording) {
  const from = sourceFrom(citation);
  return element(
    'li',
    { class: 'source' },
    element(
      'p',
      { class: 'source-title' },
      element('span', { class: 'source-mark' }, `[${citation.mark}]`),
      ' ',
      element('cite', {}, citation.title),
      ' ',
      from === '' ? null : element('span', { class: 'source-from' }, from),
    ),
    element('blockquote', {}, citation.quote),
    element(
      'a',
      { class: 'source-open', href: sourceLink(citation) },
      fill(wording.openSource, { line: citation.line }),
    ),
  );
}

/**
 * @param {readonly string[]} questions
 * @param {AnswerWording} wording
 * @param {(question: string) => void} onSuggestion
 */
function suggestions(questions, wording, onSuggestion) {
  const items = questions.map((question) => {
    const button = element('button', { class: 'question-link', type: 'button' }, question);
    button.addEventListener('click', () => onSuggestion(question));
    return element('li', {}, button);
  });
  return element(
    'section',
    { class: 'suggestions' },
    element('h3', {}, wording.suggestions),
    element('ul', { class: 'questions' }, ...items),
  );
}
