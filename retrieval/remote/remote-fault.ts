/** Why a server elsewhere gave nothing that can be used. */
export type RemoteReason =
  | 'timeout'
  | 'rate_limited'
  | 'server_error'
  | 'request_rejected'
  | 'key_rejected'
  | 'unreachable'
  | 'cut_off'
  | 'oversized'
  /** A model that declines to say anything. */
  | 'refused'
  | 'malformed';

/** What may be over by the next attempt; a wrong key or request stays wrong. */
const PASSING: ReadonlySet<RemoteReason> = new Set([
  'timeout',
  'rate_limited',
  'server_error',
  'unreachable',
  'cut_off',
]);

/** A server that failed; the message never holds what was sent or received. */
export class RemoteFault extends Error {
  readonly reason: RemoteReason;
  /** HTTP status, when there was a reply. */
  readonly status: number | undefined;
  /** How long the server asks to wait, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: RemoteReason,
    details: { status?: number; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(`a server gave nothing usable: ${reason}`, { cause: details.cause });
    this.name = 'RemoteFault';
    this.reason = reason;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }

  get isPassing(): boolean {
    return PASSING.has(this.reason);
  }
}

/** The fault inside an error that other packages have wrapped; what is not known counts as malformed output. */
export function remoteFaultOf(error: unknown): RemoteFault {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 8; inner = inner.cause, depth++) {
    if (inner instanceof RemoteFault) return inner;
    if (inner.name === 'TimeoutError' || inner.name === 'AbortError')
      return new RemoteFault('timeout', { cause: error });
  }
  return new RemoteFault('malformed', { cause: error });
}
