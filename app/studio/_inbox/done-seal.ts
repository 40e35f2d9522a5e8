import { z } from 'zod'
import { findOrMakeSecret, findSecret } from '@/db/secrets'
import { openSeal, seal } from '@/lib/http/seal'
import { type Done, doneSchema } from '@/lib/studio/done'

const secret = 'what was done'

/** Whoever comes back to the address later reads in the log what was done, and undoes it there. */
const tellFor = 3_600_000

const sealedSchema = z.object({ until: z.number(), done: doneSchema })

/**
 * What was done, for an address that tells it: a made-up one would say on the author's own desk that something was done
 * which was not, above a button that takes back something else. Throws when the database does not answer.
 */
export async function sealDone(done: Done): Promise<string> {
  return seal(await findOrMakeSecret(secret), JSON.stringify({ until: Date.now() + tellFor, done }))
}

/** What was sealed within the hour; null for anything else. Throws when the database does not answer. */
export async function openDone(sealed: unknown): Promise<Done | null> {
  if (typeof sealed !== 'string' || sealed === '') return null
  const key = await findSecret(secret)
  const text = key === null ? null : openSeal(key, sealed)
  if (text === null) return null
  const { until, done } = sealedSchema.parse(JSON.parse(text))
  return until < Date.now() ? null : done
}
