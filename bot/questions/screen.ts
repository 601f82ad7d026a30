import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { BlockedReason } from '../answers/answer.ts';

export type EmergencyKind = 'fire' | 'medical' | 'crime' | 'traffic' | 'distress';

export type Screened =
  | { readonly reason: Exclude<BlockedReason, 'emergency'> }
  /** A grievance that asks nothing: no document answers it, and an office may help. */
  | { readonly reason: 'complaint' }
  | { readonly reason: 'emergency'; readonly kind: EmergencyKind };

const patterns = z.strictObject({ patterns: z.array(z.string()).min(1) });
const rules = z.strictObject({
  emergency: z.array(
    z.strictObject({
      kind: z.enum(['fire', 'medical', 'crime', 'traffic', 'distress']),
      patterns: z.array(z.string()).min(1),
    }),
  ),
  abuse: patterns,
  instructions: patterns,
  personal_data: patterns,
  out_of_scope: patterns,
  small_talk: patterns,
  complaint: patterns,
});

/** Says whether a question is looked up at all; undefined means yes. */
export type Screen = (standard: string, typed: string) => Screened | undefined;

/** Speaks to whoever answers, rather than to the people of the town. */
const TO_THE_PROGRAM =
  /(?:以上|之前|前面|上面|所有|全部|一切).{0,6}(?:规则|指令|提示|规定|要求)|助手|机器人|模型|AI|提示词|回答|作答|输出|引用|prompt|ignore/iu;

/**
 * Tells sentences of a document that give orders to the program that reads it: they are no answer to anybody.
 * Narrower than the screen of questions, since a page may well tell of people who 无视规定.
 */
export function createOrderCheck(): (text: string) => boolean {
  const expressions = readRules().instructions.patterns.map((source) => new RegExp(source, 'iu'));
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const isOrder = TO_THE_PROGRAM.test(text) && expressions.some((expression) => expression.test(text));
    known.set(text, isOrder);
    return isOrder;
  };
}

function readRules(): z.infer<typeof rules> {
  return rules.parse(parse(readFileSync(new URL('./data/screen.yaml', import.meta.url), 'utf8')));
}

/** Reads the rules of `data/screen.yaml` once. Emergencies come first, instructions before everything else. */
export function createScreen(): Screen {
  const data = readRules();
  const compile = (sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(source, 'iu'));
  const emergencies = data.emergency.map(({ kind, patterns: sources }) => ({
    kind,
    expressions: compile(sources),
  }));
  const groups = (
    ['instructions', 'abuse', 'personal_data', 'small_talk', 'out_of_scope', 'complaint'] as const
  ).map((reason) => ({
    reason,
    expressions: compile(data[reason].patterns),
  }));
  return (standard, typed) => {
    if (!/[\p{L}\p{N}]/u.test(standard)) return { reason: 'empty' };
    const emergency = emergencies.find(({ expressions }) =>
      expressions.some((expression) => expression.test(standard) || expression.test(typed)),
    );
    if (emergency !== undefined) return { reason: 'emergency', kind: emergency.kind };
    const group = groups.find(({ expressions }) =>
      expressions.some((expression) => expression.test(standard) || expression.test(typed)),
    );
    return group === undefined ? undefined : { reason: group.reason };
  };
}
