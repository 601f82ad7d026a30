import { html } from 'hono/html';
import type { DocumentView } from '../../../assistant.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { fill } from '../fill.ts';
import { type Html, layout } from './layout.ts';

/** What the assistant knows: every document, with its town and period. */
export function documentsPage(assets: Assets, documents: readonly DocumentView[]): Html {
  const wording = webWording.documents;
  return layout(assets, {
    title: wording.title,
    section: 'documents',
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip: { to: '#documents', label: webWording.site.skipToContent },
    main: html`<main class="reading" id="documents">
<h1>${wording.title}</h1>
<p>${documents.length === 0 ? wording.none : wording.introduction}</p>
<ul class="documents">
${documents.map(entry)}
</ul>
</main>`,
  });
}

function entry(document: DocumentView): Html {
  const length = fill(webWording.documents.characters, { count: document.text.length });
  const about = [document.town, document.period, length].filter((part) => part !== null).join(' · ');
  return html`<li><a href="/documents/${encodeURIComponent(document.name)}"><strong>${document.title}</strong> <span>${about}</span></a></li>`;
}
