import { createHmac } from 'node:crypto'

/** A keyed hash (HMAC-SHA-256) of a text, in hex: the same text gives the same hash only under the same key. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
