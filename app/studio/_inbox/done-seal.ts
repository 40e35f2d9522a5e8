import { findOrMakeSecret, findSecret } from '@/db/secrets'
import { openSeal, seal } from '@/lib/http/seal'
import { type Done, parseDone } from '@/lib/studio/done'

const secret = 'what was done'

/**
 * What was done, for an address that tells it: a made-up one would say on the author's own desk that something was done
 * which was not, above a button that takes back something else. Throws when the database does not answer.
 */
export async function sealDone(done: Done): Promise<string> {
  return seal(await findOrMakeSecret(secret), JSON.stringify(done))
}

/** What was sealed; null for anything else. Throws when the database does not answer. */
export async function openDone(sealed: unknown): Promise<Done | null> {
  if (typeof sealed !== 'string' || sealed === '') return null
  const key = await findSecret(secret)
  return key === null ? null : parseDone(openSeal(key, sealed))
}
