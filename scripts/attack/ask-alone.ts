import { request } from 'node:http';

/** What came back for a question; the body is read to its end. */
export interface Reply {
  readonly status: number;
  readonly body: string;
}

/**
 * Asks one question as `person`, on a connection of its own that is closed afterwards: one that is kept would hide
 * that nobody new gets in, and `fetch` connects again in silence where a server hangs up at once. Rejects when the
 * connection breaks or nothing has come after `withinMs`.
 */
export function askAlone(
  address: string,
  { question, person, withinMs }: { question: string; person: string; withinMs: number },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request(`${address}/api/ask`, {
      method: 'POST',
      agent: false,
      headers: { 'x-forwarded-for': person },
      signal: AbortSignal.timeout(withinMs),
    });
    asking.on('error', reject);
    asking.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        body += part;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asking.end(JSON.stringify({ question }));
  });
}
