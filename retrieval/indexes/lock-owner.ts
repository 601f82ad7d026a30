import { readFileSync } from 'node:fs';

/**
 * What tells a process from an earlier one under the same number: when it began, counted from the start of the
 * machine, and which start that was. `-` where the system does not say (anything but Linux).
 */
export function birthOf(processNumber: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${processNumber}/stat`, 'utf8');
    // The name stands in brackets and may hold blanks and brackets itself; the start is the 20th field after it.
    const began = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return began === undefined ? '-' : `${boot}:${began}`;
  } catch {
    return '-';
  }
}
