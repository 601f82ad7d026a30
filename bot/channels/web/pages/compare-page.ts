import { html } from 'hono/html';
import { figureOfRow, placeOfRow } from '../../../desk/explain-figure.ts';
import type { RegisterRow } from '../../../desk/register.ts';
import { MOST_ROWS, nearPairs, type Pair, type Side, type SideBySide } from '../../../desk/side-by-side.ts';
import { deskWording } from '../../../wording/desk.ts';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import type { TypedSides } from '../read-compare-query.ts';
import { sourceLink } from '../source-link.ts';
import { choiceField } from './choice-field.ts';
import { type Html, layout } from './layout.ts';

export interface CompareView {
  readonly typed: TypedSides;
  readonly compared: Compared | 'unset' | 'not_apart';
  readonly ignored: readonly string[];
  readonly choices: { readonly towns: readonly string[]; readonly years: readonly number[] };
}

interface Compared {
  readonly sides: readonly [Side, Side];
  readonly found: SideBySide;
}

/** Two sides to choose, and under them what both say of the same measures, each with its quote. */
export function comparePage(assets: Assets, view: CompareView): Html {
  const { comparePage: wording, targetsPage, sideBySide } = deskWording;
  const { compared, ignored } = view;
  return layout(assets, {
    title: wording.title,
    section: 'compare',
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip:
      typeof compared === 'string'
        ? { to: '#town', label: webWording.site.skipToContent }
        : { to: '#result', label: wording.result },
    main: html`<main class="desk">
<h1>${wording.title}</h1>
<p class="about">${wording.introduction}</p>
${form(view)}
${ignored.length === 0 ? '' : html`<p class="failure">${targetsPage.ignored(ignored.join('、'))}</p>`}
${compared === 'not_apart' ? html`<p>${sideBySide.notApart}</p>` : ''}
${typeof compared === 'string' ? '' : result(compared)}
</main>`,
  });
}

function form({ typed, choices }: CompareView): Html {
  const wording = deskWording.comparePage;
  const towns = choices.towns.map((town) => ({ value: town, label: town }));
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }));
  const field = (name: keyof TypedSides, offered: typeof towns): Html =>
    choiceField({ name, label: wording[name], empty: wording.all, chosen: typed[name], choices: offered });
  return html`<form class="filters" action="/compare" method="get" aria-label="${wording.form}">
${field('town', towns)}
${field('year', years)}
${field('against', towns)}
${field('againstYear', years)}
<div class="field"><label for="measure">${wording.measure}</label>
<input id="measure" name="measure" type="search" value="${typed.measure}" maxlength="60" autocomplete="off"></div>
<div class="field-buttons"><button class="primary" type="submit">${wording.apply}</button> <a class="tool" href="/compare">${wording.reset}</a></div>
</form>`;
}

function result({ sides, found }: Compared): Html {
  const { comparePage: wording, sideBySide } = deskWording;
  const { pairs, leftOnly, rightOnly, cut } = found;
  return html`<section id="result" class="compared"><h2>${wording.result}</h2>
<p>${pairs.length === 0 ? sideBySide.none : sideBySide.count(pairs.length, nearPairs(found))}${cut ? sideBySide.cut(MOST_ROWS) : ''}</p>
${pairs.length === 0 ? '' : html`<ol class="pairs">${pairs.map(pairItem)}</ol>`}
${only(sides[0], leftOnly)}${only(sides[1], rightOnly)}</section>`;
}

function pairItem({ left, right, differences }: Pair): Html {
  const { beware, differences: names } = deskWording.sideBySide;
  return html`<li class="pair">${rowCard(left)}${rowCard(right)}
${differences.length === 0 ? '' : html`<p class="differences"><strong>${beware}</strong>：${differences.map((difference) => names[difference]).join('；')}</p>`}</li>
`;
}

function only({ town, year }: Side, rows: readonly RegisterRow[]): Html | string {
  const { side, only: heading } = deskWording.sideBySide;
  if (rows.length === 0) return '';
  return html`<h3>${heading(side(town ?? null, year ?? null), rows.length)}</h3>
<ul class="pairs">${rows.map((row) => html`<li class="pair">${rowCard(row)}</li>`)}</ul>
`;
}

function rowCard(row: RegisterRow): Html {
  const { targetsPage } = deskWording;
  return html`<div class="side"><p class="kind ${row.kind}">${placeOfRow(row)}</p>
<p>${row.measure} <strong>${figureOfRow(row)}</strong></p>
<p><q>${row.quote}</q> <span class="small">${row.title}</span> <a href="${sourceLink(row)}" aria-label="${targetsPage.openLabel(row.measure, row.line)}">${targetsPage.open(row.line)}</a></p></div>`;
}
