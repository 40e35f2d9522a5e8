import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in base64url: for a cookie or an address that nobody is to guess. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * A token as it is stored and looked up, SHA-256 in hex: whoever reads the rows cannot use them. It is random, so
 * it needs no salt, and finding it by its hash tells nothing about the token by the time that takes.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether a text can be one of ours at all. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
