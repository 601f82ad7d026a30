import { html } from 'hono/html';
import { figureOfRow } from '../../../desk/explain-figure.ts';
import type { RegisterRow } from '../../../desk/register.ts';
import { ROW_ORDERS } from '../../../desk/row-filter.ts';
import { deskWording } from '../../../wording/desk.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import type { TypedTargets } from '../read-targets-query.ts';
import { sourceLink } from '../source-link.ts';
import { choiceField } from './choice-field.ts';
import { type Html, layout } from './layout.ts';

export interface TargetsView {
  /** Those of this page alone. */
  readonly rows: readonly RegisterRow[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly typed: TypedTargets;
  readonly ignored: readonly string[];
  readonly choices: { readonly towns: readonly string[]; readonly years: readonly number[] };
}

/** The register of targets: filters as a plain form, every row with its quote and the way to it. */
export function targetsPage(assets: Assets, view: TargetsView): Html {
  const wording = deskWording.targetsPage;
  const { rows, all, ignored, typed } = view;
  return layout(assets, {
    title: wording.title,
    section: 'targets',
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip: { to: '#rows', label: webWording.site.skipToContent },
    main: html`<main class="desk">
<h1>${wording.title}</h1>
<p class="about">${wording.introduction}</p>
${filters(view)}
${ignored.length === 0 ? '' : html`<p class="failure">${wording.ignored(ignored.join('、'))}</p>`}
<div id="rows" class="desk-count"><p>${all === 0 ? deskWording.table.none : deskWording.table.count(all)}</p>
<span><a class="tool" href="${compareAddress(typed)}">${deskWording.comparePage.title}</a>
<a class="tool" href="${address('/targets.csv', typed)}">${wording.csv}</a></span></div>
${rows.length === 0 ? '' : table(rows)}
${view.pages === 1 ? '' : turning(view)}
</main>`,
  });
}

function filters({ typed, choices }: TargetsView): Html {
  const wording = deskWording.targetsPage;
  const { columns, kinds, orders } = deskWording;
  const empty = wording.all;
  return html`<form class="filters" action="/targets" method="get" aria-label="${wording.filters}">
${choiceField({ name: 'town', label: columns.town, empty, chosen: typed.town, choices: choices.towns.map((town) => ({ value: town, label: town })) })}
${choiceField({ name: 'year', label: columns.year, empty, chosen: typed.year, choices: choices.years.map((year) => ({ value: String(year), label: String(year) })) })}
${choiceField({ name: 'kind', label: columns.kind, empty, chosen: typed.kind, choices: Object.entries(kinds).map(([value, label]) => ({ value, label })) })}
<div class="field"><label for="measure">${wording.measure}</label>
<input id="measure" name="measure" type="search" value="${typed.measure}" maxlength="60" autocomplete="off"></div>
<div class="field"><label for="before">${wording.before}</label>
<input id="before" name="before" type="text" value="${typed.before}" maxlength="12" placeholder="${wording.beforeHint}" autocomplete="off"></div>
${choiceField({ name: 'order', label: wording.order, chosen: typed.order, choices: ROW_ORDERS.map((order) => ({ value: order, label: orders[order] })) })}
<div class="field-buttons"><button class="primary" type="submit">${wording.apply}</button> <a class="tool" href="/targets">${wording.reset}</a></div>
</form>`;
}

function table(rows: readonly RegisterRow[]): Html {
  const { columns, targetsPage } = deskWording;
  const heads = [
    columns.town,
    columns.year,
    columns.kind,
    columns.measure,
    columns.figure,
    columns.deadline,
    columns.quote,
  ];
  return html`<table class="register"><caption class="unseen">${targetsPage.table}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(tableRow)}</tbody></table>`;
}

function tableRow(row: RegisterRow): Html {
  const { columns, kinds, targetsPage } = deskWording;
  const link = html`<a href="${sourceLink(row)}" aria-label="${targetsPage.openLabel(row.measure, row.line)}">${targetsPage.open(row.line)}</a>`;
  return html`<tr>${cell(columns.town, row.town ?? '')}${cell(columns.year, row.year ?? '')}<td data-label="${columns.kind}"><span class="kind ${row.kind}">${kinds[row.kind]}</span></td>${cell(columns.measure, row.measure)}${cell(columns.figure, figureOfRow(row))}${cell(columns.deadline, row.deadline ?? '')}<td data-label="${columns.quote}"><q>${row.quote}</q> <span class="small">${row.title}</span> ${link}</td></tr>
`;
}

/** A cell without anything in it is left out on a phone. */
function cell(label: string, text: string | number): Html {
  return html`<td data-label="${label}"${text === '' ? html` class="none"` : ''}>${text}</td>`;
}

function turning({ page, pages, typed }: TargetsView): Html {
  const wording = deskWording.targetsPage;
  const to = (number: number, label: string): Html =>
    html`<a class="tool" href="${address('/targets', typed, number)}">${label}</a>`;
  return html`<nav class="turning" aria-label="${wording.page(page, pages)}">${page > 1 ? to(page - 1, wording.previous) : ''}<span>${wording.page(page, pages)}</span>${page < pages ? to(page + 1, wording.next) : ''}</nav>`;
}

/** The same filters at another address or page. */
function address(path: string, typed: TypedTargets, page = 1): string {
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''));
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The filters' town and year become the left side. */
function compareAddress({ town, year, measure }: TypedTargets): string {
  const query = new URLSearchParams(
    Object.entries({ town, year, measure }).filter(([, value]) => value !== ''),
  );
  return query.size === 0 ? '/compare' : `/compare?${query}`;
}
