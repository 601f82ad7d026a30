import { evalWording } from './wording.ts';

/** A failure's reason in Chinese; what it names (the words missed, the fault's place) stays as it is. */
export function showReason(reason: string): string {
  const { reasons } = evalWording;
  const known = Object.keys(reasons).find((start) => reason === start || reason.startsWith(`${start} `));
  return known === undefined ? reason : `${reasons[known]}${reason.slice(known.length)}`;
}
