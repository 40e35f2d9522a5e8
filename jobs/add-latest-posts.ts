import {
  dropLatestPostJob,
  type LatestPostJob,
  storeLatestPost,
  takeLatestPostJob,
} from '../db/latest-post-jobs'
import { lookAtLatestPosts } from './look-at-latest-posts'
import { readBlogOnce, type Web } from './read-blog-once'

type Settings = {
  /** How many comments to look after, at most. */
  most: number
  /** Aborted when nobody waits any more. */
  signal?: AbortSignal
  web?: Web
}

/**
 * Looks after comments whose writers want their latest post under them, and then after those that have had one for
 * long: one after the other, so that fifty websites that hang cost no more than one. Gives the ids of posts whose pages
 * are to be made again. A blog that cannot be read is tried again later (`takeLatestPostJob`), and nobody is told.
 * Throws when the database does not answer.
 */
export async function addLatestPosts({ most, signal, web }: Settings): Promise<string[]> {
  const posts = new Set<string>()
  for (let left = most; left > 0 && !signal?.aborted; left -= 1) {
    const job = await takeLatestPostJob()
    if (!job) {
      for (const postId of await lookAtLatestPosts({ most: left, signal, web })) posts.add(postId)
      break
    }
    if (!job.comment) await dropLatestPostJob(job.id)
    else if (await addLatestPost(job, job.comment, { web, signal })) posts.add(job.comment.postId)
  }
  return [...posts]
}

/** True when readers see something else now. */
async function addLatestPost(
  { id, isRetry }: LatestPostJob,
  comment: NonNullable<LatestPostJob['comment']>,
  { web, signal }: Pick<Settings, 'web' | 'signal'>,
): Promise<boolean> {
  const blog = await readBlogOnce(comment.website, { web, signal, isRetry })
  const [newest] = blog?.posts ?? []
  return blog && newest
    ? storeLatestPost(id, comment, { blog: blog.name, feed: blog.feed, ...newest })
    : false
}
