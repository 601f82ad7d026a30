import { html } from 'hono/html';
import { explainFigure, placeOfRow } from '../../../desk/explain-figure.ts';
import {
  type CheckedFigure,
  type CheckedSentence,
  type CheckedText,
  LONGEST_TEXT,
} from '../../../desk/fact-check.ts';
import type { RegisterRow } from '../../../desk/register.ts';
import { deskWording } from '../../../wording/desk.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { sourceLink } from '../source-link.ts';
import { choiceField } from './choice-field.ts';
import { type Html, layout } from './layout.ts';

export interface TypedText {
  readonly text: string;
  readonly town: string;
  readonly year: string;
}

export interface CheckView {
  readonly typed: TypedText;
  /** Null before anything is checked. */
  readonly checked: CheckedText | null;
  readonly choices: { readonly towns: readonly string[]; readonly years: readonly number[] };
}

/** A field to paste a text in, and under it the text again, figure by figure. */
export function checkPage(assets: Assets, { typed, checked, choices }: CheckView): Html {
  const wording = deskWording.checkPage;
  const empty = wording.unset;
  return layout(assets, {
    title: wording.title,
    section: 'check',
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip:
      checked === null
        ? { to: '#text', label: webWording.site.skipToContent }
        : { to: '#result', label: wording.result },
    main: html`<main class="desk narrow">
<h1>${wording.title}</h1>
<p class="about">${wording.introduction}</p>
<form class="filters" action="/check" method="post" aria-label="${wording.title}">
<div class="field wide"><label for="text">${wording.text}</label>
<textarea id="text" name="text" rows="6" maxlength="${LONGEST_TEXT}" placeholder="${wording.placeholder}">${typed.text}</textarea></div>
${choiceField({ name: 'town', label: wording.town, empty, chosen: typed.town, choices: choices.towns.map((town) => ({ value: town, label: town })) })}
${choiceField({ name: 'year', label: wording.year, empty, chosen: typed.year, choices: choices.years.map((year) => ({ value: String(year), label: String(year) })) })}
<div class="field-buttons"><button class="primary" type="submit">${wording.submit}</button></div>
</form>
<p class="small">${wording.privacy}</p>
${checked === null ? '' : result(checked)}
</main>`,
  });
}

function result({ sentences, counts, cut }: CheckedText): Html {
  const { check, checkPage: wording } = deskWording;
  const { supported, contradicted, not_found: missing } = counts;
  const all = supported + contradicted + missing;
  return html`<section id="result" class="checked"><h2>${wording.result}</h2>
<p>${all === 0 ? check.empty : check.counts(all, supported, contradicted, missing)}${cut ? check.cut(LONGEST_TEXT) : ''}</p>
<ol>${sentences.map(sentenceItem)}</ol></section>`;
}

function sentenceItem({ text, verdict, figures }: CheckedSentence): Html {
  return html`<li class="checked-sentence"><p>${text}</p>
${figures.length === 0 ? html`<p class="small">${deskWording.verdicts[verdict]}</p>` : html`<ul>${figures.map(figureItem)}</ul>`}</li>`;
}

function figureItem(checked: CheckedFigure): Html {
  const { label, reasons, heading } = explainFigure(checked);
  return html`<li class="verdict ${checked.verdict}"><p><strong>${checked.figure}</strong> <span class="verdict-label">${label}</span>${reasons.length === 0 ? '' : html` ${reasons.join('；')}`}</p>
${heading === null ? '' : html`<p class="small">${heading}</p><ul>${checked.evidence.map(evidenceItem)}</ul>`}</li>`;
}

function evidenceItem(row: RegisterRow): Html {
  const { targetsPage } = deskWording;
  return html`<li>${placeOfRow(row)}：<q>${row.quote}</q> <a href="${sourceLink(row)}" aria-label="${targetsPage.openLabel(row.measure, row.line)}">${targetsPage.open(row.line)}</a></li>`;
}
