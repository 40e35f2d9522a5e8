import { z } from 'zod'
import type { KeptRules } from '../lib/comments/site-rules'
import { type Db, getDb } from './client'
import { describeError } from './describe-error'
import { keepLastGood, readInTime } from './keep-last-good'
import { parseRules, readSettings } from './settings'

const isSet = z.object({ paused: z.literal(true) })

/**
 * True while the author has paused all comments (the setting `pause` is `{ paused: true }`). While the database does not answer
 * it is what this process read last, or false: nothing can be stored then in any case. Never throws.
 */
export function findPause(db = getDb()): Promise<boolean> {
  return orNot(() => keepLastGood(key, () => readBoth(db)))
}

/**
 * The pause, and the rules (`parseRules`), of one read, for a comment that is posted. Throws when the database does not
 * answer: nothing is judged by rules of yesterday.
 */
export async function findPauseAndRules(
  asTheyCome: KeptRules,
  db = getDb(),
): Promise<{ isPaused: boolean; rules: KeptRules }> {
  const reading = readBoth(db)
  // Pages are made with the pause that was read last.
  await keepLastGood(key, () => reading)
  const { isPaused, rules } = await reading
  return { isPaused, rules: parseRules(rules, asTheyCome) }
}

/** As `findPause`, for a page that somebody waits for: while the database takes its time, too, what was read last. */
export function findPauseInTime(db = getDb()): Promise<boolean> {
  return orNot(() => readInTime(key, () => readBoth(db)))
}

const key = 'settings'

async function readBoth(db: Db): Promise<{ isPaused: boolean; rules: unknown }> {
  const { pause, rules } = await readSettings(db)
  return { isPaused: isSet.safeParse(pause).success, rules }
}

async function orNot(find: () => Promise<{ isPaused: boolean }>): Promise<boolean> {
  try {
    return (await find()).isPaused
  } catch (error) {
    console.error(`Whether comments are paused could not be read: ${describeError(error)}`)
    return false
  }
}
