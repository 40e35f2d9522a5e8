import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FolderInUse, takeLock } from '../../db/embedded/lock'
import { env } from '../../lib/env'
import { startNext } from './next-process'
import type { Run } from './run'
import { buildLock, inputsOfBuild, readStand, writeStand } from './stand'
import { whenFree } from './when-free'

/** Keeps everybody else from building into the folder until the run ends. Throws with the pid when another does. */
export async function holdBuild(run: Run): Promise<void> {
  try {
    const lock = await whenFree(() => takeLock(resolve(buildLock)))
    run.onEnd(lock.release)
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new Error(
      `Process ${error.pid} is serving or building this site from ${env.NEXT_DIST_DIR}. Stop it first, ` +
        'or run the second site from a clone of its own.',
    )
  }
}

const standFile = join(env.NEXT_DIST_DIR, 'stand.json')

/** When the standing build was begun, if it was made of the same files and settings; else null. */
export function findBuild(actionKey: string): Date | null {
  const stand = readStand(standFile)
  return stand?.inputs === inputsOfBuild(actionKey) ? new Date(stand.builtAt) : null
}

/** Builds the site and gives back when that was begun. The database must answer: pages carry their comments from birth. */
export async function buildSite(run: Run, actionKey: string): Promise<Date> {
  const inputs = inputsOfBuild(actionKey)
  rmSync(standFile, { force: true })
  const builtAt = new Date()
  console.log('Building the site. This takes a minute, and is done again only when something has changed.')
  // Only now: a start that builds nothing need not wait for everything that reads MDX.
  const { storeCatalogue } = await import('./store-catalogue')
  await storeCatalogue()
  await build(run, actionKey)
  writeStand(standFile, { inputs, builtAt: builtAt.toISOString() })
  return builtAt
}

async function build(run: Run, actionKey: string) {
  let output = ''
  const settings = { NODE_ENV: 'production', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey }
  const { ended } = startNext(run, ['build'], settings, (text) => {
    output += text
  })
  const failure = await ended
  if (failure) throw new Error(`${output.trim()}\n\nThe build failed (${failure}).`)
}
