import { html } from 'hono/html';
import { webWording } from '../../../wording/web.ts';
import type { Assets } from '../assets.ts';
import { type Failure, messageOf } from '../failures.ts';
import { type Html, layout } from './layout.ts';

/** A request that failed, said to a person. */
export function failurePage(assets: Assets, failure: Failure): Html {
  const { title } = webWording.failures;
  return layout(assets, {
    title,
    tools: html`<a class="tool" href="/">${webWording.site.chat}</a>
`,
    skip: { to: '#failure', label: webWording.site.skipToContent },
    main: html`<main class="reading" id="failure">
<h1>${title}</h1>
<p>${messageOf(failure)}</p>
</main>`,
  });
}
