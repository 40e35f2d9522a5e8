import { describeError } from '../db/describe-error'
import { purgeOld } from '../db/purge-old'
import { forgetWritten } from '../lib/mail/forget-written'
import { lettersFolder } from '../lib/mail/letters-folder'

/** Deletes what is not to be kept any longer, in the data folder too. When the database is away that is said, and left for another day. Never throws. */
export async function purge(deleteOld: () => Promise<unknown> = purgeAll): Promise<void> {
  try {
    await deleteOld()
  } catch (error) {
    console.error(`Old comments were not deleted today: ${describeError(error)}`)
  }
}

async function purgeAll(): Promise<void> {
  await purgeOld()
  await forgetWritten(lettersFolder)
}
