import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { BlockedReason } from '../answers/answer.ts';

export type EmergencyKind = 'fire' | 'medical' | 'crime' | 'traffic' | 'distress';

export type Screened =
  | { readonly reason: Exclude<BlockedReason, 'emergency'> }
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
});

/** Says whether a question is looked up at all; undefined means yes. */
export type Screen = (standard: string, typed: string) => Screened | undefined;

/** Reads the rules of `data/screen.yaml` once. Emergencies come first, instructions before everything else. */
export function createScreen(): Screen {
  const data = rules.parse(parse(readFileSync(new URL('./data/screen.yaml', import.meta.url), 'utf8')));
  const compile = (sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(source, 'iu'));
  const emergencies = data.emergency.map(({ kind, patterns: sources }) => ({
    kind,
    expressions: compile(sources),
  }));
  const groups = (['instructions', 'abuse', 'personal_data', 'small_talk', 'out_of_scope'] as const).map(
    (reason) => ({
      reason,
      expressions: compile(data[reason].patterns),
    }),
  );
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
