import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { RemoteFault, type RemoteReason, remoteFaultOf } from '../../../retrieval/remote/remote-fault.ts';
import type { Logger } from '../../logger.ts';
import { kindOf } from '../../questions/kinds.ts';
import { createScreen } from '../../questions/screen.ts';
import type { Answer } from '../answer.ts';
import { assemble, roomFor, type Shortfall } from './assemble.ts';
import {
  type ChatModel,
  loadChatModel,
  type ModelSettings,
  type Prompt,
  type TokenUsage,
} from './chat-model.ts';
import { checkSentence } from './check-sentence.ts';
import { readDraft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { checkCompletion } from './follow-up.ts';
import { frameOf } from './frame.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { buildCompletionPrompt, buildPrompt, type Context } from './prompt.ts';
import { createSentenceStream } from './sentence-stream.ts';
import { TokenBudget } from './token-budget.ts';

export interface ReworderSettings extends ModelSettings {
  /** How long a person waits for the model at most, everything included. */
  readonly timeoutMs: number;
  /** Tokens, read and written together, that may be spent in a day; 0 sets no limit. */
  readonly tokensPerDay: number;
}

export interface ReworderDependencies {
  readonly logger: Logger;
  readonly clock: () => Date;
  /** The model itself, for evals and tests; without it the one that the settings name is loaded. */
  readonly model?: ChatModel;
  /** Told how each ended, and the kinds of faults that its sentences were dropped for. */
  readonly onOutcome?: (outcome: Outcome, faults: readonly string[]) => void;
}

/** Answers that no model is asked about. */
export type Reserved = 'exact_words_asked' | 'partly_missing' | 'instructions_in_evidence' | 'budget_spent';

/** How a question ended that could have been reworded. */
export type Outcome = 'reworded' | Reserved | RemoteReason | Shortfall;

export interface ReworderCounts {
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly sentencesKept: number;
  readonly sentencesDropped: number;
  readonly followUpsCompleted: number;
  /** Proposals that said more than was said before. */
  readonly followUpsDropped: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Milliseconds that all checks of sentences took together. */
  readonly checkMs: number;
}

export interface Reworder {
  /**
   * The same answer in better words, or the very same answer. Never throws, and never takes longer than
   * `timeoutMs`. `onSentence` is given sentences as soon as they are verified, where the model's server
   * streams; they begin the answer, unless its mode is not `llm` in the end.
   */
  reword(
    index: CorpusIndex,
    answer: Answer,
    context: Context,
    onSentence?: (sentence: string) => void,
  ): Promise<Answer>;
  /**
   * A follow-up as a question that stands alone, made of nothing but what was said; undefined where the model
   * knows none that passes the check. Never throws, and takes a third of `timeoutMs` at most.
   */
  completeQuestion(context: Context): Promise<string | undefined>;
  /** What happened so far, for metrics. */
  counts(): ReworderCounts;
}

/** Starts to load the model's packages; the first question waits for them within its own time. */
export function createReworder(settings: ReworderSettings, dependencies: ReworderDependencies): Reworder {
  const log = dependencies.logger.child({ part: 'reworder' });
  const { model, onOutcome } = dependencies;
  const loading = model === undefined ? loadChatModel(settings) : Promise.resolve(model);
  const budget = new TokenBudget(settings.tokensPerDay, dependencies.clock);
  loading.catch((error: unknown) =>
    log.error({ error: (error as Error).name }, 'the packages for a language model could not be loaded'),
  );
  const screen = createScreen();
  const outcomes: Partial<Record<Outcome, number>> = {};
  const counts = {
    sentencesKept: 0,
    sentencesDropped: 0,
    followUpsCompleted: 0,
    followUpsDropped: 0,
    inputTokens: 0,
    outputTokens: 0,
    checkMs: 0,
  };
  const spend = (usage: TokenUsage): void => {
    budget.spend(usage);
    counts.inputTokens += usage.inputTokens;
    counts.outputTokens += usage.outputTokens;
  };

  const end = (
    outcome: Outcome,
    answer: Answer,
    details: { faults?: readonly string[]; status?: number | undefined; waitedMs?: number } = {},
  ): Answer => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    onOutcome?.(outcome, details.faults ?? []);
    log[outcome === 'reworded' || outcome in RESERVED ? 'debug' : 'warn'](
      { outcome, ...details },
      'an answer was offered to the model',
    );
    return answer;
  };

  return {
    async reword(index, answer, context, onSentence) {
      if (answer.status !== 'answered' && answer.status !== 'clarify') return answer;
      const started = performance.now();
      const frame = frameOf(answer.answer);
      const evidence = gatherEvidence(index, answer, frame.lead);
      const reserved = reservedFor(answer, evidence, (text) => screen(text, text)?.reason === 'instructions');
      if (reserved !== undefined) return end(reserved, answer);
      if (budget.isSpent) return end('budget_spent', answer);
      const room = roomFor(evidence) - frame.lead.length - frame.tail.length;
      const prompt = buildPrompt(evidence, context, room);
      const onDraft =
        onSentence === undefined ? undefined : createSentenceStream(index, evidence, frame, onSentence);
      try {
        const reply = await askWithin(settings.timeoutMs, loading, prompt, onDraft);
        spend(reply.usage);
        const drafts = readDraft(reply);
        const checking = performance.now();
        const checks = drafts.map((sentence) => checkSentence(index, sentence, evidence));
        counts.checkMs += performance.now() - checking;
        const kept = checks.filter(({ faults }) => faults.length === 0).map(({ sentence }) => sentence);
        const dropped = checks.filter(({ faults }) => faults.length > 0).map(({ sentence }) => sentence);
        counts.sentencesKept += kept.length;
        counts.sentencesDropped += dropped.length;
        const faults = [...new Set(checks.flatMap((check) => check.faults))];
        const result = assemble(answer, frame, evidence, kept, dropped);
        if ('shortfall' in result) return end(result.shortfall, answer, { faults });
        const answerMs = Math.round((answer.timings.answerMs + performance.now() - started) * 100) / 100;
        return end('reworded', { ...result.answer, timings: { ...answer.timings, answerMs } }, { faults });
      } catch (error) {
        const { reason, status } = remoteFaultOf(error);
        if (WORKED.has(reason)) budget.spendUnknown(prompt);
        return end(reason, answer, { status, waitedMs: Math.round(performance.now() - started) });
      }
    },
    async completeQuestion(context) {
      if (budget.isSpent) return undefined;
      const prompt = buildCompletionPrompt(context);
      try {
        const reply = await askWithin(Math.floor(settings.timeoutMs / 3), loading, prompt, undefined);
        spend(reply.usage);
        const completed = readDraft(reply)[0]!.text.trim();
        const faults = checkCompletion(completed, context);
        counts[faults.length === 0 ? 'followUpsCompleted' : 'followUpsDropped']++;
        return faults.length === 0 ? completed : undefined;
      } catch (error) {
        const { reason, status } = remoteFaultOf(error);
        if (WORKED.has(reason)) budget.spendUnknown(prompt);
        log.debug({ reason, status }, 'a follow-up was not completed');
        return undefined;
      }
    },
    counts: () => ({ ...counts, outcomes: { ...outcomes } }),
  };
}

