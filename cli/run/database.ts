import { resolve } from 'node:path'
import { describeError } from '../../db/describe-error'
import { takeLock } from '../../db/embedded/lock'
import { powerNotice, startEmbedded } from '../../db/embedded/start-embedded'
import { env } from '../../lib/env'
import type { Run } from './run'
import { whenFree } from './when-free'

/**
 * The database of a site that is about to be served, with every table in place: the embedded one as a part of
 * the run, or the one that `POSTGRES_URL` names. Holds the data folder, and throws naming the process that
 * does when it is taken.
 */
export async function startDatabase(run: Run): Promise<void> {
  // What talks to it is loaded while it comes up, which takes as long: a start after a crash is to be quick.
  const loading = Promise.all([import('../../db/migrate'), import('../../db/secrets')])
  if (env.POSTGRES_URL) {
    const lock = await whenFree(() => takeLock(resolve(env.DATA_DIR)))
    run.onEnd(lock.release)
  } else {
    const server = await whenFree(() => startEmbedded(env.DATA_DIR))
    run.onEnd(server.stop)
    void server.ended.then(() => run.fail('The database ended by itself, and the site with it.'))
    console.log(powerNotice)
  }
  const [{ migrate }, { forgetOldAddressKeys }] = await loading
  try {
    await migrate()
    await forgetOldAddressKeys()
  } catch (error) {
    throw new Error(`The database could not be made ready: ${describeError(error)}`, { cause: error })
  }
}
