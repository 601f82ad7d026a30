import { commandWording } from './wording.ts';

/** The command line can't be understood or names what is not there; the message is one line for the person. */
export class UsageError extends Error {
  constructor(fault: string) {
    super(commandWording.usage.line(fault));
    this.name = 'UsageError';
  }
}
