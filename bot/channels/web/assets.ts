import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

/** The files that the browser loads. */
const FILES = {
  'page.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'page.js': 'text/javascript; charset=utf-8',
  'answer-stream.js': 'text/javascript; charset=utf-8',
  'answer-text.js': 'text/javascript; charset=utf-8',
  'answer-view.js': 'text/javascript; charset=utf-8',
  'clipboard.js': 'text/javascript; charset=utf-8',
  'conversation.js': 'text/javascript; charset=utf-8',
  'elements.js': 'text/javascript; charset=utf-8',
  'feedback-send.js': 'text/javascript; charset=utf-8',
  'feedback-view.js': 'text/javascript; charset=utf-8',
  'large-type.js': 'text/javascript; charset=utf-8',
} as const;

export type AssetName = keyof typeof FILES;

export interface Assets {
  /** Where a file is served; the address changes with the content of any of them. */
  path(name: AssetName): string;
  readonly routes: Hono;
  /** All files together. */
  readonly bytes: number;
}

/** Reads the browser's files once. They may be kept for a year, since a changed file has another address. */
export function loadAssets(): Assets {
  const contents = new Map<string, { readonly body: Buffer<ArrayBuffer>; readonly type: string }>();
  const digest = createHash('sha256');
  for (const [name, type] of Object.entries(FILES)) {
    const body = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    digest.update(`${name}\0`).update(body);
    contents.set(name, { body, type });
  }
  const version = digest.digest('hex').slice(0, 12);
  const routes = new Hono();
  routes.get(`/assets/${version}/:name`, (c, next) => {
    const file = contents.get(c.req.param('name'));
    if (file === undefined) return next();
    return c.body(file.body, 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  return {
    path: (name) => `/assets/${version}/${name}`,
    routes,
    bytes: [...contents.values()].reduce((sum, { body }) => sum + body.length, 0),
  };
}
