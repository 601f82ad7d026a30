import { proposeWording } from './wording.ts';

/** The command was called wrongly; the message is the one line to show. */
export class UsageError extends Error {
  constructor(fault: string) {
    super(proposeWording.usage.line(fault));
    this.name = 'UsageError';
  }
}
