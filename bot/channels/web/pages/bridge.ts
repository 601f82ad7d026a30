import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** A three-arched stone bridge over water, drawn in the page's own colours. */
export function bridge(): Html {
  return html`<svg class="bridge" viewBox="0 0 360 96" aria-hidden="true" focusable="false">
<path class="stone" d="M0 74C60 74 96 26 180 26s120 48 180 48v8h-52a26 26 0 0 0-52 0h-36a40 40 0 0 0-80 0h-36a26 26 0 0 0-52 0H0z"/>
<path class="rail" d="M14 68C70 64 104 18 180 18s110 46 166 50M60 54v-9M96 37v-10M136 23v-9M180 18V8M224 23v-9M264 37v-10M300 54v-9"/>
<path class="water" d="M8 89h60m22 0h40m18 0h84m22 0h36m18 0h44"/>
</svg>`;
}
