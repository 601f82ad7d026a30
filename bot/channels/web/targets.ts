import { type Context, Hono } from 'hono';
import { registerCsv } from '../../desk/csv.ts';
import type { Desk } from '../../desk/desk.ts';
import { deskWording } from '../../wording/desk.ts';
import type { Assets } from './assets.ts';
import { targetsPage } from './pages/targets-page.ts';
import { readTargetsQuery } from './read-targets-query.ts';

export const ROWS_ON_A_PAGE = 100;

/** `/targets`: the register as a page with filters, `/targets.csv`: the same rows as a file for spreadsheets. */
export function targets(desk: () => Desk, assets: Assets): Hono {
  const app = new Hono();
  const read = (c: Context) => readTargetsQuery(c.req.query(), desk().choices());
  app.get('/targets', (c) => {
    const { filter, typed, ignored, page: asked } = read(c);
    const rows = desk().targets(filter);
    const pages = Math.max(1, Math.ceil(rows.length / ROWS_ON_A_PAGE));
    const page = Math.min(asked, pages);
    const from = (page - 1) * ROWS_ON_A_PAGE;
    const shown = rows.slice(from, from + ROWS_ON_A_PAGE);
    const view = { rows: shown, all: rows.length, page, pages, typed, ignored, choices: desk().choices() };
    return c.html(targetsPage(assets, view), 200, { 'Cache-Control': 'no-cache' });
  });
  app.get('/targets.csv', (c) =>
    c.body(registerCsv(desk().targets(read(c).filter)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="targets.csv"; filename*=UTF-8''${encodeURIComponent(deskWording.targetsPage.file)}.csv`,
      'Cache-Control': 'no-cache',
    }),
  );
  return app;
}
