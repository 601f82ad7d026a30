import { html } from 'hono/html';
import type { Citation } from '../../../answers/answer.ts';
import { webWording } from '../../../wording/web.ts';
import { fill } from '../fill.ts';
import { sourceLink } from '../source-link.ts';
import type { Html } from './layout.ts';

/** A text in which marks such as [1] lead to their source; a mark without a citation stays plain text. */
export function markedText(text: string, citations: readonly Citation[]): readonly (Html | string)[] {
  return text.split(/(\[\d{1,3}\])/).map((part) => {
    const citation = citations.find(({ mark }) => part === `[${mark}]`);
    if (citation === undefined) return part;
    const { mark, title } = citation;
    const label = fill(webWording.answer.sourceOf, { mark, title });
    return html`<a class="mark" href="${sourceLink(citation)}" aria-label="${label}">${part}</a>`;
  });
}
