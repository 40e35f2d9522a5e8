import { setTimeout as wait } from 'node:timers/promises'
import { readCatalogue } from '../../lib/posts/stored-catalogue'
import type { Run } from './run'
import type { Server } from './serve-site'

/** A timer holds no more than 24.8 days: longer waits are made of days. */
const day = 86_400_000

/**
 * Has the pages that name a scheduled post made again as it becomes due, until the run ends. Pages are made again
 * every minute that somebody reads them, but the first reader after a quiet hour would be given the old one. Posts
 * that became due since the build was begun (`builtAt`) count as due now.
 */
export async function publishOnTime(
  run: Pick<Run, 'signal'>,
  server: Pick<Server, 'remake'>,
  builtAt: Date,
): Promise<void> {
  const { posts } = await readCatalogue()
  const due = new Map<number, string[]>()
  // The catalogue has the newest first.
  for (const { id, publishedAt } of posts.toReversed()) {
    const instant = Date.parse(publishedAt)
    if (instant > builtAt.getTime()) due.set(instant, [...(due.get(instant) ?? []), id])
  }
  for (const [instant, ids] of due) {
    while (Date.now() < instant && !run.signal.aborted) {
      await wait(Math.min(instant - Date.now(), day), undefined, { signal: run.signal }).catch(() => {})
    }
    if (run.signal.aborted) return
    await server.remake({ due: ids })
  }
}
