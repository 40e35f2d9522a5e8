import { createHash } from 'node:crypto'
import type { Dye } from './post'

const cloths: Dye[] = ['indigo', 'madder', 'weld', 'moss', 'vat', 'flax']

/** The cloth of a post whose author chose none: always the same for the same slug. */
export function pickDye(slug: string): Dye {
  const [byte = 0] = createHash('sha256').update(`dye:${slug}`).digest()
  return cloths[byte % cloths.length] ?? 'indigo'
}
