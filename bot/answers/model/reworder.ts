import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import type { Logger } from '../../logger.ts';
import { kindOf } from '../../questions/kinds.ts';
import { createScreen } from '../../questions/screen.ts';
import type { Answer } from '../answer.ts';
import { assemble, ROOM, type Shortfall } from './assemble.ts';
import { type ChatModel, loadChatModel, type ModelSettings } from './chat-model.ts';
import { checkSentence } from './check-sentence.ts';
import { readDraft } from './draft.ts';
import type { Evidence } from './evidence.ts';
import { type Frame, frameOf } from './frame.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type FaultReason, faultOf, ModelFault } from './model-fault.ts';
import { buildPrompt, type Context } from './prompt.ts';

export interface ReworderSettings extends ModelSettings {
  /** How long a person waits for the model at most, everything included. */
  readonly timeoutMs: number;
}

export interface ReworderDependencies {
  readonly logger: Logger;
  readonly onOutcome?: (outcome: Outcome) => void;
}

/** Answers that no model is asked about. */
export type Reserved = 'exact_words_asked' | 'partly_missing' | 'instructions_in_evidence';

/** How a question ended that could have been reworded. */
export type Outcome = 'reworded' | Reserved | FaultReason | Shortfall;

export interface ReworderCounts {
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly sentencesKept: number;
  readonly sentencesDropped: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Reworder {
  /**
   * The same answer in better words, or the very same answer. Never throws, and never takes longer than
   * `timeoutMs`.
   */
  reword(index: CorpusIndex, answer: Answer, context: Context): Promise<Answer>;
  /** What happened so far, for metrics. */
  counts(): ReworderCounts;
}

/** Starts to load the model's packages; the first question waits for them within its own time. */
export function createReworder(
  settings: ReworderSettings,
  { logger, onOutcome }: ReworderDependencies,
): Reworder {
  const log = logger.child({ part: 'reworder' });
  const loading = loadChatModel(settings);
  loading.catch((error: unknown) =>
    log.error({ error: (error as Error).name }, 'the packages for a language model could not be loaded'),
  );
  const screen = createScreen();
  const outcomes: Partial<Record<Outcome, number>> = {};
  const counts = { sentencesKept: 0, sentencesDropped: 0, inputTokens: 0, outputTokens: 0 };

  const end = (outcome: Outcome, answer: Answer, details: object = {}): Answer => {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    onOutcome?.(outcome);
    log[outcome === 'reworded' || outcome in RESERVED ? 'debug' : 'warn'](
      { outcome, ...details },
      'an answer was offered to the model',
    );
    return answer;
  };

  return {
    async reword(index, answer, context) {
      if (answer.status !== 'answered' && answer.status !== 'clarify') return answer;
      const started = performance.now();
      const frame = frameOf(answer.answer);
      const evidence = gatherEvidence(index, answer, frame.lead);
      const reserved = reservedFor(answer, evidence, (text) => screen(text, text)?.reason === 'instructions');
      if (reserved !== undefined) return end(reserved, answer);
      try {
        const reply = await askWithin(
          settings.timeoutMs,
          loading,
          buildPrompt(evidence, context, roomFor(evidence, frame)),
        );
        counts.inputTokens += reply.usage.inputTokens;
        counts.outputTokens += reply.usage.outputTokens;
        const checks = readDraft(reply).map((sentence) => checkSentence(index, sentence, evidence));
        const kept = checks.filter(({ faults }) => faults.length === 0).map(({ sentence }) => sentence);
        counts.sentencesKept += kept.length;
        counts.sentencesDropped += checks.length - kept.length;
        const faults = [...new Set(checks.flatMap((check) => check.faults))];
        const result = assemble(answer, frame, evidence, kept);
        if ('shortfall' in result) return end(result.shortfall, answer, { faults });
        const answerMs = Math.round((answer.timings.answerMs + performance.now() - started) * 100) / 100;
        return end('reworded', { ...result.answer, timings: { ...answer.timings, answerMs } }, { faults });
      } catch (error) {
        const { reason, status } = faultOf(error);
        return end(reason, answer, { status, waitedMs: Math.round(performance.now() - started) });
      }
    },
    counts: () => ({ ...counts, outcomes: { ...outcomes } }),
  };
}

const RESERVED: Readonly<Record<Reserved, true>> = {
  exact_words_asked: true,
  partly_missing: true,
  instructions_in_evidence: true,
};

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

function roomFor(evidence: readonly Evidence[], { lead, tail }: Frame): number {
  return (evidence.length > 1 ? ROOM.several : ROOM.one) - lead.length - tail.length;
}

/** One attempt, and one more when the server asks for a wait that still leaves time. */
async function askWithin(
  timeoutMs: number,
  loading: Promise<ChatModel>,
  prompt: Parameters<ChatModel>[0],
): ReturnType<ChatModel> {
  const deadline = performance.now() + timeoutMs;
  const signal = AbortSignal.timeout(timeoutMs);
  const overdue = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new ModelFault('timeout')), { once: true }),
  );
  const attempt = async (): ReturnType<ChatModel> => (await loading)(prompt, signal);
  const attempts = attempt().catch(async (error: unknown) => {
    const { reason, retryAfterMs } = faultOf(error);
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
