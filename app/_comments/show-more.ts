'use server'

import { z } from 'zod'
import { type CommentPage, listPage, listThreadFrom } from '@/db/comments'
import { describeError } from '@/db/describe-error'
import { findPost } from '@/lib/posts/find-post'
import { count } from '@/lib/words/count'
import { type Ask, type More, nextInThread, nextPage } from './more'
import { showThreads } from './show-threads'

const number = z.int().min(1).max(2_147_483_647)
const asked = z.object({
  slug: z.string(),
  ask: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('page'), page: number }),
    z.object({ kind: z.literal('thread'), number, from: number }),
  ]),
})

/** More comments of a post, for a list that goes on in place. Null when there are none, or none can be read: the link beside it says the rest. */
export async function showMore(slug: string, ask: Ask): Promise<More | null> {
  const parsed = asked.safeParse({ slug, ask })
  const post = parsed.success ? await findPost(parsed.data.slug) : null
  if (!parsed.success || !post) return null
  try {
    return await readMore(post, parsed.data.ask)
  } catch (error) {
    console.error(`More comments on ${post.id} could not be read: ${describeError(error)}`)
    return null
  }
}

async function readMore({ id, slug }: { id: string; slug: string }, ask: Ask): Promise<More | null> {
  const postPath = `/posts/${slug}`
  if (ask.kind === 'page') {
    const page = await listPage(id, ask.page)
    if (!page) return null
    const next = nextPage(postPath, page, ask.page)
    return { threads: showThreads(page, postPath), next, told: tell(page) }
  }
  const part = await listThreadFrom(id, ask.number, ask.from)
  if (!part) return null
  const next = nextInThread(postPath, ask.number, ask.from + part.comments.length, part.total)
  return { threads: showThreads({ ...part, cut: [] }, postPath, 2), next, told: tell(part) }
}

function tell({ comments }: Pick<CommentPage, 'comments'>): string {
  return count(comments.filter(({ removed }) => !removed).length, 'more comment')
}