const RESERVED: Readonly<Record<Reserved, true>> = {
  exact_words_asked: true,
  partly_missing: true,
  instructions_in_evidence: true,
  budget_spent: true,
};

/** Endings after which a provider has worked, and asks to be paid, without saying for how much. */
const WORKED: ReadonlySet<RemoteReason> = new Set(['timeout', 'cut_off', 'oversized']);

/** Exact words stay exact; what is said to be missing has no evidence to reword; orders in a document are not passed on. */
function reservedFor(
  answer: Answer,
  evidence: readonly Evidence[],
  isInstruction: (text: string) => boolean,
): Reserved | undefined {
  if (kindOf(answer.question) === 'wording') return 'exact_words_asked';
  if (evidence.length === 0 || /(?:文件|资料)里?没有/.test(answer.answer)) return 'partly_missing';
  if (evidence.some(({ quote }) => isInstruction(quote))) return 'instructions_in_evidence';
  return undefined;
}

/** One attempt, and one more when the server asks for a wait that still leaves time. */
async function askWithin(
  timeoutMs: number,
  loading: Promise<ChatModel>,
  prompt: Prompt,
  onDraft: ((value: unknown) => void) | undefined,
): ReturnType<ChatModel> {
  const deadline = performance.now() + timeoutMs;
  const signal = AbortSignal.timeout(timeoutMs);
  const overdue = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new RemoteFault('timeout')), { once: true }),
  );
  const attempt = async (): ReturnType<ChatModel> => (await loading)(prompt, signal, onDraft);
  const attempts = attempt().catch(async (error: unknown) => {
    const { reason, retryAfterMs } = remoteFaultOf(error);
    if (
      reason !== 'rate_limited' ||
      retryAfterMs === undefined ||
      performance.now() + retryAfterMs >= deadline
    )
      throw error;
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
    return attempt();
  });
  return Promise.race([attempts, overdue]);
}
