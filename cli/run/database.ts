import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describeError } from '../../db/describe-error'
import { takeLock } from '../../db/embedded/lock'
import {
  assertUnserved,
  type EmbeddedServer,
  powerNotice,
  startEmbedded,
} from '../../db/embedded/start-embedded'
import { env } from '../../lib/env'
import type { Run } from './run'
import { whenFree } from './when-free'

/** Between two tries to start a database that had no room, in milliseconds. */
const PAUSE = 1_000

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
  let starting = startEmbedded(env.DATA_DIR)
  // Said before anything is waited for: the server that is started next must end first.
  run.onEnd(async () => {
    const server = await starting.catch(() => null)
    await server?.stop()
  })
  watch(await starting).catch(() => {})
  console.log(powerNotice)

  /** Whoever kills it means the site. Only what ended for want of space comes up again, and is read from memory meanwhile. */
  async function watch(server: EmbeddedServer) {
    for (let how = await server.ended; how === 'panic'; how = await (await starting).ended) {
      console.error('The built-in database has no room on its disk. It is started again as soon as there is.')
      starting = startWithRoom(run)
      await starting
      console.error('The built-in database is there again.')
    }
    run.fail('The database ended by itself, and the site with it.')
  }
}

/** Resolves when it is up; rejects when the run is to end before. */
async function startWithRoom(run: Run): Promise<EmbeddedServer> {
  for (;;) {
    try {
      return await startEmbedded(env.DATA_DIR)
    } catch {
      await wait(PAUSE, undefined, { signal: run.signal })
    }
  }
}
