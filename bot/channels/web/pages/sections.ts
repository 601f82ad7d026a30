import { html } from 'hono/html';
import { webWording } from '../../../wording/web.ts';

/** The parts of the site, at the foot of every page. */
const SECTIONS = {
  chat: '/',
  targets: '/targets',
  compare: '/compare',
  check: '/check',
  documents: '/documents',
} as const;

export type Section = keyof typeof SECTIONS;

/** Links to the parts of the site; the one that is open is marked. */
export function sections(current: Section | null): ReturnType<typeof html> {
  const { sections: names } = webWording;
  const links = (Object.keys(SECTIONS) as Section[]).map((section) => {
    const here = section === current ? html` aria-current="page"` : '';
    return html`<a class="tool" href="${SECTIONS[section]}"${here}>${names[section]}</a>
`;
  });
  return html`<nav class="sections" aria-label="${names.label}">
${links}</nav>`;
}
