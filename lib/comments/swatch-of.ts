import { keyedHash } from '../http/keyed-hash'

/**
 * The 16 hex digits that draw a person's avatar, the same for one name however it is written. Of the name alone:
 * a swatch that followed the e-mail address would tell everybody whether a guess at it was right.
 */
export function swatchOf(key: string, name: string): string {
  return keyedHash(key, `name:${name.toLowerCase()}`).slice(0, 16)
}
