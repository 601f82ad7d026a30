import { GrammyError, HttpError } from 'grammy';
import { placesOf } from '../../errors.ts';

/** Why a call to Telegram failed, as far as we act on it. */
export type Fault =
  | 'token_refused'
  | 'forbidden'
  | 'moved'
  | 'conflict'
  | 'too_many_requests'
  | 'rejected'
  | 'server'
  | 'network'
  | 'unexpected';

/** The kind of a failure. 404 to any call means that Telegram knows no bot of this token. */
export function faultOf(error: unknown): Fault {
  if (error instanceof HttpError) return 'network';
  if (!(error instanceof GrammyError)) return 'unexpected';
  if (error.parameters.migrate_to_chat_id !== undefined) return 'moved';
  switch (error.error_code) {
    case 401:
    case 404:
      return 'token_refused';
    case 403:
      return 'forbidden';
    case 409:
      return 'conflict';
    case 429:
      return 'too_many_requests';
    default:
      return error.error_code >= 500 ? 'server' : 'rejected';
  }
}

/**
 * What may be logged of a failure. Never the error itself: grammY's errors carry the message that was
 * to be sent, and the errors under them the address with the token in it.
 */
export function describeFault(error: unknown): Readonly<Record<string, unknown>> {
  const fault = faultOf(error);
  if (error instanceof GrammyError) {
    return { fault, method: error.method, code: error.error_code, description: error.description };
  }
  if (error instanceof HttpError) return { fault, cause: codeOf(error.error) };
  return { fault, name: error instanceof Error ? error.name : typeof error, at: placesOf(error) };
}

/** Codes of the network for a call that has not left this machine, or found nobody at the other end. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
]);

/** Whether a call that failed has certainly had no effect; a cut connection tells nothing of what went before. */
export function wasNeverSent(error: HttpError): boolean {
  return NEVER_SENT.has(codeOf(error.error));
}

/** The network's own short code, such as ECONNREFUSED. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
