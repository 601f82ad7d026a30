import { html } from 'hono/html';
import type { DocumentView } from '../../../assistant.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { type DocumentLine, documentLines, quotedLine, type Span } from '../document-lines.ts';
import { fill } from '../fill.ts';
import { type Html, layout } from './layout.ts';

/** A whole document as it is printed, line for line; the quoted words are marked and can be jumped to. */
export function documentPage(assets: Assets, document: DocumentView, quote: Span | null): Html {
  const wording = webWording.documents;
  const lines = documentLines(document.text, quote);
  const quotedAt = quotedLine(lines);
  const about = [document.town, document.period].filter((part) => part !== null).join(' · ');
  return layout(assets, {
    title: document.title,
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip: { to: quotedAt === null ? '#text' : '#quote', label: webWording.site.skipToContent },
    main: html`<main class="reading">
<h1>${document.title}</h1>
<p class="about">${about === '' ? '' : html`${about}<br>`}<span class="small">${fill(wording.file, { name: document.name })}</span></p>
${quote === null ? '' : whereQuoted(quotedAt)}
<section class="text" id="text" aria-label="${wording.fullText}">
${lines.map((line) => printed(line, line.number === quotedAt))}
</section>
</main>`,
  });
}

function whereQuoted(line: number | null): Html {
  const wording = webWording.documents;
  return line === null
    ? html`<p class="where">${wording.quoteMissing}</p>`
    : html`<p class="where">${fill(wording.quoteAt, { line })} <a href="#quote">${wording.jumpToQuote}</a></p>`;
}

/** The line's number is drawn by the style sheet, so that copied text stays the document's own. */
function printed(line: DocumentLine, first: boolean): Html {
  let named = !first;
  const pieces = line.pieces.map(({ text, quoted }) => {
    if (!quoted) return text;
    if (named) return html`<mark>${text}</mark>`;
    named = true;
    return html`<mark id="quote">${text}</mark>`;
  });
  return html`<p data-line="${line.number}">${pieces}</p>
`;
}
