import { keyedHash } from './keyed-hash'
import { isSameSecret } from './same-secret'

/** A text that goes to a browser and comes back, as `TEXT.SEAL`: nobody makes or changes one without the key. */
export function seal(key: string, text: string): string {
  return `${text}.${keyedHash(key, text)}`
}

/** The text that was sealed with this key; null for anything else. */
export function openSeal(key: string, sealed: string): string | null {
  const end = sealed.lastIndexOf('.')
  if (end === -1) return null
  const text = sealed.slice(0, end)
  return isSameSecret(sealed.slice(end + 1), keyedHash(key, text)) ? text : null
}
