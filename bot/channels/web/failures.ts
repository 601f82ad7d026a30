import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { webWording } from '../../wording/web.ts';
import { fill } from './fill.ts';

/** Every way in which a request can end without what it asked for, and its status. */
const STATUS_OF = {
  body_too_large: 413,
  invalid_json: 400,
  invalid_request: 400,
  method_not_allowed: 405,
  not_found: 404,
  document_not_found: 404,
  rate_limited: 429,
  busy: 503,
  timeout: 504,
  foreign_origin: 403,
  receipt_wrong: 403,
  feedback_not_kept: 503,
  internal: 500,
} as const satisfies Record<string, ContentfulStatusCode>;

export type FailureCode = keyof typeof STATUS_OF;

export interface Failure {
  readonly code: FailureCode;
  /** What the wording leaves open. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly retryAfterSeconds?: number;
}

export function statusOf(failure: Failure): ContentfulStatusCode {
  return STATUS_OF[failure.code];
}

/** The line a person reads. */
export function messageOf(failure: Failure): string {
  return fill(webWording.failures[failure.code], failure.values ?? {});
}

/** The contract's error object. */
export function errorObject(failure: Failure): { error: { code: FailureCode; message: string } } {
  return { error: { code: failure.code, message: messageOf(failure) } };
}

/** Says when to come back, where that is known. */
export function setRetryAfter(c: Context, failure: Failure): void {
  if (failure.retryAfterSeconds !== undefined) c.header('Retry-After', String(failure.retryAfterSeconds));
}

/** A failure as a program receives it. */
export function failureJson(c: Context, failure: Failure): Response {
  setRetryAfter(c, failure);
  return c.json(errorObject(failure), statusOf(failure));
}
