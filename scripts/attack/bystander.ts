export interface BystanderReport {
  readonly asked: number;
  readonly answered: number;
  readonly p95Ms: number;
}

/** Somebody who asks quietly while the service is attacked: what matters is whether they are still answered. */
export function startBystander(
  address: string,
  questions: readonly string[],
): () => Promise<BystanderReport> {
  const times: number[] = [];
  const running = new Set<Promise<void>>();
  let asked = 0;
  let answered = 0;
  const ask = async (): Promise<void> => {
    const started = performance.now();
    const body = JSON.stringify({ question: questions[asked % questions.length] });
    asked += 1;
    try {
      const response = await fetch(`${address}/api/ask`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(20_000),
      });
      await response.json();
      if (response.ok) answered += 1;
      times.push(performance.now() - started);
    } catch {
      // Not answered, and counted so.
    }
  };
  const timer = setInterval(() => {
    const one = ask().finally(() => running.delete(one));
    running.add(one);
  }, 300);
  return async () => {
    clearInterval(timer);
    await Promise.all(running);
    times.sort((one, other) => one - other);
    return { asked, answered, p95Ms: Math.round(times[Math.floor(0.95 * (times.length - 1))] ?? 0) };
  };
}
