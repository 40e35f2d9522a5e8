import { setTimeout as wait } from 'node:timers/promises'
import { describeError } from '../../db/describe-error'
import { askAkismet } from '../../lib/comments/ask-akismet'
import { env } from '../../lib/env'
import { readCatalogue } from '../../lib/posts/stored-catalogue'
import type { Run } from './run'
import type { Server } from './serve-site'

const minute = 60_000

/**
 * Asks Akismet again, until the run ends, about comments it did not judge when they came, and has the pages made
 * again that show more by that. A database that is away is asked again a minute later.
 */
export async function askOnTime(
  run: Pick<Run, 'signal'>,
  server: Pick<Server, 'remake'>,
  key: string,
): Promise<void> {
  const { posts } = await readCatalogue()
  const slugs = new Map(posts.map(({ id, slug }) => [id, slug]))
  const permalinkOf = (postId: string) => {
    const slug = slugs.get(postId)
    return slug === undefined ? null : `${env.SITE_URL}/posts/${slug}`
  }
  // Not before: it would hold up the start of the database.
  const { askAgain } = await import('../../jobs/ask-again')
  while (!run.signal.aborted) {
    try {
      const talkedAbout = await askAgain((question) => askAkismet(question, { key }), permalinkOf)
      if (talkedAbout.length > 0) await server.remake({ talkedAbout })
    } catch (error) {
      if (!run.signal.aborted) console.error(`Akismet was not asked again: ${describeError(error)}`)
    }
    await wait(minute, undefined, { signal: run.signal }).catch(() => {})
  }
}
