import { describeError } from '../db/describe-error'
import { purgeOld } from '../db/purge-old'

/** Deletes what is not to be kept any longer. When the database is away that is said, and left for another day. Never throws. */
export async function purge(deleteOld: () => Promise<unknown> = purgeOld): Promise<void> {
  try {
    await deleteOld()
  } catch (error) {
    console.error(`Old comments were not deleted today: ${describeError(error)}`)
  }
}
