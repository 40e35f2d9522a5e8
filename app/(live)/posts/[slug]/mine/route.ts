import type { z } from 'zod/mini'
import type { mineSchema } from '@/app/_comments/own/own-schema'
import { showWithWarning } from '@/app/_comments/own/show-with-warning'
import { findWriterHash } from '@/app/_comments/own/writer-cookie'
import { site } from '@/content/site'
import { describeError } from '@/db/describe-error'
import { listMine } from '@/db/own-comments'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

/** For one browser, and for no cache on the way. */
const headers = { 'Cache-Control': 'private, no-store' }

/** What this browser wrote under a post and others cannot see, or that it may still change, for the script of the post's page. */
export async function GET(_request: Request, { params }: RouteContext<'/posts/[slug]/mine'>) {
  const post = await findPost((await params).slug)
  if (!post) return new Response(null, { status: 404, headers })
  const writerHash = await findWriterHash()
  try {
    const comments = writerHash === null ? [] : await listShown(post.id, writerHash)
    const mine: z.output<typeof mineSchema> = {
      author: site.author,
      lengths: site.comments.lengths,
      comments,
    }
    return Response.json(mine, { headers })
  } catch (error) {
    console.error(`A reader's own comments could not be read: ${describeError(error)}`)
    return new Response(null, { status: 503, headers })
  }
}

async function listShown(postId: string, writerHash: string) {
  const comments = await listMine(postId, writerHash)
  return Promise.all(comments.map((comment) => showWithWarning(comment, { writerHash })))
}
