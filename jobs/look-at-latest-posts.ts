import { dropLatestPostJob } from '../db/latest-post-jobs'
import { settleLook, takeLook } from '../db/latest-post-looks'
import { lookAgain } from '../lib/latest/look-again'
import { longestVisit } from '../lib/net/fetch-safely'
import type { Web } from './read-blog-once'
import { rememberHosts } from './remember-hosts'

type Settings = { most: number; signal?: AbortSignal | undefined; web?: Web | undefined }

/**
 * Looks again at the pages of latest posts that have stood for long, `most` of them at most, one after the other: each
 * was what it says when its writer commented, and sites change hands. Gives the ids of posts whose pages are to be made
 * again. Throws when the database does not answer.
 */
export async function lookAtLatestPosts({ most, signal, web }: Settings): Promise<string[]> {
  const posts = new Set<string>()
  for (let left = most; left > 0 && !signal?.aborted; left -= 1) {
    const look = await takeLook()
    if (!look) break
    const { comment } = look
    if (!comment) {
      await dropLatestPostJob(look.id)
      continue
    }
    const { mayAsk } = await rememberHosts()
    const time = AbortSignal.timeout(longestVisit)
    const seen = await lookAgain(comment.latestPost, comment.website, {
      ...web,
      signal: signal ? AbortSignal.any([signal, time]) : time,
      mayAsk,
    })
    if (await settleLook({ ...look, comment }, seen)) posts.add(comment.postId)
  }
  return [...posts]
}
