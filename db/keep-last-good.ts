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

type Kept = { value: object; asked: number; at: number }

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
export async function keepIfGood<T extends object>(key: string, read: () => Promise<T>): Promise<T> {
  const asked = ++lastGood.asked
  const value = await read()
  const kept = lastGood.values.get(key)
  // A slow answer must not replace that of somebody who asked later.
  if (!kept || kept.asked < asked) {
    lastGood.values.set(key, { value, asked, at: performance.now() })
  }
  return value
}

/** What is kept under `key`; null when nothing is. */
export function findKept<T extends object>(key: string): T | null {
  return (lastGood.values.get(key)?.value as T | undefined) ?? null
}

/**
 * Puts what `change` makes of it in the place of what is kept under `key`; null leaves it. What was asked for before this
 * and comes later is not kept, and it is read again as soon as what it was made of would have been.
 */
export function changeKept<T extends object>(key: string, change: (kept: T) => T | null): void {
  const kept = lastGood.values.get(key)
  const value = kept ? change(kept.value as T) : null
  if (kept && value) lastGood.values.set(key, { value, asked: ++lastGood.asked, at: kept.at })
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
