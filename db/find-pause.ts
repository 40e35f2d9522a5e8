import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { getDb } from './client'
import { describeError } from './describe-error'
import { keepLastGood } from './keep-last-good'
import { settings } from './schema'

const isSet = z.object({ paused: z.literal(true) })

/**
 * True while the author has paused all comments (the setting `pause` is `{ paused: true }`). While the database does not answer
 * it is what this process read last, or false: nothing can be stored then in any case. Never throws.
 */
export async function findPause(db = getDb()): Promise<boolean> {
  try {
    const { isPaused } = await keepLastGood('the pause', async () => {
      const [row] = await db
        .select({ value: settings.value })
        .from(settings)
        .where(eq(settings.name, 'pause'))
      return { isPaused: isSet.safeParse(row?.value).success }
    })
    return isPaused
  } catch (error) {
    console.error(`Whether comments are paused could not be read: ${describeError(error)}`)
    return false
  }
}
