import { ingestWording } from '../../bot/wording/ingest.ts';

/** The command was called wrongly; the message is the one line to show. */
export class UsageError extends Error {
  constructor(fault: string) {
    super(ingestWording.usage.line(fault));
    this.name = 'UsageError';
  }
}
