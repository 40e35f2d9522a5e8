import { cleanLine } from '../comments/clean-text'
import { isPlainAddress } from './plain-address'

/** Whom letters come from. `name` is null where none was given. */
export type Mailbox = { name: string | null; address: string }

/** Reads `name@example.org` or `Name <name@example.org>`; null for anything else. */
export function parseMailbox(text: string): Mailbox | null {
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? []
  const address = (bracketed ?? text).trim()
  if (!isPlainAddress(address)) return null
  return { name: cleanLine(name.replaceAll('"', '')) || null, address }
}
