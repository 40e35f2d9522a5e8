import { createHmac } from 'node:crypto'

/** A keyed hash (HMAC-SHA-256) of a text, in hex: the same text gives the same hash only under the same key. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** The 16 hex digits that draw a person's avatar: the same for one e-mail address, or for one name where no address was given. */
export function swatchOf(key: string, person: { name: string; email: string | null }): string {
  const who =
    person.email === null ? `name:${person.name.toLowerCase()}` : `email:${person.email.toLowerCase()}`
  return keyedHash(key, who).slice(0, 16)
}
