import { z } from 'zod'
import { type Db, getDb } from './client'
import { describeError } from './describe-error'
import { keepIfGood, keepLastGood, readInTime } from './keep-last-good'
import { readSettings, type Stored } from './settings'

const isSet = z.object({ paused: z.literal(true) })

/**
 * True while the author has paused all comments (the setting `pause` is `{ paused: true }`). While the database does not answer
 * it is what this process read last, or false: nothing can be stored then in any case. Never throws.
 */
export function findPause(db = getDb()): Promise<boolean> {
  return orNot(() => keepLastGood(key, () => readBoth(db)))
}

/** The pause, and the rules (`parseRules`), that came with another read. Pages are made with that pause from then on. Rejects as `reading` does. */
export function takeSettings(reading: Promise<Stored>): Promise<PauseAndRules> {
  return keepIfGood(key, () => reading.then(toBoth))
}

/** As `findPause`, for a page that somebody waits for: while the database takes its time, too, what was read last. */
export function findPauseInTime(db = getDb()): Promise<boolean> {
  return orNot(() => readInTime(key, () => readBoth(db)))
}

const key = 'settings'

type PauseAndRules = { isPaused: boolean; rules: unknown }

async function readBoth(db: Db): Promise<PauseAndRules> {
  return toBoth(await readSettings(db))
}

function toBoth({ pause, rules }: Stored): PauseAndRules {
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
