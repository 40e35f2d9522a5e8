import { createHash } from 'node:crypto'

/** SHA-256 of a slug or a name, in hex: what a swatch is drawn from. */
export function seedHash(seed: string): string {
  return createHash('sha256').update(seed).digest('hex')
}
