import { deskWording } from '../../bot/wording/desk.ts';

/** A desk's command was called wrongly; the message is the one line to show. */
export class UsageError extends Error {
  constructor(fault: string, command: string) {
    super(deskWording.usage.line(fault, command));
    this.name = 'UsageError';
  }
}
