import { type AskRequest, askRequest } from '../../questions/request.ts';
import type { Failure } from './failures.ts';

export type Reading = { readonly request: AskRequest } | { readonly failure: Failure };

/** A question as a program sends it: the contract's object, as JSON text. */
export function readJsonQuestion(body: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { failure: { code: 'invalid_json' } };
  }
  return checked(value);
}

/** A question as a form or a link sends it: `q`, and where given `town` and `year`; empty fields count as absent. */
export function readFormQuestion(fields: Readonly<Record<string, unknown>>): Reading {
  const { q = '', town, year } = fields;
  return checked({ question: q, ...(town ? { town } : {}), ...(year ? { year } : {}) });
}

function checked(value: unknown): Reading {
  const result = askRequest.safeParse(value);
  if (result.success) return { request: result.data };
  const paths = new Set(result.error.issues.map((issue) => issue.path.join('.') || 'JSON'));
  return { failure: { code: 'invalid_request', values: { fields: [...paths].slice(0, 5).join('、') } } };
}
