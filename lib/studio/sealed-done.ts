import { z } from 'zod'
import { openSeal, seal } from '../http/seal'
import { type Done, doneSchema } from './done'

/** In milliseconds. Whoever comes back to the address later reads in the log what was decided, and undoes it there. */
const tellFor = 3_600_000

const schema = z.object({ until: z.number(), done: doneSchema })

/**
 * What was done, for an address that tells it: a made-up one would say on the author's own desk that something was done
 * which was not, above a button that takes back something else. `now` is in milliseconds since 1970.
 */
export function sealDone(key: string, done: Done, now = Date.now()): string {
  return seal(key, JSON.stringify({ until: now + tellFor, done }))
}

/** What was sealed with this key within the hour; null for anything else. */
export function openDone(key: string, sealed: string, now = Date.now()): Done | null {
  const text = openSeal(key, sealed)
  const opened = text === null ? null : schema.safeParse(JSON.parse(text)).data
  return opened && now <= opened.until ? opened.done : null
}
