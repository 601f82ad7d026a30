import { Hono } from 'hono';
import type { Assistant } from '../../assistant.ts';
import type { Assets } from './assets.ts';
import type { Span } from './document-lines.ts';
import { statusOf } from './failures.ts';
import { documentPage } from './pages/document-page.ts';
import { documentsPage } from './pages/documents-page.ts';
import { failurePage } from './pages/failure-page.ts';

/** `/documents`: what the answers rest on. Names are looked up among the known documents, never on the disk. */
export function documents(assistant: Assistant, assets: Assets): Hono {
  const app = new Hono();
  app.get('/documents', (c) => c.html(documentsPage(assets, assistant.documents())));
  app.get('/documents/:name', (c) => {
    const document = assistant.document(c.req.param('name'));
    if (document === undefined) {
      const failure = { code: 'document_not_found' } as const;
      return c.html(failurePage(assets, failure), statusOf(failure));
    }
    return c.html(documentPage(assets, document, quote(c.req.query('start'), c.req.query('end'))));
  });
  return app;
}

/** Null when none is asked for; a span that makes no sense becomes an empty one, so that the page can say so. */
function quote(start: string | undefined, end: string | undefined): Span | null {
  if (start === undefined && end === undefined) return null;
  const span = { start: offset(start), end: offset(end) };
  return span.start < span.end ? span : { start: 0, end: 0 };
}

function offset(value: string | undefined): number {
  return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
}
