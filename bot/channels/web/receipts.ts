import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a person was told, word for word. */
export interface Said {
  readonly question: string;
  readonly answer: string;
}

/** A receipt that was found to be ours, for these very words. */
export interface CheckedReceipt {
  /** Of its own for every answer that was given, also for the same words. */
  readonly id: string;
  readonly expiresAt: Date;
}

export interface Receipts {
  give(said: Said): string;
  /** Null when the receipt is not ours, is for other words, or is too old. */
  check(receipt: string, said: Said): CheckedReceipt | null;
}

/** A page in the browser holds its answers for as long as it likes; so old a verdict is of no use. */
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;
const SHAPE = /^([\da-z]{1,12})\.([\w-]{16})\.([\w-]{43})$/;

/**
 * Receipts for answers: time, a random number, and a signature over both and the words. They bind feedback to an
 * answer that was really given, hold after a restart, and take no memory. *Not* kept on the server: a list of
 * answers given would be a list of what people asked.
 */
export function createReceipts(key: Buffer, now: () => number): Receipts {
  const sign = (time: string, id: string, { question, answer }: Said): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([time, id, lines(question), lines(answer)]))
      .digest();
  return {
    give(said) {
      const time = now().toString(36);
      const id = randomBytes(12).toString('base64url');
      return `${time}.${id}.${sign(time, id, said).toString('base64url')}`;
    },
    check(receipt, said) {
      const [, time, id, signature] = SHAPE.exec(receipt) ?? [];
      if (time === undefined || id === undefined || signature === undefined) return null;
      if (!timingSafeEqual(sign(time, id, said), Buffer.from(signature, 'base64url'))) return null;
      const expiresAt = new Date(Number.parseInt(time, 36) + LIFETIME_MS);
      return expiresAt.getTime() > now() ? { id, expiresAt } : null;
    },
  };
}

/** A form sends every line break as CR and LF, whatever it was. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
