import { randomUUID } from 'node:crypto';
import type { Answer } from '../../bot/answers/answer.ts';
import type { Ledger } from './ledger.ts';

/** Few enough to leave a machine of two cores to others, enough that writes meet each other. */
const CLIENTS = 6;

/** How a load ended for its clients. */
export interface LoadReport {
  /** Answers and confirmations that failed with a status, by status; a connection that broke is none. */
  readonly statuses: ReadonlyMap<number, number>;
}

/** Asks, judges and comments without a pause until the connection breaks or `signal` ends it. */
export async function load(address: string, ledger: Ledger, signal: AbortSignal): Promise<LoadReport> {
  const statuses = new Map<number, number>();
  const post = async (path: string, body: object): Promise<Response> => {
    const headers = { 'content-type': 'application/json', prefer: 'feedback-receipt' };
    const options = { method: 'POST', headers, body: JSON.stringify(body), signal };
    const response = await fetch(new URL(path, address), options);
    if (!response.ok) statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    return response;
  };
  /** True once the server has said that it is kept. */
  const judge = async (body: object): Promise<boolean> => {
    const response = await post('/api/feedback', body);
    const confirmation = (await response.json()) as { kept?: boolean };
    return confirmation.kept === true;
  };
  const client = async (): Promise<void> => {
    while (!signal.aborted) {
      const question = `请问${name()}在哪里`;
      ledger.sent.add(question);
      const answer = (await (await post('/api/ask', { question })).json()) as Answer & { receipt: string };
      ledger.refused.add(question);
      const judged = { receipt: answer.receipt, question, answer: answer.answer, verdict: 'bad' };
      if (!(await judge(judged))) continue;
      ledger.judged.set(question, null);
      const comment = `说${question}`;
      if (await judge({ ...judged, reason: 'wrong', comment })) ledger.judged.set(question, comment);
    }
  };
  await Promise.allSettled(Array.from({ length: CLIENTS }, client));
  return { statuses };
}

/** Letters alone: a run of digits would be masked like a telephone number. */
function name(): string {
  return randomUUID().replace(/[^a-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 64));
}
