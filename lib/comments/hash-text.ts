import { createHash } from 'node:crypto'
import { cleanBody } from './clean-text'

/** The same for a text as it is stored and as a form sends it back: so a form tells which one it came with. */
export function hashText(text: string): string {
  return createHash('sha256').update(cleanBody(text)).digest('base64url')
}
