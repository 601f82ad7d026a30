import { createHmac } from 'node:crypto';

/** A name for a chat in logs: the same after a restart, and of no use to anybody without the token. */
export function chatHasher(token: string): (chat: number) => string {
  return (chat) => createHmac('sha256', token).update(String(chat)).digest('hex').slice(0, 12);
}
