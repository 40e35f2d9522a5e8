import { createHash } from 'node:crypto'
import { type Dye, dyes } from './post'

/** The cloth of a post whose author chose none: always the same for the same slug. */
export function pickDye(slug: string): Dye {
  const [byte = 0] = createHash('sha256').update(`dye:${slug}`).digest()
  return dyes[byte % dyes.length] ?? 'indigo'
}
