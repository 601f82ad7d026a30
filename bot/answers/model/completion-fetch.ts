import { createBoundedFetch } from '../../../retrieval/remote/bounded-fetch.ts';
import { RemoteFault } from '../../../retrieval/remote/remote-fault.ts';

/** Far more than an answer with a model's thoughts before it; what is longer has no end. */
export const MOST_BYTES = 1_000_000;

/** A `fetch` for chat completions: whatever is none, or is declined, becomes a `RemoteFault`. */
export function createCompletionFetch(): typeof fetch {
  return createBoundedFetch({ mostBytes: MOST_BYTES, check: checkCompletion });
}

function checkCompletion(body: string, status: number): string {
  const choice = firstChoice(body);
  if (choice === undefined) throw new RemoteFault('malformed', { status });
  if (choice.finish_reason === 'content_filter' || typeof choice.message.refusal === 'string')
    throw new RemoteFault('refused');
  return body;
}

interface Choice {
  readonly finish_reason?: unknown;
  readonly message: {
    readonly refusal?: unknown;
    readonly tool_calls?: readonly { readonly function?: { readonly arguments?: unknown } }[] | null;
  };
}

/** The first choice of a completion; undefined when the body or a tool's arguments are no JSON. */
function firstChoice(text: string): Choice | undefined {
  try {
    const value = JSON.parse(text) as { choices?: Partial<Choice>[] } | null;
    const choice = value?.choices?.[0];
    if (typeof choice?.message !== 'object' || choice.message === null) return undefined;
    for (const call of choice.message.tool_calls ?? []) JSON.parse(String(call.function?.arguments));
    return choice as Choice;
  } catch {
    return undefined;
  }
}
