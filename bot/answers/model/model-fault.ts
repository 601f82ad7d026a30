/** Why a model's server gave nothing that can be read. */
export type FaultReason =
  | 'timeout'
  | 'rate_limited'
  | 'server_error'
  | 'request_rejected'
  | 'key_rejected'
  | 'unreachable'
  | 'cut_off'
  | 'oversized'
  | 'refused'
  | 'malformed';

/** A model that failed; the message never holds what was asked or said. */
export class ModelFault extends Error {
  readonly reason: FaultReason;
  readonly status: number | undefined;
  /** How long the server asks to wait, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: FaultReason,
    details: { status?: number; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(`the model gave nothing usable: ${reason}`, { cause: details.cause });
    this.name = 'ModelFault';
    this.reason = reason;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** The fault inside an error that other packages have wrapped; what is not known counts as malformed output. */
export function faultOf(error: unknown): ModelFault {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 8; inner = inner.cause, depth++) {
    if (inner instanceof ModelFault) return inner;
    if (inner.name === 'TimeoutError' || inner.name === 'AbortError')
      return new ModelFault('timeout', { cause: error });
  }
  return new ModelFault('malformed', { cause: error });
}
