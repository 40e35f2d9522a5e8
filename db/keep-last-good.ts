import { LRUCache } from 'lru-cache'
import { describeError } from './describe-error'
import { oncePerProcess } from './once-per-process'

/** How many values are kept: those that were read last. */
const mostKept = 500

type Kept = { value: object; asked: number }

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
  const asked = ++lastGood.asked
  try {
    const value = await read()
    const kept = lastGood.values.get(key)
    // A slow answer must not replace that of somebody who asked later.
    if (!kept || kept.asked < asked) lastGood.values.set(key, { value, asked })
    return value
  } catch (error) {
    const kept = lastGood.values.get(key)
    if (!kept) throw error
    console.error(`Showing the last known ${key}: ${describeError(error)}`)
    return kept.value as T
  }
}
