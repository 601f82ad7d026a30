import { expect, it } from 'vitest';
import { createLogger } from '../../../logger.ts';
import { createWebApp } from '../app.ts';
import { fakeAssistant, SAMPLE_DOCUMENT } from '../fake-assistant.ts';

const SECTIONS = ['/', '/targets', '/compare', '/check', '/documents'];
const PAGES = [...SECTIONS, `/documents/${SAMPLE_DOCUMENT.name}`, '/ask?q=谁能送餐？', '/no-such-page'];

it.each(PAGES)('leads from the foot of %s to every part of the site', async (path) => {
  const app = createWebApp({ assistant: fakeAssistant(), logger: createLogger({ level: 'silent' }) });
  const html = await (await app.request(encodeURI(path))).text();
  const foot = /<nav class="sections"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
  const links = [...foot.matchAll(/href="([^"]*)"( aria-current="page")?/g)];
  expect(links.map(([, to]) => to)).toEqual(SECTIONS);
  const open = links.filter(([, , isOpen]) => isOpen !== undefined).map(([, to]) => to);
  expect(open).toEqual(SECTIONS.includes(path) ? [path] : []);
});
