import { purgeOld } from '@/db/purge-old'
import { addLatestPosts } from '@/jobs/add-latest-posts'
import { askAgain } from '@/jobs/ask-again'
import { deliverLetters } from '@/jobs/deliver-letters'
import { askAkismet } from '@/lib/comments/ask-akismet'
import { env } from '@/lib/env'
import { listPosts } from '@/lib/posts/list-posts'

/** Does something that is due, and gives the ids of the posts whose readers see something else now. */
type Work = (signal: AbortSignal) => Promise<string[]>

/** What `npm start` does by the clock, for where nobody runs it: by the names the answer gives them. */
export const works: Record<string, Work> = {
  async purge() {
    await purgeOld()
    return []
  },
  async letters(signal) {
    await deliverLetters({ most: 100, signal })
    return []
  },
  latestPosts: (signal) => addLatestPosts({ most: 20, signal }),
  async akismet() {
    const key = env.AKISMET_KEY
    if (key === undefined) return []
    const slugs = new Map((await listPosts()).map(({ id, slug }) => [id, slug]))
    const permalinkOf = (id: string) => {
      const slug = slugs.get(id)
      return slug === undefined ? null : `${env.SITE_URL}/posts/${slug}`
    }
    return askAgain((question) => askAkismet(question, { key }), permalinkOf)
  },
}
