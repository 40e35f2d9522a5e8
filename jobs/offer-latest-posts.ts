import { setTimeout as wait } from 'node:timers/promises'
import { oncePerProcess } from '../db/once-per-process'
import { findOrMakeSecret } from '../db/secrets'
import type { LatestPost } from '../lib/comments/comment'
import { openChoice, sealChoice } from '../lib/latest/choice'
import { longestVisit } from '../lib/net/fetch-safely'
import { readBlogOnce, type Web } from './read-blog-once'

/** The newest posts of a blog, newest first; `choice` is what the form sends for one. */
export type Offer = { posts: { title: string; choice: string }[] }

const secret = 'latest posts'

/** How long an offer can be taken, in milliseconds: a form stands open for long. */
const goodFor = 24 * 60 * 60_000

/**
 * When a failure is told, in milliseconds from the question: later than any visit ends. A closed port fails at once and a
 * filtered one after seconds, and nobody is to learn which it was.
 */
export const failsAfter = longestVisit + 250

/** At once, in this process: each may begin another to parse what it found. */
const mostAtOnce = 8

const state = oncePerProcess('offers of latest posts', () => ({ running: 0 }))

/**
 * Up to ten posts of the blog at `website`, for its owner to choose from. Null for every failure alike, after
 * `failsAfter`. Throws when the database does not answer.
 */
export async function offerLatestPosts(website: string, web?: Web): Promise<Offer | null> {
  const fails = new AbortController()
  const failed = wait(failsAfter, null, { signal: fails.signal }).catch(() => null)
  try {
    return (await findOffer(website, web)) ?? (await failed)
  } finally {
    fails.abort()
  }
}

async function findOffer(website: string, web: Web | undefined): Promise<Offer | null> {
  if (state.running >= mostAtOnce) return null
  state.running += 1
  try {
    const blog = await readBlogOnce(website, { web })
    if (!blog) return null
    const key = await findOrMakeSecret(secret)
    const until = Date.now() + goodFor
    return {
      posts: blog.posts.map(({ title, url }) => ({
        title,
        choice: sealChoice(key, { website, blog: blog.name, feed: blog.feed, title, url, until }),
      })),
    }
  } finally {
    state.running -= 1
  }
}

/** The post that was chosen from an offer for this website; null for anything that we did not offer. Throws when the database does not answer. */
export async function takeChoice(choice: string, website: string): Promise<LatestPost | null> {
  return choice === '' ? null : openChoice(await findOrMakeSecret(secret), choice, website)
}
