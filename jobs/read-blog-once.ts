import { findBlogRead, insertBlogRead } from '../db/blog-reads'
import { oncePerProcess } from '../db/once-per-process'
import { findOrMakeSecret } from '../db/secrets'
import { keyedHash } from '../lib/http/keyed-hash'
import type { Blog } from '../lib/latest/list-posts'
import { readBlog } from '../lib/latest/read-blog'
import { longestVisit, type Visit } from '../lib/net/fetch-safely'
import { rememberHosts } from './remember-hosts'

/** Where the web is, in tests. */
export type Web = Pick<Visit, 'mayReach' | 'resolve'>

type Settings = {
  web?: Web | undefined
  /** Aborted when nobody waits any more. */
  signal?: AbortSignal | undefined
  /** A failure of today is no reason not to try again. */
  isRetry?: boolean
}

/** By website: whoever asks while somebody else does waits for the same answer. */
const running = oncePerProcess('blogs being read', () => new Map<string, Promise<Blog | null>>())

/**
 * The newest posts of the blog at `website`, which is visited once a day at most, whoever asks and whatever came of
 * it. Null when it cannot be read. Throws when the database does not answer.
 */
export async function readBlogOnce(website: string, settings: Settings = {}): Promise<Blog | null> {
  const others = running.get(website)
  if (others) return others
  const reading = readOrRecall(website, settings).finally(() => running.delete(website))
  running.set(website, reading)
  return reading
}

async function readOrRecall(website: string, { web, signal, isRetry }: Settings): Promise<Blog | null> {
  const key = keyedHash(await findOrMakeSecret('people'), `blog:${website}`)
  const known = await findBlogRead(key)
  if (known || (known === null && !isRetry)) return known
  const hosts = await rememberHosts()
  const time = AbortSignal.timeout(longestVisit)
  const blog = await readBlog(website, {
    ...web,
    signal: signal ? AbortSignal.any([signal, time]) : time,
    mayAsk: hosts.mayAsk,
  })
  // Who was not asked has not failed, nor who was cut short.
  if (blog || !(hosts.hasRefused() || signal?.aborted)) await insertBlogRead(key, blog)
  return blog
}
