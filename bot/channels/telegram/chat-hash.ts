import { createHmac } from 'node:crypto';

/** A name for a chat in logs: the same after a restart, and of no use to anybody without the token. */
export function chatHasher(token: string): (chat: number) => string {
  return (chat) => createHmac('sha256', token).update(String(chat)).digest('hex').slice(0, 12);
}

/** A name for anything of a chat or person in the store: the same after a restart, and nobody finds the way back. */
export function keySealer(token: string): (key: string) => string {
  return (key) => createHmac('sha256', token).update(`key ${key}`).digest('base64url');
}
