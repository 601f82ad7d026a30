import { WEB_LIMITS } from '../../bot/channels/web/limits.ts';
import type { Served } from './bystander.ts';

/**
 * When the bystanders asked: before any attack; while connections are attacked; while one person floods the
 * service; while more people ask at once than it has places for; and when all is over.
 */
export const OCCASIONS = ['before', 'connections', 'flood', 'atOnce', 'after'] as const;
export type Occasion = (typeof OCCASIONS)[number];
export type BystanderReport = Readonly<Record<Occasion, Served>>;

/** How a bystander may be wronged: nobody spoke, told to go although there was room, or kept waiting. */
export type Wrong = 'lost' | 'turnedAway' | 'slow';

export interface BystanderFault {
  readonly occasion: Occasion;
  readonly wrong: Wrong;
}

/** Attackers and bystanders share the machine with the service: being slower is no fault, starving is. */
const SLOWER = 10;
/** While one person floods, as many questions as one person is allowed stand in line before everybody else. */
const IN_FRONT = WEB_LIMITS.asksPerMinute;
/** Below this nobody minds, however fast it was before. */
const NO_WAIT_MS = 2_000;
/** Beyond this everybody minds, however slow the machine was before. */
const LONGEST_WAIT_MS = 20_000;

/**
 * How bystanders were wronged; empty when they were not. They are measured against the same questions of the same
 * run before the attack, since other work may keep the machine busy: that stretches times, but takes no answer
 * away. Only where more people ask at once than there are places may one be turned away, and with a sentence.
 */
export function bystanderFaults(report: BystanderReport): readonly BystanderFault[] {
  const boundAt = (occasion: Occasion): number => {
    const times = occasion === 'flood' ? SLOWER + IN_FRONT : SLOWER;
    return Math.min(LONGEST_WAIT_MS, Math.max(NO_WAIT_MS, times * report.before.p95Ms));
  };
  return OCCASIONS.flatMap((occasion) => {
    const { lost, turnedAway, p95Ms } = report[occasion];
    const isFull = occasion === 'atOnce';
    const wrongs: readonly (Wrong | false)[] = [
      lost > 0 && 'lost',
      turnedAway > 0 && !isFull && 'turnedAway',
      p95Ms > boundAt(occasion) && !isFull && 'slow',
    ];
    return wrongs.flatMap((wrong) => (wrong === false ? [] : [{ occasion, wrong }]));
  });
}
