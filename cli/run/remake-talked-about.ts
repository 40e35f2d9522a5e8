import { describeError } from '../../db/describe-error'
import type { Server } from './serve-site'

/**
 * Brings back the comments that are newer than the standing build, so that no reader is shown fewer than before.
 * Never rejects: without the database those pages stay as they are until their own clock makes them again.
 */
export async function remakeTalkedAbout(server: Pick<Server, 'remake'>, builtAt: Date): Promise<void> {
  try {
    // Not before: it would hold up the start of the database.
    const { listChangedWithin } = await import('../../db/conversations')
    const seconds = (Date.now() - builtAt.getTime()) / 1000
    await server.remake({ talkedAbout: await listChangedWithin(seconds) })
  } catch (error) {
    console.error(`Comments that are newer than the build may come a minute late: ${describeError(error)}`)
  }
}
