import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ChatModel, Prompt } from '../../bot/answers/model/chat-model.ts';
import { RemoteFault, remoteFaultOf } from '../../retrieval/remote/remote-fault.ts';

const usage = z.object({ inputTokens: z.number(), outputTokens: z.number() });
const keptLine = z.object({
  key: z.string(),
  /** Milliseconds that the model took when it was asked. */
  tookMs: z.number(),
  reply: z.object({ toolArguments: z.unknown().optional(), text: z.string(), usage }).nullable(),
  /** Why there is no reply, where that was the model's own doing and asking again would bring the same. */
  fault: z.enum(['refused', 'malformed']).nullable(),
});
type KeptLine = z.infer<typeof keptLine>;

/** What the model was asked, and what of it was paid for in this run. */
export interface ReplyCounts {
  readonly asked: number;
  readonly kept: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly newInputTokens: number;
  readonly newOutputTokens: number;
  /** Milliseconds of every reply, kept ones as they were measured first. */
  readonly tookMs: readonly number[];
}

export interface KeptModel {
  readonly model: ChatModel;
  counts(): ReplyCounts;
}

/**
 * A model whose replies are written down under a digest of its name and of what it was sent, so that a second
 * run over the same questions asks and costs nothing. Faults on the way are not kept: they may be over.
 */
export function keepReplies(model: ChatModel, name: string, path: string): KeptModel {
  const lines = readLines(path);
  const tookMs: number[] = [];
  const counts = {
    asked: 0,
    kept: 0,
    inputTokens: 0,
    outputTokens: 0,
    newInputTokens: 0,
    newOutputTokens: 0,
  };
  const keep = (line: KeptLine): KeptLine => {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${JSON.stringify(line)}\n`);
    lines.set(line.key, line);
    counts.newInputTokens += line.reply?.usage.inputTokens ?? 0;
    counts.newOutputTokens += line.reply?.usage.outputTokens ?? 0;
    return line;
  };
  const ask = async (key: string, prompt: Prompt, signal: AbortSignal): Promise<KeptLine> => {
    const started = performance.now();
    const took = (): number => Math.round(performance.now() - started);
    try {
      const reply = await model(prompt, signal);
      return keep({ key, tookMs: took(), reply, fault: null });
    } catch (error) {
      const { reason } = remoteFaultOf(error);
      if (reason !== 'refused' && reason !== 'malformed') throw error;
      return keep({ key, tookMs: took(), reply: null, fault: reason });
    }
  };
  return {
    async model(prompt, signal) {
      const key = keyOf(name, prompt);
      const known = lines.get(key);
      if (known === undefined) counts.asked++;
      else counts.kept++;
      const line = known ?? (await ask(key, prompt, signal));
      tookMs.push(line.tookMs);
      if (line.reply === null) throw new RemoteFault(line.fault ?? 'malformed');
      counts.inputTokens += line.reply.usage.inputTokens;
      counts.outputTokens += line.reply.usage.outputTokens;
      return { ...line.reply, toolArguments: line.reply.toolArguments };
    },
    counts: () => ({ ...counts, tookMs: [...tookMs] }),
  };
}

function keyOf(name: string, { system, user }: Prompt): string {
  return createHash('sha256')
    .update(JSON.stringify([name, system, user]))
    .digest('base64url');
}

/** The last line may be the half that a kill left. */
function readLines(path: string): Map<string, KeptLine> {
  if (!existsSync(path)) return new Map();
  return new Map(
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((text) => parsed(text))
      .map((line) => [line.key, line]),
  );
}

function parsed(text: string): KeptLine[] {
  try {
    return [keptLine.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
