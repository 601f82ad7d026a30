import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../logger.ts';
import { webWording } from '../../wording/web.ts';
import { createWebApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { fakeAssistant } from './fake-assistant.ts';
import { browserWording } from './pages/chat-page.ts';

const folder = new URL('./assets/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(folder);

describe('the browser’s files', () => {
  it('are all served, for a year, at an address made from their content', async () => {
    const assets = loadAssets();
    for (const name of names) {
      const path = assets.path(name as Parameters<typeof assets.path>[0]);
      const response = await assets.routes.request(path);
      expect(response.status, name).toBe(200);
      expect(await response.text()).toBe(read(name));
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
    expect((await assets.routes.request('/assets/000000000000/page.js')).status).toBe(404);
    expect((await assets.routes.request(assets.path('page.js').replace('page.js', 'page.ts'))).status).toBe(
      404,
    );
  });

  it('weigh less than 100 kB together with the page', async () => {
    const app = createWebApp({ assistant: fakeAssistant(), logger: createLogger({ level: 'silent' }) });
    const page = await (await app.request('/')).text();
    expect(loadAssets().bytes + Buffer.byteLength(page)).toBeLessThan(100_000);
  });

  it('never turn a string into markup or code', () => {
    for (const name of names.filter((file) => file.endsWith('.js'))) {
      expect(read(name), name).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser/,
      );
    }
  });

  it('pass the type checker as they are', () => {
    const files = names
      .filter((file) => file.endsWith('.js'))
      .map((name) => fileURLToPath(new URL(name, folder)));
    const program = ts.createProgram(files, {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
      types: [],
    });
    const faults = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    expect(faults).toEqual([]);
  });

  it('find every wording they ask for', () => {
    const given = browserWording() as Record<string, unknown>;
    const used = names
      .filter((file) => file.endsWith('.js'))
      .flatMap((name) => [...read(name).matchAll(/\bwording\.(\w+)/g)].map(([, key]) => key ?? ''));
    expect(used.length).toBeGreaterThan(15);
    expect(used.filter((key) => !(key in given))).toEqual([]);
    const words = [...read('feedback-view.js').matchAll(/\bwords\.(\w+)/g)].map(([, key]) => key ?? '');
    expect(words.length).toBeGreaterThan(8);
    expect(words.filter((key) => !(key in (given.feedback as object)))).toEqual([]);
    expect(Object.keys(given.endings as object)).toEqual(Object.keys(webWording.endings));
  });
});

describe('the colours', () => {
  const sheet = read('page.css');
  const scheme = (source: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...source.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
    );
  const dark = sheet.slice(sheet.indexOf('prefers-color-scheme: dark'));
  const schemes = {
    light: scheme(sheet.slice(0, sheet.indexOf('prefers-color-scheme: dark'))),
    dark: scheme(dark),
  };
  /** Text and the ground it stands on, as the style sheet combines them; 3 for edges of controls. */
  const pairs: readonly (readonly [string, string, number])[] = [
    ...['paper', 'card', 'wash'].flatMap((ground) => [
      ['ink', ground, 4.5] as const,
      ['soft', ground, 4.5] as const,
      ['azure', ground, 4.5] as const,
      ['cinnabar', ground, 4.5] as const,
    ]),
    ['cinnabar', 'blush', 4.5],
    ['on-azure', 'azure', 4.5],
    ['on-azure', 'cinnabar', 4.5],
    ['on-mark', 'mark', 4.5],
    ['edge', 'card', 3],
    ['edge', 'paper', 3],
  ];

  it.each(Object.entries(schemes))('keep their contrast in the %s scheme', (_, colours) => {
    const poor = pairs
      .map(([text, ground, least]) => ({
        text,
        ground,
        least,
        ratio: contrast(colours[text]!, colours[ground]!),
      }))
      .filter(({ ratio, least }) => !(ratio >= least));
    expect(poor).toEqual([]);
  });
});

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(first: string, second: string): number {
  const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
