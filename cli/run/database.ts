import { resolve } from 'node:path'
import { describeError } from '../../db/describe-error'
import { takeLock } from '../../db/embedded/lock'
import { assertUnserved, powerNotice, startEmbedded } from '../../db/embedded/start-embedded'
import { env } from '../../lib/env'
import type { Run } from './run'
import { whenFree } from './when-free'

/** Makes sure that nobody else serves a site from the data folder. Throws naming the process that does. */
export async function holdData(run: Run): Promise<void> {
  if (env.POSTGRES_URL) {
    const lock = await whenFree(() => takeLock(resolve(env.DATA_DIR)))
    run.onEnd(lock.release)
  } else {
    // The built-in database holds it by itself, from the moment it begins to come up.
    await whenFree(() => assertUnserved(env.DATA_DIR))
  }
}

/**
 * Resolves when the database of a site that is about to be served has every table in place: the built-in one as a
 * part of the run, or the one that `POSTGRES_URL` names. Whatever is started meanwhile is ended before it.
 */
export async function startDatabase(run: Run): Promise<void> {
  // What talks to it is loaded while it comes up, which takes as long: a start after a crash is to be quick.
  const loading = Promise.all([import('../../db/migrate'), import('../../db/purge-old')])
  if (!env.POSTGRES_URL) await startBuiltIn(run)
  const [{ migrate }, { purgeOld }] = await loading
  try {
    await migrate()
    await purgeOld()
  } catch (error) {
    throw new Error(`The database could not be made ready: ${describeError(error)}`, { cause: error })
  }
}

async function startBuiltIn(run: Run) {
  const starting = startEmbedded(env.DATA_DIR)
  // Said before anything is waited for: the server that is started next must end first.
  run.onEnd(async () => {
    const server = await starting.catch(() => null)
    await server?.stop()
  })
  const server = await starting
  void server.ended.then(() => run.fail('The database ended by itself, and the site with it.'))
  console.log(powerNotice)
}
