import { setTimeout as wait } from 'node:timers/promises'
import { describeError } from '../../db/describe-error'
import type { Run } from './run'
import type { Server } from './serve-site'

/** In one look: the pages of what was found are made again before the next. */
const most = 20

/**
 * Reads the blogs of commenters that are due, every minute until the run ends: the first time for those whom the
 * server did not get to, and again for those that did not answer.
 */
export async function addLatestPostsInTime(
  run: Pick<Run, 'signal'>,
  server: Pick<Server, 'remake'>,
  /** Milliseconds between two looks. */
  pause = 60_000,
): Promise<void> {
  while (!run.signal.aborted) {
    await wait(pause, undefined, { signal: run.signal }).catch(() => {})
    if (run.signal.aborted) return
    try {
      // Not before: a start is to be quick.
      const { addLatestPosts } = await import('../../jobs/add-latest-posts')
      const posts = await addLatestPosts({ most, signal: run.signal })
      if (posts.length > 0) await server.remake({ talkedAbout: posts })
    } catch (error) {
      if (run.signal.aborted) return
      console.error(`Latest posts of commenters were not read: ${describeError(error)}`)
    }
  }
}
