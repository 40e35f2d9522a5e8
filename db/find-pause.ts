import { z } from 'zod'
import { type Db, getDb } from './client'
import { describeError } from './describe-error'
import { keepLastGood, readInTime } from './keep-last-good'
import { readSetting } from './settings'

const isSet = z.object({ paused: z.literal(true) })

/**
 * True while the author has paused all comments (the setting `pause` is `{ paused: true }`). While the database does not answer
 * it is what this process read last, or false: nothing can be stored then in any case. Never throws.
 */
export function findPause(db = getDb()): Promise<boolean> {
  return orNot(() => keepLastGood(key, () => readPause(db)))
}

/** As `findPause`, for a page that somebody waits for: while the database takes its time, too, what was read last. */
export function findPauseInTime(db = getDb()): Promise<boolean> {
  return orNot(() => readInTime(key, () => readPause(db)))
}

const key = 'the pause'

async function readPause(db: Db): Promise<{ isPaused: boolean }> {
  const [row] = await readSetting(db, { name: 'pause' })
  return { isPaused: isSet.safeParse(row?.value).success }
}

async function orNot(find: () => Promise<{ isPaused: boolean }>): Promise<boolean> {
  try {
    return (await find()).isPaused
  } catch (error) {
    console.error(`Whether comments are paused could not be read: ${describeError(error)}`)
    return false
  }
}
