import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { describeError } from './describe-error'
import { oncePerProcess } from './once-per-process'

/** How many values are kept: those that were read last. */
const mostKept = 500
/** What was read so many milliseconds ago, or later, is not read again for a page. */
const fresh = 1_000
/** For so many milliseconds a page is held up by its database, while there is something else to show. */
const patience = 250

/** `asked` and `changed` say in what order it was read and changed; nothing was when `changed` is 0. */
type Kept = { value: object; asked: number; changed: number; at: number }

/** How often something is read that changes meanwhile. */
const mostTries = 3

const lastGood = oncePerProcess('last-good', () => ({
  values: new LRUCache<string, Kept>({ max: mostKept }),
  asked: 0,
}))

/**
 * What `read` gives, or, when it fails, what it last gave in this process under the same key; throws when
 * there is nothing of the kind. So that a page that must be made again without the database still shows what
 * it showed before. `key` must name everything that `read` depends on.
 */
export async function keepLastGood<T extends object>(key: string, read: () => Promise<T>): Promise<T> {
  try {
    return await keepIfGood(key, read)
  } catch (error) {
    const kept = lastGood.values.get(key)
    if (!kept) throw error
    console.error(`Showing the last known ${key}: ${describeError(error)}`)
    return kept.value as T
  }
}

/** What `read` gives, kept for who asks with `keepLastGood`; throws as `read` does. */
export async function keepIfGood<T extends object>(
  key: string,
  read: () => Promise<T>,
  tries = mostTries,
): Promise<T> {
  const asked = ++lastGood.asked
  const value = await read()
  const kept = lastGood.values.get(key)
  if (kept && kept.changed > asked) {
    // What was changed meanwhile may know more than this or less, and nobody can tell which: it is read again, if not now
    // then for the next page.
    if (tries > 1) return keepIfGood(key, read, tries - 1)
    lastGood.values.set(key, { ...kept, at: Number.NEGATIVE_INFINITY })
  } else if (!kept || kept.asked < asked) {
    // A slow answer must not replace that of somebody who asked later.
    lastGood.values.set(key, { value, asked, changed: kept?.changed ?? 0, at: performance.now() })
  }
  return value
}

/** What is kept under `key`; null when nothing is. */
export function findKept<T extends object>(key: string): T | null {
  return (lastGood.values.get(key)?.value as T | undefined) ?? null
}

/**
 * Puts what `change` makes of it in the place of what is kept under `key`; null leaves it. What was asked for before this
 * and comes later is not kept but asked for again, and it is read again as soon as what it was made of would have been.
 */
export function changeKept<T extends object>(key: string, change: (kept: T) => T | null): void {
  const kept = lastGood.values.get(key)
  const value = kept ? change(kept.value as T) : null
  if (kept && value) lastGood.values.set(key, { ...kept, value, changed: ++lastGood.asked })
}

/**
 * As `keepLastGood`, for a page that somebody waits for: a database that takes its time holds nobody up who only wants to
 * read. What was read just now is taken as it is; later it is read again, and what was kept is given when that takes
 * too long. A page is given up only after `keepLastGood` has read for it what must be on it, so that is never missed.
 */
export async function readInTime<T extends object>(key: string, read: () => Promise<T>): Promise<T> {
  const kept = lastGood.values.get(key)
  if (!kept) return keepLastGood(key, read)
  if (performance.now() - kept.at < fresh) return kept.value as T
  // It goes on behind the answer, and is there for the next.
  const reading = keepLastGood(key, read)
  const waiting = wait(patience, undefined, { ref: false })
  return Promise.race([reading, waiting.then(() => (lastGood.values.get(key) ?? kept).value as T)])
}
