// @ts-check
/// <reference lib="dom" />
/** @import { Answer, Citation } from '../../../answers/answer.ts' */

/**
 * Puts values into the `{name}` places of a wording.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * A text cut at its marks; a mark that has no citation stays text.
 * @param {string} text
 * @param {readonly Citation[]} citations
 * @returns {({ text: string } | { text: string, citation: Citation })[]}
 */
export function splitAtMarks(text, citations) {
  return text
    .split(/(\[\d{1,3}\])/)
    .filter((part) => part !== '')
    .map((part) => {
      const citation = citations.find(({ mark }) => part === `[${mark}]`);
      return citation === undefined ? { text: part } : { text: part, citation };
    });
}

/**
 * The document view, opened at the quote.
 * @param {Citation} citation
 */
export function sourceLink({ document, start, end }) {
  return `/documents/${encodeURIComponent(document)}?start=${Number(start)}&end=${Number(end)}#quote`;
}

/**
 * Town and period, as far as they are known.
 * @param {Citation} citation
 */
export function sourceFrom({ town, period }) {
  return [town, period].filter(Boolean).join(' · ');
}

/**
 * What the copy button puts on the clipboard: question, answer and every source with its words and address.
 * @param {Answer} answer
 * @param {{ copiedQuestion: string, copiedAnswer: string, sources: string }} wording
 * @param {string} origin
 */
export function copyText(answer, wording, origin) {
  const sources = answer.citations.map((citation) =>
    [
      `[${citation.mark}] 《${citation.title}》${sourceFrom(citation)}`,
      `“${citation.quote.replace(/\s+/g, ' ').trim()}”`,
      `${origin}${sourceLink(citation)}`,
    ].join('\n'),
  );
  return [
    fill(wording.copiedQuestion, { question: answer.question }),
    fill(wording.copiedAnswer, { answer: answer.answer }),
    ...answer.notes,
    ...(sources.length === 0 ? [] : [`${wording.sources}：`, ...sources]),
  ].join('\n');
}
