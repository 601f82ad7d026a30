/** How much the web channel takes on; what exceeds a limit is answered with one honest line. */
export interface WebLimits {
  readonly bodyBytes: number;
  /** From entering the queue to the last word of the answer. */
  readonly askTimeoutMs: number;
  readonly concurrentAsks: number;
  /** How many more may wait for their turn before the next one is told that we are busy. */
  readonly waitingAsks: number;
  /** Per address; 0 switches this limit off. */
  readonly asksPerMinute: number;
  /** Verdicts, reasons and comments; per address, 0 switches this limit off. */
  readonly feedbackPerMinute: number;
  readonly trackedAddresses: number;
  /** A header that only a trusted proxy can set, e.g. `x-forwarded-for`; null when there is no proxy. */
  readonly clientAddressHeader: string | null;
}

export const WEB_LIMITS: WebLimits = {
  bodyBytes: 64 * 1024,
  askTimeoutMs: 30_000,
  concurrentAsks: 16,
  waitingAsks: 200,
  asksPerMinute: 30,
  feedbackPerMinute: 30,
  trackedAddresses: 10_000,
  clientAddressHeader: null,
};
