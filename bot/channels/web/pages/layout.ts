import { html } from 'hono/html';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { type Section, sections } from './sections.ts';

/** Markup in which every value from outside has been escaped. */
export type Html = ReturnType<typeof html>;

export interface Layout {
  /** Before the site's name in the title bar; null on the first page. */
  readonly title: string | null;
  readonly skip: { readonly to: string; readonly label: string };
  readonly main: Html;
  /** Buttons beside those that every page has. */
  readonly tools?: Html;
  /** Kept at the lower edge of the screen. */
  readonly bottom?: Html;
  readonly head?: Html;
  /** The part of the site that the page is the front of. */
  readonly section?: Section;
}

/** The frame of every page: nothing inline, nothing from elsewhere. */
export function layout(assets: Assets, page: Layout): Html {
  const { site } = webWording;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${site.description}">
<title>${page.title === null ? '' : `${page.title} · `}${site.name}</title>
<link rel="icon" href="${assets.path('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.path('page.css')}">
<script src="${assets.path('large-type.js')}"></script>
${page.head ?? ''}</head>
<body>
<a class="skip" href="${page.skip.to}">${page.skip.label}</a>
<header class="top">
<a class="brand" href="/"><img src="${assets.path('icon.svg')}" alt="" width="36" height="36"><span><strong>${site.name}</strong> <small>${site.tagline}</small></span></a>
<nav class="tools" aria-label="${site.tools}">
${page.tools ?? ''}<a class="tool" href="/documents">${site.documents}</a>
<label class="tool switch"><input type="checkbox" id="large-type" autocomplete="off"><span>${site.largeType}</span></label>
</nav>
</header>
${page.main}
${sections(page.section ?? null)}
${page.bottom ?? ''}
</body>
</html>
`;
}
