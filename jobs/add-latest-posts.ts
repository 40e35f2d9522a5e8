import {
  dropLatestPostJob,
  findReadLately,
  type LatestPostJob,
  storeLatestPost,
  takeLatestPostJob,
} from '../db/latest-post-jobs'
import { countAgainst } from '../db/rate-limits'
import { findOrMakeSecret } from '../db/secrets'
import type { LatestPost } from '../lib/comments/comment'
import { keyedHash } from '../lib/comments/swatch-of'
import { readBlog } from '../lib/latest/read-blog'
import { longestVisit, type Visit } from '../lib/net/fetch-safely'

type Settings = {
  /** How many comments to look after, at most. */
  most: number
  /** Aborted when nobody waits any more. */
  signal?: AbortSignal
  /** Where the web is, in tests. */
  web?: Pick<Visit, 'mayReach' | 'resolve'>
}

/**
 * Looks after comments whose writers want their latest post under them: one after the other, so that fifty websites
 * that hang cost no more than one. Gives the ids of posts whose pages are to be made again. A blog that cannot be read
 * is tried again later (`takeLatestPostJob`), and nobody is told. Throws when the database does not answer.
 */
export async function addLatestPosts({ most, signal, web = {} }: Settings): Promise<string[]> {
  const posts = new Set<string>()
  for (let left = most; left > 0 && !signal?.aborted; left -= 1) {
    const job = await takeLatestPostJob()
    if (!job) break
    if (!job.comment) await dropLatestPostJob(job.id)
    else if (await addLatestPost(job, job.comment, web, signal)) posts.add(job.comment.postId)
  }
  return [...posts]
}

/** True when readers see something else now. */
async function addLatestPost(
  { id, isRetry }: LatestPostJob,
  comment: NonNullable<LatestPostJob['comment']>,
  web: NonNullable<Settings['web']>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const known = await findReadLately(id, comment.website)
  if (known) return storeLatestPost(id, comment, known)
  // What failed for another comment is not tried again within the day, but by that comment's own retry.
  if (known === null && !isRetry) return false
  const latest = await readLatest(comment.website, web, signal)
  return latest !== null && storeLatestPost(id, comment, latest)
}

async function readLatest(
  website: string,
  web: NonNullable<Settings['web']>,
  signal: AbortSignal | undefined,
): Promise<LatestPost | null> {
  const time = AbortSignal.timeout(longestVisit)
  const blog = await readBlog(website, {
    ...web,
    signal: signal ? AbortSignal.any([signal, time]) : time,
    mayAsk: await rememberHosts(),
  })
  const [newest] = blog?.posts ?? []
  return blog && newest ? { blog: blog.name, title: newest.title, url: newest.url } : null
}

/**
 * No host is visited more than once an hour, whoever names it and however often, by itself or as where another one
 * sends us. Within one visit it may be asked again.
 */
async function rememberHosts(): Promise<(host: string) => Promise<boolean>> {
  const key = await findOrMakeSecret('people')
  const asked = new Map<string, Promise<boolean>>()
  return async (host) => {
    const may =
      asked.get(host) ?? countAgainst(`visits to ${keyedHash(key, host)}`, { count: 1, minutes: 60 })
    asked.set(host, may)
    return may
  }
}
