import type { z } from 'zod/mini'
import type { mineSchema } from '@/app/_comments/own/own-schema'
import { readOwn } from '@/app/_comments/own/read-own'
import { showWithWarning } from '@/app/_comments/own/show-with-warning'
import { site } from '@/content/site'
import { listMine } from '@/db/own-comments'
import { isUnread } from '@/db/read-or-log'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

/** For one browser, and for no cache on the way. */
const headers = { 'Cache-Control': 'private, no-store' }

/** What this browser wrote under a post and others cannot see, or that it may still change, for the script of the post's page. */
export async function GET(_request: Request, { params }: RouteContext<'/posts/[slug]/mine'>) {
  const post = await findPost((await params).slug)
  if (!post) return new Response(null, { status: 404, headers })
  const comments = await readOwn((writerHash) => listShown(post.id, writerHash), [])
  if (isUnread(comments)) return new Response(null, { status: 503, headers })
  const mine: z.output<typeof mineSchema> = { author: site.author, lengths: site.comments.lengths, comments }
  return Response.json(mine, { headers })
}

async function listShown(postId: string, writerHash: string) {
  const comments = await listMine(postId, writerHash)
  return Promise.all(comments.map((comment) => showWithWarning(comment, { writerHash })))
}
